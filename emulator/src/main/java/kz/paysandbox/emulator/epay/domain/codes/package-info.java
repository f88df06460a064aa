/** Reason codes of the bank, and why a call is refused. */
@NullMarked
package kz.paysandbox.emulator.epay.domain.codes;

import org.jspecify.annotations.NullMarked;
