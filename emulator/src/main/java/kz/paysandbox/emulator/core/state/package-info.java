/** A world's state as named tables of immutable values, so that it can be kept outside the process. */
@NullMarked
package kz.paysandbox.emulator.core.state;

import org.jspecify.annotations.NullMarked;
