/// An order, a protocol and a zone become dated occurrences.
@NullMarked
package vermilion.schedule;

import org.jspecify.annotations.NullMarked;
