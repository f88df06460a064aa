/** Kaspi Pay's messages, named as in the bank's document: a component for each member, however many it lists. */
@NullMarked
package kz.paysandbox.emulator.kaspi.wire;

import org.jspecify.annotations.NullMarked;
