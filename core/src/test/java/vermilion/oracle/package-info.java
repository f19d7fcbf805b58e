/// A second, slow and obvious triage, written from the clinical brief alone.
///
/// It shares no line with `vermilion.triage`: two readings of one text, compared over seeds, find
/// what one reading cannot. Where the two differ the brief decides, never the faster one.
@NullMarked
package vermilion.oracle;

import org.jspecify.annotations.NullMarked;
