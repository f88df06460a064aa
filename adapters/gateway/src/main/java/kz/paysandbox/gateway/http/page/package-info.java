/** Pages for customers: the way to the bank's page, what became of the payment, and receipts to print. */
@NullMarked
package kz.paysandbox.gateway.http.page;

import org.jspecify.annotations.NullMarked;
