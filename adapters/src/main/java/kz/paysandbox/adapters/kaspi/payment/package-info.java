/** What Kaspi's calls take and give: payments, refunds, tills and their states. */
@NullMarked
package kz.paysandbox.adapters.kaspi.payment;

import org.jspecify.annotations.NullMarked;
