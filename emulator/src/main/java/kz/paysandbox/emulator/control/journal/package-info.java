/** The journal over the control surface: which exchanges and findings are shown, and verifying that there were some. */
@NullMarked
package kz.paysandbox.emulator.control.journal;

import org.jspecify.annotations.NullMarked;
