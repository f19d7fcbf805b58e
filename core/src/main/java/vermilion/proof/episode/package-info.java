/// Searches what may happen to an episode, in every order, for a way that breaks a law.
@NullMarked
package vermilion.proof.episode;

import org.jspecify.annotations.NullMarked;
