/** Ports through which the control surface sees the banks without knowing them. */
@NullMarked
package kz.paysandbox.emulator.core.desk;

import org.jspecify.annotations.NullMarked;
