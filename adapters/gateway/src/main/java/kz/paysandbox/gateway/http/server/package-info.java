/** The HTTP server: every request is read, admitted, answered and sent in one place. */
@NullMarked
package kz.paysandbox.gateway.http.server;

import org.jspecify.annotations.NullMarked;
