/// Breaks a running clinic on purpose and compares what it had acknowledged with what is there.
@NullMarked
package vermilion.faults;

import org.jspecify.annotations.NullMarked;
