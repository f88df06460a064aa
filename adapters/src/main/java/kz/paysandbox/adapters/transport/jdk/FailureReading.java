package kz.paysandbox.adapters.transport.jdk;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.transport.ApiRequest;
import org.jspecify.annotations.Nullable;

/** The meaning of a lost call for the money, read from the way it was lost. A pure table. */
final class FailureReading {
    private FailureReading() {}

    /**
     * Translates a failure.
     *
     * @param answerBegan whether any byte of an answer was seen: from then on nothing is "not applied"
     */
    static PaymentException of(ApiRequest request, Throwable failure, boolean answerBegan) {
        if (find(failure, LimitedBody.ResponseTooLarge.class) != null || find(failure, ZipException.class) != null) {
            return broken(request, failure);
        }
        if (!answerBegan) {
            if (find(failure, UnknownHostException.class) != null
                    || find(failure, UnresolvedAddressException.class) != null) {
                return ConnectionFailed.passing(
                        request.requestId(),
                        "no address for host " + request.uri().getHost(),
                        failure);
            }
            if (find(failure, ConnectException.class) != null) {
                return ConnectionFailed.passing(request.requestId(), unconnected(request, failure), failure);
            }
            if (certificate(failure)) {
                return ConnectionFailed.lasting(request.requestId(), "TLS: " + says(request, failure), failure);
            }
        }
        return OutcomeUnknown.lost(request.requestId(), says(request, failure), failure);
    }

    /** A whole answer that cannot be read. */
    static PaymentException broken(ApiRequest request, Throwable failure) {
        return ProtocolViolation.unreadable(request.requestId(), says(request, failure), failure);
    }

    /** Under TLS 1.3 the server's verdict on our certificate arrives after the request was written. */
    private static boolean certificate(Throwable failure) {
        SSLException tls = find(failure, SSLException.class);
        if (tls == null) {
            return false;
        }
        String said = String.valueOf(tls.getMessage());
        return tls instanceof SSLHandshakeException
                || tls instanceof SSLPeerUnverifiedException
                || find(failure, CertificateException.class) != null
                || said.contains("fatal alert: certificate_")
                || said.contains("_certificate")
                || said.contains("unknown_ca")
                || said.contains("access_denied");
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
            at = at.getCause();
        }
        return null;
    }

    private static String unconnected(ApiRequest request, Throwable failure) {
        return request.operation() + ": no connection to " + request.uri().getRawAuthority() + ": " + name(failure);
    }

    private static String says(ApiRequest request, Throwable failure) {
        return request.operation() + " at " + request.uri().getRawAuthority() + ": " + name(failure);
    }

    /** Many failures of the JDK have no message of their own; then the first cause that has one speaks. */
    private static String name(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (at.getMessage() != null) {
                return failure.getClass().getSimpleName() + " " + at.getMessage();
            }
            at = at.getCause();
        }
        return failure.getClass().getSimpleName();
    }
}
