/// The little JSON that events and protocols are written in, on the server and on the phone.
@NullMarked
package vermilion.json;

import org.jspecify.annotations.NullMarked;
