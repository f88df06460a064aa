/** What every handler of the control surface works with: the call, the rooms behind it, the desk that acts, and JSON. */
@NullMarked
package kz.paysandbox.emulator.control.call;

import org.jspecify.annotations.NullMarked;
