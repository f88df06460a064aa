package kz.paysandbox.emulator.blackbox.tls;

import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.Tool;

/** {@code openssl s_client} that speaks one HTTP request with a certificate of the PKI folder. */
record OpenSsl(Sandbox sandbox, String certificate, String version) {

    /** Pings, with further options of {@code s_client}. */
    Tool.Run ping(String listener, String... options) {
        String file = sandbox.pki(certificate).toString();
        List<String> arguments = new ArrayList<>(List.of(
                "s_client",
                "-connect",
                "127.0.0.1:" + sandbox.port(listener),
                "-CAfile",
                sandbox.pki("ca-bundle.pem").toString(),
                "-cert",
                file + ".cer",
                "-key",
                file + ".key",
                "-pass",
                "file:" + file + ".password",
                "-tls" + version.replace('.', '_'),
                "-ign_eof"));
        arguments.addAll(List.of(options));
        String scheme = listener.substring("kaspi-".length());
        return Tool.named("openssl")
                .feed(
                        "GET /" + scheme + "/v01/health/ping HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        arguments.toArray(String[]::new));
    }
}
