/** Tests of callbacks. */
@NullMarked
package kz.paysandbox.emulator.epay.callbacks;

import org.jspecify.annotations.NullMarked;
