package kz.paysandbox.adapters;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.paysandbox.adapters.tls.Identity;
import kz.paysandbox.adapters.tls.Trust;

/** A refusal to go to production with anything of the sandbox, or with a key that others can read. */
final class ProductionGuard {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private static final List<String> AUTHORITYS_KEYS = List.of("kbs_root_ca.key", "kbs_ca.key", "epay-rsa.key");

    private ProductionGuard() {}

    static void check(List<URI> bases, Trust trust, Identity identity, Path sandboxHome, Map<String, String> headers) {
        bases.forEach(ProductionGuard::check);
        if (!headers.isEmpty()) {
            throw refused("the sandbox headers " + headers.keySet() + " are set", "Remove kzpay.emulator.*");
        }
        trust.bundle().ifPresent(bundle -> inside(bundle, sandboxHome, "the trusted certificates"));
        Set<String> sandbox = authorities(sandboxHome);
        for (X509Certificate trusted : trust.certificates()) {
            String subject = trusted.getSubjectX500Principal().getName();
            if (subject.toLowerCase(Locale.ROOT).contains("sandbox") || sandbox.contains(Trust.fingerprint(trusted))) {
                throw refused(trust.bundle() + " trusts " + subject, "Give the bank's own kbs_root_ca and kbs_ca");
            }
        }
        trust.bundle().ifPresent(ProductionGuard::besideTheAuthoritysKey);
        identity.files().forEach(file -> inside(file, sandboxHome, "the identity"));
        identity.files().forEach(ProductionGuard::besideTheAuthoritysKey);
        identity.certificates().stream().limit(1).forEach(ProductionGuard::ownCertificate);
        identity.clearKey().ifPresent(ProductionGuard::readable);
    }

    /** A bank keeps its authority's key; only the sandbox leaves it lying where it is used. */
    private static void besideTheAuthoritysKey(Path file) {
        for (String key : AUTHORITYS_KEYS) {
            if (Files.exists(file.toAbsolutePath().resolveSibling(key))) {
                throw refused(
                        file + " lies beside " + key + ", which no bank gives away: this is a sandbox's folder",
                        "Give what the bank delivered, from a folder of its own");
            }
        }
    }

    /** The sandbox writes this organisation into the certificates that it makes by itself. */
    private static void ownCertificate(X509Certificate own) {
        String subject = own.getSubjectX500Principal().getName();
        if (subject.toLowerCase(Locale.ROOT).contains("sandbox")) {
            throw refused("the client certificate is of " + subject, "Give the certificate that the bank delivered");
        }
    }

    /** The sandbox names its authority as the bank does, so a copy is known by its fingerprint. */
    private static Set<String> authorities(Path sandboxHome) {
        Path bundle = sandboxHome.resolve("pki").resolve("ca-bundle.pem");
        return Files.isRegularFile(bundle)
                ? Trust.bank(bundle).certificates().stream()
                        .map(Trust::fingerprint)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static void check(URI base) {
        String host = String.valueOf(base.getHost()).toLowerCase(Locale.ROOT);
        if (!"https".equals(base.getScheme())) {
            throw refused(base + " is not https", "Correct the address");
        }
        if (host.equals("localhost")
                || host.startsWith("127.")
                || host.contains("[::1]")
                || host.startsWith("mtokentest")
                || host.startsWith("test")) {
            throw refused(host + " is no production host", "Remove the address, or choose the backend test or custom");
        }
    }

    private static void inside(Path file, Path home, String what) {
        if (file.toAbsolutePath().normalize().startsWith(home.toAbsolutePath().normalize())) {
            throw refused(file + ": " + what + " would be the sandbox's", "Give what the bank delivered");
        }
    }

    private static void readable(Path key) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(key);
            if (permissions.stream().anyMatch(OTHERS::contains)) {
                throw refused(key + ": the private key is not encrypted and others can read it", "chmod 600 it");
            }
        } catch (UnsupportedOperationException notPosix) {
            throw refused(key + ": the private key is not encrypted", "Encrypt it: openssl pkcs8 -topk8");
        } catch (IOException e) {
            throw refused(key + ": cannot be looked at", "Check the path");
        }
    }

    private static IllegalStateException refused(String what, String remedy) {
        return new IllegalStateException("refusing production: " + what + ". " + remedy);
    }
}
