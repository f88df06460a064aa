package kz.paysandbox.emulator.http;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kz.paysandbox.emulator.http.tls.ServerTls;

/**
 * One port with its table.
 *
 * @param name public name, as {@code toy-r2}
 * @param addresses to bind, the same port on each
 * @param port 0 for one that is free
 * @param tls empty for plain HTTP
 * @param tellsReasons whether refusals carry the header {@code X-Sandbox-Reason}
 * @param refusesConnections asked for each new TLS connection: whether a fault refuses it before the handshake
 */
public record Listener(
        String name,
        List<String> addresses,
        int port,
        Optional<ServerTls> tls,
        boolean tellsReasons,
        BooleanSupplier refusesConnections,
        List<Endpoint> endpoints,
        Edge edge) {

    public Listener {
        addresses = List.copyOf(addresses);
        endpoints = List.copyOf(endpoints);
    }
}
