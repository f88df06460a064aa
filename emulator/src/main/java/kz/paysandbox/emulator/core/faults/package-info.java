/** Misbehaviour as data: what it matches, what it does, how often. */
@NullMarked
package kz.paysandbox.emulator.core.faults;

import org.jspecify.annotations.NullMarked;
