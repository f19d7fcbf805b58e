/// What a page shows, as typed records that the templates take, and the words that no data brings.
@NullMarked
package vermilion.web.page;

import org.jspecify.annotations.NullMarked;
