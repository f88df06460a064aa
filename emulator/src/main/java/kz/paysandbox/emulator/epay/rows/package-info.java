/** Handlers of the rows that merchants call. */
@NullMarked
package kz.paysandbox.emulator.epay.rows;

import org.jspecify.annotations.NullMarked;
