/** Halyk ePay without any framework: tokens, cards, payments and what may be done with them when. */
@NullMarked
package kz.paysandbox.emulator.epay.domain;

import org.jspecify.annotations.NullMarked;
