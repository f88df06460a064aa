/** Tests of states, transitions and refusals. */
@NullMarked
package kz.paysandbox.gateway.payment;

import org.jspecify.annotations.NullMarked;
