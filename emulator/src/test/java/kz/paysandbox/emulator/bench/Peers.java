package kz.paysandbox.emulator.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.http.tls.ServerIdentity;

/** Servers that others have made, where they are at hand: they answer the calls of Kaspi r1 with fixed bytes. */
final class Peers {

    private static final String PASSWORD = "bench";

    private final Client client;
    private final Path work;
    private final Path pki;

    Peers(Client client, Path work, Path pki) {
        this.client = client;
        this.work = work;
        this.pki = pki;
    }

    /** WireMock as it comes, its journal on, bodies of known length; empty where it is not on the class path. */
    Optional<Subject> wireMock() throws Exception {
        String classPath = System.getProperty("java.class.path");
        if (!classPath.contains("wiremock-standalone")) {
            return Optional.empty();
        }
        Path root = work.resolve("wiremock");
        Files.createDirectories(root.resolve("mappings"));
        Map<String, ?> mappings = Map.of(
                "mappings",
                List.of(
                        mapping("GET", "/r1/v01/payment/status/[0-9]+", SampleAnswers.STATUS),
                        mapping("POST", SampleAnswers.CREATE_PATH, SampleAnswers.CREATED)));
        new ObjectMapper().writeValue(root.resolve("mappings/rows.json").toFile(), mappings);
        Path store = keyStore(root.resolve("server.p12"));
        int port = freePort();
        return Optional.of(Subject.startAt(
                port,
                client,
                work.resolve("ports-wiremock.json"),
                Subject.java(
                        "-cp",
                        Stream.of(classPath.split(java.io.File.pathSeparator))
                                .filter(entry -> entry.contains("wiremock-standalone"))
                                .findFirst()
                                .orElseThrow(),
                        "wiremock.Run",
                        "--disable-http",
                        "--disable-banner",
                        "--use-chunked-encoding",
                        "never",
                        "--https-port",
                        String.valueOf(port),
                        "--https-keystore",
                        store.toString(),
                        "--keystore-type",
                        "PKCS12",
                        "--keystore-password",
                        PASSWORD,
                        "--key-manager-password",
                        PASSWORD,
                        "--root-dir",
                        root.toString())));
    }

    /** nginx with constant answers; empty where it is not installed. */
    Optional<Subject> nginx() throws Exception {
        Optional<Path> program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = freePort();
        Path config = work.resolve("nginx.conf");
        Files.writeString(config, """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log stderr crit;
                events { }
                http {
                  access_log off;
                  default_type application/json;
                  keepalive_requests 1000000000;
                  server {
                    listen 127.0.0.1:%2$d ssl;
                    ssl_certificate %3$s/server.crt;
                    ssl_certificate_key %3$s/server.key;
                    location /r1/v01/payment/status/ { return 200 '%4$s'; }
                    location %5$s { return 200 '%6$s'; }
                  }
                }
                """.formatted(
                        work.toAbsolutePath(),
                        port,
                        pki.toAbsolutePath(),
                        SampleAnswers.STATUS,
                        SampleAnswers.CREATE_PATH,
                        SampleAnswers.CREATED));
        return Optional.of(Subject.startAt(
                port,
                client,
                work.resolve("ports-nginx.json"),
                List.of(program.get().toString(), "-c", config.toAbsolutePath().toString())));
    }

    private static Map<String, ?> mapping(String method, String path, String body) {
        return Map.of(
                "request",
                Map.of("method", method, "urlPathPattern", path),
                "response",
                Map.of(
                        "status",
                        200,
                        "body",
                        body,
                        "headers",
                        Map.of("Content-Type", "application/json; charset=utf-8")));
    }

    private Path keyStore(Path file) throws IOException, GeneralSecurityException {
        ServerIdentity identity = ServerIdentity.read(pki.resolve("server.crt"), pki.resolve("server.key"));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", identity.getPrivateKey("RSA"), PASSWORD.toCharArray(), identity.getCertificateChain("RSA"));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
