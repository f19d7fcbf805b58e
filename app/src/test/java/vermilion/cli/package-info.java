/// The commands, run in this process and as processes of their own.
@NullMarked
package vermilion.cli;

import org.jspecify.annotations.NullMarked;
