/** Halyk ePay: the endpoint table, who may call, and the handlers. */
@NullMarked
package kz.paysandbox.emulator.epay;

import org.jspecify.annotations.NullMarked;
