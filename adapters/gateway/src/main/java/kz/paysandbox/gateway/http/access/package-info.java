/** Who calls: tokens, roles, addresses, and whose payments a caller may touch. */
@NullMarked
package kz.paysandbox.gateway.http.access;

import org.jspecify.annotations.NullMarked;
