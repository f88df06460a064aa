/** Tells merchants what became of their payments: ledger, policy and retries on the world's clock, and one sender. */
@NullMarked
package kz.paysandbox.emulator.epay.callbacks;

import org.jspecify.annotations.NullMarked;
