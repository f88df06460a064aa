/** A bank of one listener and one payment call, added to the sandbox from outside. */
@NullMarked
package kz.paysandbox.emulator.thirdbank;

import org.jspecify.annotations.NullMarked;
