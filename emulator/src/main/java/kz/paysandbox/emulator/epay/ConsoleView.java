package kz.paysandbox.emulator.epay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.secrets.Redaction;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.callbacks.CallbackPolicy;
import kz.paysandbox.emulator.epay.domain.InvoiceLink;
import kz.paysandbox.emulator.epay.domain.Order;

/** Answers of the control surface about ePay alone; each record is written as JSON, in its order. */
final class ConsoleView {

    private ConsoleView() {}

    /** What an application needs to call the bank: the first shop's credentials, and those of every shop. */
    public record Access(String clientId, String clientSecret, String terminal, List<Shop> shops) {}

    /**
     * A shop.
     *
     * @param steps 1 where a payment is charged at once, 2 where it is blocked first
     */
    public record Shop(String clientId, String clientSecret, String terminal, String shopId, int steps) {

        static Shop of(kz.paysandbox.emulator.epay.domain.tokens.Shop shop) {
            return new Shop(shop.clientId(), shop.secret(), shop.terminal(), shop.shopId(), shop.steps());
        }
    }

    /**
     * A test card.
     *
     * @param expiry MMYY
     * @param reasonCode why its payments are refused; absent where they are not
     */
    public record Card(String pan, String expiry, String cvc, String behaviour, Optional<Integer> reasonCode) {}

    /**
     * A hosted page on which a customer can pay, or a link that leads to one.
     *
     * @param kind {@code page} or {@code link}
     * @param shop its name
     * @param path of its address on ePay's listener
     * @param payment the latest attempt to pay there; absent before the first
     * @param expiresAt when the link's time is over; absent for a page
     */
    public record Checkout(
            String kind,
            String invoiceId,
            BigDecimal amount,
            String currency,
            String shop,
            String path,
            Optional<String> payment,
            Optional<Instant> expiresAt) {

        static Checkout of(kz.paysandbox.emulator.epay.domain.Checkout page) {
            return of(
                    "page",
                    page.order(),
                    "/payform/pay/" + page.id(),
                    Optional.of(page.paymentId()).filter(id -> !id.isEmpty()),
                    Optional.empty());
        }

        static Checkout of(InvoiceLink link) {
            return of(
                    "link",
                    link.order(),
                    "/redirect/invoice-link/" + link.id(),
                    Optional.empty(),
                    Optional.of(link.expires()));
        }

        private static Checkout of(
                String kind, Order order, String path, Optional<String> payment, Optional<Instant> expiresAt) {
            return new Checkout(
                    kind,
                    order.invoiceId(),
                    order.amount().toDecimal(),
                    order.currency(),
                    order.shop().name(),
                    path,
                    payment,
                    expiresAt);
        }
    }

    /**
     * A callback and its delivery.
     *
     * @param state {@code pending}, {@code delivered} or {@code failed}
     * @param nextAt when it is tried next; absent where it is not
     * @param attempts the latest ones, oldest first
     */
    public record Delivery(
            String id,
            String invoiceId,
            String url,
            String state,
            Optional<Instant> nextAt,
            String body,
            List<Attempt> attempts) {

        /** With stand-ins for what is secret. */
        static Delivery of(World world, Callback callback) {
            Redaction redaction = new Redaction(world.pseudonyms());
            return new Delivery(
                    callback.id(),
                    callback.invoiceId(),
                    redaction.target(callback.url()),
                    callback.state().label(),
                    callback.nextAt(),
                    redaction.body(callback.body().text()),
                    callback.attempts().stream()
                            .map(attempt -> Attempt.of(redaction, attempt))
                            .toList());
        }
    }

    /**
     * One try.
     *
     * @param error why the shop did not answer; absent where it did
     * @param status what it answered; absent where it did not
     * @param location where the answer redirects to
     * @param answer beginning of the answer's body
     * @param mayBeCopy true where an earlier try, under way when the sandbox ended, may have arrived; else absent
     */
    public record Attempt(
            Instant at,
            Optional<String> error,
            Optional<Integer> status,
            Optional<String> location,
            Optional<String> answer,
            Optional<Boolean> mayBeCopy) {

        static Attempt of(Redaction redaction, Callback.Attempt attempt) {
            return attempt.error().isEmpty()
                    ? new Attempt(
                            attempt.at(),
                            Optional.empty(),
                            Optional.of(attempt.status()),
                            given(attempt.location()).map(redaction::target),
                            given(attempt.answer()).map(redaction::body),
                            copy(attempt))
                    : new Attempt(
                            attempt.at(),
                            Optional.of(redaction.words(attempt.error())),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            copy(attempt));
        }

        private static Optional<Boolean> copy(Callback.Attempt attempt) {
            return Optional.of(attempt.mayBeCopy()).filter(may -> may);
        }

        private static Optional<String> given(String text) {
            return Optional.of(text).filter(some -> !some.isEmpty());
        }
    }

    /**
     * How callbacks are delivered.
     *
     * @param delay from the event to the first delivery
     * @param duplicates how many more times the first delivery is made
     * @param order {@code in-order} or {@code reversed}
     * @param retries gaps after the previous attempt
     */
    public record Policy(Duration delay, int duplicates, String order, boolean beforeResponse, List<Duration> retries) {

        static Policy of(CallbackPolicy policy) {
            return new Policy(
                    policy.delay(),
                    policy.duplicates(),
                    policy.order().label(),
                    policy.beforeResponse(),
                    policy.retries());
        }
    }
}
