/** Scenarios: their text, and both halves of each: the bank's misbehaviour and the correct client's outcome. */
@NullMarked
package kz.paysandbox.emulator.scenario;

import org.jspecify.annotations.NullMarked;
