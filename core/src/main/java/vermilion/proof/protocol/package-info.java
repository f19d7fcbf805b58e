/// Decides all that must hold of one protocol: its answers, its words, its advice and its episodes;
/// and shows what else changes from one version to the next.
@NullMarked
package vermilion.proof.protocol;

import org.jspecify.annotations.NullMarked;
