/// Reads the pixels of photos: the only place that knows what an image is made of.
@NullMarked
package vermilion.pixels;

import org.jspecify.annotations.NullMarked;
