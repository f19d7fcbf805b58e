/// Decides every property that a protocol must have before it reaches a patient, and tells a
/// failure as the smallest story that shows it.
@NullMarked
package vermilion.proof;

import org.jspecify.annotations.NullMarked;
