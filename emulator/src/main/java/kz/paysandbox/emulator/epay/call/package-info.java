/** A call of Halyk ePay on its way: its body, its token, how strictly it is judged, how it is answered. */
@NullMarked
package kz.paysandbox.emulator.epay.call;

import org.jspecify.annotations.NullMarked;
