/// Measurements against peers, each in one run with its peer; never in the shipped jar.
@NullMarked
package vermilion.bench;

import org.jspecify.annotations.NullMarked;
