/** What a payment and its operations are: states, transitions, the banks' words, amounts and refusals. Pure. */
@NullMarked
package kz.paysandbox.gateway.payment;

import org.jspecify.annotations.NullMarked;
