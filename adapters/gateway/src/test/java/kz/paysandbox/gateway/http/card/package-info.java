/** Black-box tests of card payments. */
@NullMarked
package kz.paysandbox.gateway.http.card;

import org.jspecify.annotations.NullMarked;
