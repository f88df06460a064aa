/** A call of Kaspi Pay on its way: who calls, its fields, how strictly it is judged, how it is answered. */
@NullMarked
package kz.paysandbox.emulator.kaspi.call;

import org.jspecify.annotations.NullMarked;
