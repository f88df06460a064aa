/** Tests of what handlers read. */
@NullMarked
package kz.paysandbox.gateway.http.route;

import org.jspecify.annotations.NullMarked;
