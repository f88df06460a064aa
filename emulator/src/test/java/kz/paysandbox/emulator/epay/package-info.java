/** Tests of the ePay half. */
@NullMarked
package kz.paysandbox.emulator.epay;

import org.jspecify.annotations.NullMarked;
