/** Tests of addresses. */
@NullMarked
package kz.paysandbox.gateway.address;

import org.jspecify.annotations.NullMarked;
