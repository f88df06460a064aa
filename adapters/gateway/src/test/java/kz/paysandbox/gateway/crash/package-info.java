/** Tests of gateways that are killed, and of what survives. */
@NullMarked
package kz.paysandbox.gateway.crash;

import org.jspecify.annotations.NullMarked;
