/** Handlers of the bank's rows. */
@NullMarked
package kz.paysandbox.emulator.kaspi.rows;

import org.jspecify.annotations.NullMarked;
