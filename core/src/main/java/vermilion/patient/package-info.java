/// The episode as its patient sees it: one JSON, made alike by the server and by the phone.
@NullMarked
package vermilion.patient;

import org.jspecify.annotations.NullMarked;
