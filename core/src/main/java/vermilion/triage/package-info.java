/// Answers and history in, an assessment out. Knows no events.
@NullMarked
package vermilion.triage;

import org.jspecify.annotations.NullMarked;
