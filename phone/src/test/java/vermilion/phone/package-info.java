/// The core on the JVM and as JavaScript, held equal.
@NullMarked
package vermilion.phone;

import org.jspecify.annotations.NullMarked;
