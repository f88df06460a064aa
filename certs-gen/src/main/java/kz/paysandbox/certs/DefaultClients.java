package kz.paysandbox.certs;

import java.util.List;

/** The clients of the default world (control contract, "The default world"). */
final class DefaultClients {
    static final ClientRequest MERCHANT = client("merchant", "180340021791");
    static final ClientRequest PARTNER =
            client("partner", "180340021791", "990340000013", "990340000024", "990340000035", "050540000017");
    static final List<ClientRequest> ALL = List.of(MERCHANT, PARTNER);

    private DefaultClients() {}

    private static ClientRequest client(String name, String... bins) {
        return new ClientRequest(name, ClientRequest.MAIN_WORLD, List.of(bins), KeyAlgorithm.RSA_2048);
    }
}
