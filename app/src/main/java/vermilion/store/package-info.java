/// Keeps the record in a database: SQLite in one file beside the service.
///
/// What is common to databases is named `Jdbc...`, what is not by the database. Three things hold
/// everywhere: no caller is answered before its transaction is on the disk, every row of a chain is
/// hashed over its stored bytes, and a body is readable only with its patient's key.
@NullMarked
package vermilion.store;

import org.jspecify.annotations.NullMarked;
