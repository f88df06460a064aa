/** The server: ports, TLS, the way of a request, faults on the wire. */
@NullMarked
package kz.paysandbox.emulator.http.server;

import org.jspecify.annotations.NullMarked;
