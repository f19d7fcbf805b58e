/// Facts about made-up patients.
@NullMarked
package vermilion.simulation;

import org.jspecify.annotations.NullMarked;
