/// Decides the windows of every order, in every zone, around every change of its clocks.
@NullMarked
package vermilion.proof.schedule;

import org.jspecify.annotations.NullMarked;
