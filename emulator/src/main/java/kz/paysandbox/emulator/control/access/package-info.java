/** Who may call the control surface, for what, and what they did. */
@NullMarked
package kz.paysandbox.emulator.control.access;

import org.jspecify.annotations.NullMarked;
