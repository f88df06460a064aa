/** Tests of messages to shops. */
@NullMarked
package kz.paysandbox.gateway.webhook;

import org.jspecify.annotations.NullMarked;
