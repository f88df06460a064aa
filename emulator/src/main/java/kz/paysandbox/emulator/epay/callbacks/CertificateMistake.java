package kz.paysandbox.emulator.epay.callbacks;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.data.Excerpt;

/** The explanation why a certificate of a shop's server is not trusted. */
final class CertificateMistake {

    private static final int MOST_NAMES = 10;
    private static final int LONGEST = 120;

    private CertificateMistake() {}

    /**
     * The same refusal in words that name the certificate.
     *
     * @param chain as the shop's server sent it, its own certificate first
     * @param host the name that was called
     * @param isTrusted whether the path leads to an authority that is believed, names left aside
     */
    static CertificateException explained(
            X509Certificate[] chain, Optional<String> host, boolean isTrusted, CertificateException refusal) {
        if (chain.length == 0) {
            return refusal;
        }
        return new CertificateException(words(chain, host, isTrusted), refusal);
    }

    private static String words(X509Certificate[] chain, Optional<String> host, boolean isTrusted) {
        for (X509Certificate certificate : chain) {
            try {
                certificate.checkValidity();
            } catch (CertificateExpiredException over) {
                return "the certificate " + attributes(certificate) + " expired on "
                        + certificate.getNotAfter().toInstant();
            } catch (CertificateNotYetValidException early) {
                return "the certificate " + attributes(certificate) + " is not valid before "
                        + certificate.getNotBefore().toInstant();
            }
        }
        X509Certificate own = chain[0];
        if (isTrusted) {
            return "the certificate " + attributes(own) + " does not name the host " + host.orElse("that was called")
                    + ", it names " + names(own);
        }
        X509Certificate last = chain[chain.length - 1];
        boolean selfSigned = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        if (selfSigned) {
            return "the certificate " + attributes(last) + " is self-signed, and neither this machine nor the sandbox"
                    + " trusts it";
        }
        return "the certificate " + attributes(last) + " is issued by "
                + brief(last.getIssuerX500Principal().getName())
                + ", which neither this machine nor the sandbox trusts"
                + (chain.length == 1 ? "; the server sends no intermediate certificate" : "");
    }

    private static String attributes(X509Certificate certificate) {
        return brief(certificate.getSubjectX500Principal().getName());
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null || names.isEmpty()
                    ? "none (it has no subjectAltName)"
                    : names.stream()
                            .limit(MOST_NAMES)
                            .map(name -> brief(String.valueOf(name.get(1))))
                            .collect(Collectors.joining(", "));
        } catch (CertificateParsingException unreadable) {
            return "none that can be read";
        }
    }

    private static String brief(String text) {
        return Excerpt.of(text, LONGEST);
    }
}
