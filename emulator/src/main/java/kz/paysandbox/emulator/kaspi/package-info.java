/** Kaspi Pay, schemes r1, r2 and r3: the endpoint table, who may call, and the handlers. */
@NullMarked
package kz.paysandbox.emulator.kaspi;

import org.jspecify.annotations.NullMarked;
