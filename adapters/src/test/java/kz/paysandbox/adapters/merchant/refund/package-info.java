/** Tests of refunds of ePay over a database. */
@NullMarked
package kz.paysandbox.adapters.merchant.refund;

import org.jspecify.annotations.NullMarked;
