/// What a protocol means once it has been read.
@NullMarked
package vermilion.protocol;

import org.jspecify.annotations.NullMarked;
