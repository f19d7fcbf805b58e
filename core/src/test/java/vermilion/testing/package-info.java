/// What every module's tests may lean on.
@NullMarked
package vermilion.testing;

import org.jspecify.annotations.NullMarked;
