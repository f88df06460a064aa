/** What ePay's calls take and give: orders, cards, transactions and their states. */
@NullMarked
package kz.paysandbox.adapters.epay.payment;

import org.jspecify.annotations.NullMarked;
