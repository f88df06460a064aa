package kz.paysandbox.emulator.http.bank;

import java.util.List;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;

/**
 * The rows of one listener.
 *
 * @param listener its name
 */
public record BankTable(String listener, ClientCertificates clients, List<Endpoint> endpoints, Edge edge) {

    /** What TLS asks of clients. */
    public enum ClientCertificates {
        NONE,
        /** The handshake succeeds without one; the edge answers those who have none. */
        OPTIONAL,
        /** Without one the handshake fails. */
        REQUIRED
    }

    public BankTable {
        endpoints = List.copyOf(endpoints);
    }
}
