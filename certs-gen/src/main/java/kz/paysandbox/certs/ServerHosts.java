package kz.paysandbox.certs;

import java.util.List;

/** The names the server certificate carries, so that a client with a hard-coded bank host needs only a hosts file. */
final class ServerHosts {
    static final List<String> ALL = List.of(
            "localhost",
            "127.0.0.1",
            "::1",
            "mtokentest.kaspi.kz",
            "qrapi-key.kaspi.kz",
            "qrapi-cert.kaspi.kz",
            "qrapi-cert-ip.kaspi.kz",
            "pay.kaspi.kz",
            "test-epay-oauth.epayment.kz",
            "test-epay-api.epayment.kz",
            "test-epay.epayment.kz",
            "testoauth.homebank.kz",
            "testepay.homebank.kz",
            "test-epay.homebank.kz",
            "epay-oauth.homebank.kz",
            "epay-api.homebank.kz",
            "epay.homebank.kz",
            "epay-api-staging.homebank.kz");

    private ServerHosts() {}
}
