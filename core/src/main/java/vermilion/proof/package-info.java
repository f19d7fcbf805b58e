/// What a proof says: what was to hold, what was decided and over how many states, the smallest
/// story of what does not hold, and the certificate of a protocol that was proved.
@NullMarked
package vermilion.proof;

import org.jspecify.annotations.NullMarked;
