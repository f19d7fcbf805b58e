/// The patient's and the clinic's way in over HTTP: the JSON API, the pages, health and metrics.
@NullMarked
package vermilion.web;

import org.jspecify.annotations.NullMarked;
