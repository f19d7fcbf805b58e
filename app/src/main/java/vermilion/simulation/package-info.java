/// Made-up patients lived through the real engine: what a protocol asks of a clinic, and how soon a
/// true complication is told. Pure: no file, no clock, no randomness but a seed.
@NullMarked
package vermilion.simulation;

import org.jspecify.annotations.NullMarked;
