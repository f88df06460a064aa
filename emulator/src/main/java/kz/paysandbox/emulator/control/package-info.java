/** The control surface: worlds, clocks, the customer's side, switches, what the sandbox assumes. */
@NullMarked
package kz.paysandbox.emulator.control;

import org.jspecify.annotations.NullMarked;
