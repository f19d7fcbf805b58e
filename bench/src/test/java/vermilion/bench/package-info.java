/// The comparisons are fair only where both sides answer the same.
@NullMarked
package vermilion.bench;

import org.jspecify.annotations.NullMarked;
