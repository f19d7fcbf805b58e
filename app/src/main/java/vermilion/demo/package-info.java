/// The demonstration clinic: made-up patients at several stages, fed through the real API.
@NullMarked
package vermilion.demo;

import org.jspecify.annotations.NullMarked;
