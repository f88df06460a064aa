/** The use cases: what a shop can have done with its payments, and how each ends from the bank's books. */
@NullMarked
package kz.paysandbox.gateway.pay;

import org.jspecify.annotations.NullMarked;
