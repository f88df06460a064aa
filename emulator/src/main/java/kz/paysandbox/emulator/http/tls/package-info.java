/** TLS of the listeners: the server's identity, whom it trusts, and why a handshake failed. */
@NullMarked
package kz.paysandbox.emulator.http.tls;

import org.jspecify.annotations.NullMarked;
