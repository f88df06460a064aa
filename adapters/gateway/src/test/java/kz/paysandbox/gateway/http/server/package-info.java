/** Tests of the HTTP server. */
@NullMarked
package kz.paysandbox.gateway.http.server;

import org.jspecify.annotations.NullMarked;
