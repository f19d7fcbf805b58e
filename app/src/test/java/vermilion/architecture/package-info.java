/// The house rules, as tests; each one is shown to fail on a bad sample.
@NullMarked
package vermilion.architecture;

import org.jspecify.annotations.NullMarked;
