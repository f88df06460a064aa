/** Halyk ePay's messages, named as on the bank's pages. */
@NullMarked
package kz.paysandbox.emulator.epay.wire;

import org.jspecify.annotations.NullMarked;
