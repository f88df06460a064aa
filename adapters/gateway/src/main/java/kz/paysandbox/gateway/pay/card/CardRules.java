package kz.paysandbox.gateway.pay.card;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Payment;

/**
 * How card payments are made here.
 *
 * @param publicUrl where customers and the bank reach the gateway ({@code public-url}); asked for when it is needed, for a
 *     listener's port is known once it listens
 * @param postLink where the bank reports, if not under {@code publicUrl} ({@code epay.post-link})
 * @param back where customers come back to, if not to the gateway's own pages
 * @param life how long a payment may stay unpaid ({@code epay.life})
 * @param refundWindow how long after the payment it may be refunded ({@code refund.window}); the bank names none
 */
public record CardRules(
        Supplier<URI> publicUrl, Optional<URI> postLink, BackLinks back, Duration life, Duration refundWindow) {
    /**
     * Where customers come back to.
     *
     * @param success after success ({@code epay.back-link})
     * @param failure after failure ({@code epay.failure-back-link})
     */
    public record BackLinks(Optional<URI> success, Optional<URI> failure) {
        /** To the gateway's own pages. */
        public static final BackLinks OURS = new BackLinks(Optional.empty(), Optional.empty());
    }

    /** The least refund in tenge, by the bank's page. */
    public static final Tenge LEAST_REFUND = Tenge.of(10);

    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration REFUND_WINDOW = Duration.ofDays(180);

    /** Two hours to pay, 180 days to refund, our own pages. */
    public static CardRules at(URI publicUrl) {
        return new CardRules(() -> publicUrl, Optional.empty(), BackLinks.OURS, LIFE, REFUND_WINDOW);
    }

    /** Where the bank reports. */
    public URI callbacks() {
        return postLink.orElseGet(() -> ours("/api/v1/payments/callback"));
    }

    /** Where the customer comes back to after success. */
    public URI back(Payment payment) {
        return theirs(payment).or(back::success).orElseGet(() -> ours("/payment/success?paymentId=" + payment.id()));
    }

    /** Where the customer comes back to after failure. */
    public URI failureBack(Payment payment) {
        return theirs(payment).or(back::failure).orElseGet(() -> ours("/payment/failure?paymentId=" + payment.id()));
    }

    private static Optional<URI> theirs(Payment payment) {
        return payment.terms().card().backLink().map(URI::create);
    }

    /** Where the customer's browser brings his bank's answer ({@code TermUrl}). */
    public URI termUrl(Payment payment) {
        return ours("/api/v1/payments/" + payment.id() + "/3ds");
    }

    /** An address of the gateway's own, as its customers reach it. */
    public URI ours(String path) {
        String base = publicUrl.get().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
