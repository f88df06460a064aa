/** Bytes of the heap that worlds hold, apart and together. */
@NullMarked
package kz.paysandbox.emulator.core.memory;

import org.jspecify.annotations.NullMarked;
