/** Card payments of Halyk ePay: their use cases, and how their operations end from the books. */
@NullMarked
package kz.paysandbox.gateway.pay.card;

import org.jspecify.annotations.NullMarked;
