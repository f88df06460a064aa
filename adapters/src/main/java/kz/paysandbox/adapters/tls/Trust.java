package kz.paysandbox.adapters.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The certificates that the caller trusts. There is no way to trust everyone.
 *
 * @param bundle the bank's certificates (kbs_root_ca, kbs_ca) as PEM or DER; without it, the authorities of this Java
 * @param pin the SHA-256 fingerprint that the root must have, if it is pinned
 */
public record Trust(Optional<Path> bundle, Optional<String> pin) {
    /** The fingerprint is compared without colons and case. */
    public Trust {
        pin = pin.map(hex -> hex.replace(":", "").toLowerCase(Locale.ROOT));
        if (pin.isPresent() && !pin.get().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a pin is the 64 hexadecimal digits of a SHA-256 fingerprint");
        }
        if (pin.isPresent() && bundle.isEmpty()) {
            throw new IllegalArgumentException("a pin needs the bank's own certificates");
        }
    }

    /** Only what the bank's own authority signed (Annex 1): Kaspi, and the sandbox. */
    public static Trust bank(Path bundle) {
        return new Trust(Optional.of(bundle), Optional.empty());
    }

    /** The authorities that come with Java: for Halyk, whose hosts have ordinary certificates. */
    public static Trust system() {
        return new Trust(Optional.empty(), Optional.empty());
    }

    /** The same, and the root must have this SHA-256 fingerprint (Annex 1, item 5). */
    public Trust pinned(String sha256) {
        return new Trust(bundle, Optional.of(sha256));
    }

    /** The trusted certificates; none for the authorities of this Java. */
    public List<X509Certificate> certificates() {
        List<X509Certificate> found = bundle.map(Pem::certificates).orElse(List.of());
        pin.ifPresent(wanted -> check(found, wanted));
        return found;
    }

    private void check(List<X509Certificate> found, String wanted) {
        boolean matches = found.stream()
                .filter(c -> c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                .allMatch(root -> fingerprint(root).equals(wanted));
        boolean present = found.stream().anyMatch(c -> fingerprint(c).equals(wanted));
        if (!matches || !present) {
            throw new BadKeyMaterial(
                    bundle.orElseThrow(),
                    "the root is not the pinned one",
                    "Compare its SHA-256 fingerprint with the bank's, and correct the file or the pin",
                    null);
        }
    }

    /** The SHA-256 fingerprint of a certificate in lower-case hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate without an encoding", e);
        }
    }
}
