/** Tests of the gateway. */
@NullMarked
package kz.paysandbox.gateway;

import org.jspecify.annotations.NullMarked;
