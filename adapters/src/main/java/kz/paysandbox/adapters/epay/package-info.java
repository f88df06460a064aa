/** Halyk ePay 2.0: cards by cryptogram, saved cards and widget, tokens, operations, status and verified callbacks. */
@NullMarked
package kz.paysandbox.adapters.epay;

import org.jspecify.annotations.NullMarked;
