/** Kaspi Pay's messages, named as in the bank's document. */
@NullMarked
package kz.paysandbox.emulator.kaspi.wire;

import org.jspecify.annotations.NullMarked;
