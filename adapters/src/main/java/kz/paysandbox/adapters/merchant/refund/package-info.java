/** Refunds of ePay's payments over a database: each once, and of one payment one after the other in all processes. */
@NullMarked
package kz.paysandbox.adapters.merchant.refund;

import org.jspecify.annotations.NullMarked;
