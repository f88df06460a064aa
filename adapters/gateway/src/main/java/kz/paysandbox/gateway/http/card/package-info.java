/** Family D: card payments of Halyk ePay, and what payments of both banks have in common. */
@NullMarked
package kz.paysandbox.gateway.http.card;

import org.jspecify.annotations.NullMarked;
