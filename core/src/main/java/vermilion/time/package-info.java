/// Elapsed time and wall time: two kinds, two types.
@NullMarked
package vermilion.time;

import org.jspecify.annotations.NullMarked;
