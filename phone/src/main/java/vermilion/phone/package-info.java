/// The core on the patient's phone: what its pages call, compiled to JavaScript.
@NullMarked
package vermilion.phone;

import org.jspecify.annotations.NullMarked;
