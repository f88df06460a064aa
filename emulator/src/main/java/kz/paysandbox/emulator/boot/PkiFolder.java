package kz.paysandbox.emulator.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.paysandbox.certs.Pki;
import kz.paysandbox.emulator.http.tls.ServerIdentity;

/**
 * The home's {@code pki} folder. Where it is complete enough to serve, the certificate authority's code is not loaded
 * before somebody asks for a certificate.
 */
final class PkiFolder {

    private static final List<String> NEEDED =
            List.of("registry.json", "kbs_ca.crt", "ca-bundle.pem", "ca-bundle.p12", "server.crt", "server.key");

    private final Path dir;
    private final Function<InstantSource, Pki> authority;

    private PkiFolder(Path dir, Function<InstantSource, Pki> authority) {
        this.dir = dir;
        this.authority = authority;
    }

    /** Makes what is missing, and tells about it. */
    static PkiFolder prepare(ServerConfig config, InstantSource machine, SecureRandom random) {
        Path dir = config.pki();
        Stream<String> needed =
                Stream.concat(NEEDED.stream(), config.banks().stream().flatMap(bank -> bank.keyFiles().stream()));
        if (needed.anyMatch(name -> Files.notExists(dir.resolve(name)))) {
            BoundPorts.check(config);
            config.progress().accept("Making the sandbox's certificates in " + dir + " (once) ...");
            Pki.init(dir, machine, random, config.progress());
        }
        List<String> hosts = config.certificateHosts();
        if (!hosts.isEmpty() && Pki.open(dir, machine, random).serve(hosts)) {
            config.progress().accept("The server's certificate was issued anew, for " + String.join(", ", hosts));
        }
        return new PkiFolder(dir, time -> Pki.open(dir, time, random));
    }

    Path dir() {
        return dir;
    }

    Path file(String name) {
        return dir.resolve(name);
    }

    /** What the server shows: the RSA certificate, and the EC one where the folder has it, as older folders have not. */
    ServerIdentity identity() {
        ServerIdentity rsa = ServerIdentity.read(file("server.crt"), file("server.key"));
        return Files.exists(file("server-ec.crt"))
                ? rsa.withTwin(ServerIdentity.read(file("server-ec.crt"), file("server-ec.key")))
                : rsa;
    }

    /** The authorities' certificates, PEM. */
    String bundle() {
        try {
            return Files.readString(dir.resolve("ca-bundle.pem"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The authority, by the time that what it issues begins at. */
    Function<InstantSource, Pki> authority() {
        return authority;
    }
}
