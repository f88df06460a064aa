/** Tests of payform. */
@NullMarked
package kz.paysandbox.emulator.epay.payform;

import org.jspecify.annotations.NullMarked;
