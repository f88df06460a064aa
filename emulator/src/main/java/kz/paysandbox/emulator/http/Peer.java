package kz.paysandbox.emulator.http;

import java.util.Optional;
import kz.paysandbox.emulator.http.tls.ClientCertificate;

/**
 * The other end of a connection.
 *
 * @param address numeric address, without port or zone
 * @param protocol as {@code TLSv1.2}; empty for plain HTTP
 * @param certificate what the client proved itself with, where it did
 */
public record Peer(String address, String protocol, String cipher, Optional<ClientCertificate> certificate) {}
