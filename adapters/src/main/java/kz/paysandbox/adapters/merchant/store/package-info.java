/** The tables of {@code merchant} in the shop's own database: transactions, SQL, encryption at rest. */
@NullMarked
package kz.paysandbox.adapters.merchant.store;

import org.jspecify.annotations.NullMarked;
