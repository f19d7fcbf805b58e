/// Sends to a real mail server on this machine.
@NullMarked
package vermilion.notify;

import org.jspecify.annotations.NullMarked;
