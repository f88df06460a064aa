/** Halyk ePay's messages, named as on the bank's pages: a component for each member, however many they list. */
@NullMarked
package kz.paysandbox.emulator.epay.wire;

import org.jspecify.annotations.NullMarked;
