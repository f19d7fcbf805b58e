/// The command line: what each command takes, prints and exits with is promised in docs/api.md.
@NullMarked
package vermilion.cli;

import org.jspecify.annotations.NullMarked;
