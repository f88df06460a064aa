package kz.paysandbox.emulator.relay;

/**
 * A node that takes relayed connections.
 *
 * @param fingerprint of the certificate that it shows, SHA-256 in lower-case hexadecimal digits
 */
public record Peer(String host, int port, String fingerprint) {}
