/** Test cards, what a cryptogram holds, and whether it pays. */
@NullMarked
package kz.paysandbox.emulator.epay.domain.cards;

import org.jspecify.annotations.NullMarked;
