/** Messages to shops: signed by Standard Webhooks, in order, and never to an address inside our own network. */
@NullMarked
package kz.paysandbox.gateway.webhook;

import org.jspecify.annotations.NullMarked;
