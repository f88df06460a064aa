package kz.paysandbox.emulator.http.tls;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.net.TlsWords;

/** Why a handshake failed, in words a developer can act on. */
public final class HandshakeFailure {

    private record KnownMessage(String part, String words) {}

    private static final String OLD_TLS = "the client offers only old TLS versions; 1.2 is the least";

    /** As in "Client requested protocol TLSv1.1 is not enabled or supported in server context". */
    private static final Pattern OFFERED = Pattern.compile("requested protocol (\\S+) is not enabled or supported");

    private static final List<KnownMessage> SAYINGS = List.of(
            new KnownMessage("plaintext connection", "the client spoke plain HTTP to a TLS port; use https://"),
            new KnownMessage("is not enabled or supported", OLD_TLS),
            new KnownMessage("protocol_version", OLD_TLS),
            new KnownMessage("no cipher suites in common", "client and sandbox share no cipher suite"),
            new KnownMessage(
                    "Empty client certificate chain", "the client sent no certificate, and this setting demands one"),
            new KnownMessage("unknown_ca", "the client does not trust this sandbox; give it pki/ca-bundle.pem"),
            new KnownMessage(
                    "bad_certificate",
                    "the client does not accept the server's certificate; give it pki/ca-bundle.pem"),
            new KnownMessage(
                    "certificate_unknown", "the client does not trust this sandbox; give it pki/ca-bundle.pem"),
            new KnownMessage(
                    "Insufficient buffer remaining for AEAD",
                    "the client broke off, most likely because it does not trust this sandbox; give it pki/ca-bundle.pem"),
            new KnownMessage(
                    "Tag mismatch",
                    "the client broke off with an alert sent in the clear; does it trust pki/ca-bundle.pem?"),
            new KnownMessage("Broken pipe", "the client closed the connection in the middle of the handshake"),
            new KnownMessage("Connection reset", "the client closed the connection in the middle of the handshake"),
            new KnownMessage("closed", "the client closed the connection in the middle of the handshake"));

    private HandshakeFailure() {}

    /** The reason in words; the machine's own message where it is a new one. */
    public static String inWords(Throwable failure) {
        return refusedCertificate(failure).map(Throwable::getMessage).orElseGet(() -> translate(failure));
    }

    /** The client certificate that was refused, where that was the reason. */
    public static Optional<ClientCertificateRefused> refusedCertificate(Throwable failure) {
        return causes(failure)
                .filter(ClientCertificateRefused.class::isInstance)
                .map(ClientCertificateRefused.class::cast)
                .findFirst();
    }

    /** The newest version that the client offers, where that was too old; empty where something else failed. */
    public static Optional<String> oldVersion(Throwable failure) {
        return causes(failure)
                .map(cause -> OFFERED.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static String translate(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> SAYINGS.stream()
                        .filter(saying -> String.valueOf(cause.getMessage()).contains(saying.part())))
                .map(KnownMessage::words)
                .findFirst()
                .orElseGet(() -> "TLS handshake failed: " + TlsWords.of(failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
