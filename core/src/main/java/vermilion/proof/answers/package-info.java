/// Decides every answer of a protocol, and of two protocols which answers come out otherwise, over
/// all states at once: a line of a rule is a cube, and cubes are held against cubes.
@NullMarked
package vermilion.proof.answers;

import org.jspecify.annotations.NullMarked;
