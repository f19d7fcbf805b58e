/// What happened, as events, and everything that follows from them.
@NullMarked
package vermilion.episode;

import org.jspecify.annotations.NullMarked;
