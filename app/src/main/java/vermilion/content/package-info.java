/// Reads protocol files, and says of every mistake in them where it stands and what was expected.
@NullMarked
package vermilion.content;

import org.jspecify.annotations.NullMarked;
