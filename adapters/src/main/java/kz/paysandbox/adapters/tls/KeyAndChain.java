package kz.paysandbox.adapters.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private key with its certificate first and whatever chain was delivered after it.
 *
 * @param file which to name in messages
 * @param key the private key
 * @param chain its certificate, then whatever was delivered after it
 * @param others certificates in the same file that could be shown as well, with this key or another
 */
record KeyAndChain(Path file, PrivateKey key, List<X509Certificate> chain, List<X509Certificate> others) {
    private static final Duration WARNED_AHEAD = Duration.ofDays(60);

    KeyAndChain {
        chain = List.copyOf(chain);
        others = List.copyOf(others);
        if (!fits(key, chain.get(0))) {
            throw doesNotFit(file, null);
        }
    }

    static BadKeyMaterial doesNotFit(Path file, @Nullable Throwable cause) {
        return new BadKeyMaterial(
                file,
                "the private key does not fit the certificate",
                "Give the key from which this certificate's request was made, or ask the bank for a new certificate",
                cause);
    }

    X509Certificate leaf() {
        return chain.get(0);
    }

    /** Refuses an expired certificate where the same file holds one that is valid. */
    KeyAndChain usableAt(Instant now) {
        Instant end = leaf().getNotAfter().toInstant();
        if (now.isAfter(end)) {
            others.stream().filter(other -> valid(other, now)).findFirst().ifPresent(good -> {
                throw new BadKeyMaterial(
                        file,
                        "the first certificate expired on " + end + ", and another beside it is valid until "
                                + good.getNotAfter().toInstant(),
                        "Remove the expired one, the first is used",
                        null);
            });
        }
        return this;
    }

    private static boolean valid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    /** What to say about the certificate's remaining life, from 60 days before its end. */
    Optional<String> warning(Instant now) {
        Instant end = leaf().getNotAfter().toInstant();
        if (now.isBefore(leaf().getNotBefore().toInstant())) {
            return Optional.of(file + ": the certificate is valid only from "
                    + leaf().getNotBefore().toInstant() + ". Check this machine's clock");
        }
        if (now.isAfter(end)) {
            return Optional.of(file + ": the certificate expired on " + end + ". Put a new one in its place (Annex 1)");
        }
        if (now.isAfter(end.minus(WARNED_AHEAD))) {
            return Optional.of(file + ": the certificate expires on " + end + ", in "
                    + Duration.between(now, end).toDays() + " days. Ask the bank for a new one (Annex 1)");
        }
        return Optional.empty();
    }

    static boolean fits(PrivateKey key, X509Certificate certificate) {
        try {
            String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update((byte) 1);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "KeyAndChain[" + file + ", " + leaf().getSubjectX500Principal() + "]";
    }
}
