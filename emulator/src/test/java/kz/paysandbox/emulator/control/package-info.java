/** Tests of the control surface's own rules. */
@NullMarked
package kz.paysandbox.emulator.control;

import org.jspecify.annotations.NullMarked;
