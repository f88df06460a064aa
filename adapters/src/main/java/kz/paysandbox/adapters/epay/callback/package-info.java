/** Callbacks: compared with the shop's order, and believed when the bank's status says the same. */
@NullMarked
package kz.paysandbox.adapters.epay.callback;

import org.jspecify.annotations.NullMarked;
