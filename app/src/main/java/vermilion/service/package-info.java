/// What the application does between the world and the core, and the ports that it owns.
///
/// A port is an interface here; the adapter that fills it lives in a package named by its
/// technology, and this package never looks at one.
@NullMarked
package vermilion.service;

import org.jspecify.annotations.NullMarked;
