/// The words of the clinic: questions, answers, urgency, fillers and sites.
@NullMarked
package vermilion.clinical;

import org.jspecify.annotations.NullMarked;
