/** Tests of card payments. */
@NullMarked
package kz.paysandbox.gateway.pay.card;

import org.jspecify.annotations.NullMarked;
