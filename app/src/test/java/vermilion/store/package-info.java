/// One contract for every store, and what is SQLite's own.
@NullMarked
package vermilion.store;

import org.jspecify.annotations.NullMarked;
