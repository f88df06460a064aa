package kz.paysandbox.adapters.kaspi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.adapters.kaspi.wire.Answers;
import kz.paysandbox.adapters.kaspi.wire.Requests;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Repeat;
import kz.paysandbox.adapters.transport.WholeCall;
import org.jspecify.annotations.Nullable;

/** What the schemes have in common; r3 adds its organisation to each message. */
final class KaspiOperations {
    private static final String STATUS = "payment/status";

    private final KaspiCalls calls;

    KaspiOperations(KaspiCalls calls) {
        this.calls = calls;
    }

    /** One operation that makes several requests, within one deadline. */
    <T> T whole(Function<KaspiOperations, T> operation) {
        WholeCall whole = WholeCall.begin(calls.settings().http());
        try {
            return operation.apply(new KaspiOperations(calls.within(whole)));
        } finally {
            whole.end();
        }
    }

    List<TradePoint> tradePoints(Optional<Bin> bin) {
        String path = "partner/tradepoints" + bin.map(b -> "/" + b.value()).orElse("");
        return calls.getList(
                "partner/tradepoints",
                path,
                Answers.TradePoint.class,
                row -> new TradePoint(
                        Reading.required(row.tradePointId(), "TradePointId"),
                        Reading.required(row.tradePointName(), "TradePointName")));
    }

    DeviceToken register(Optional<Bin> bin, String deviceId, long tradePointId) {
        if (!deviceId.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new IllegalArgumentException("a device id has Latin letters, digits, '-' and '_' only: " + deviceId);
        }
        return calls.post(
                "device/register",
                new Requests.DeviceRegister(text(bin), deviceId, tradePointId),
                Repeat.HARMLESS,
                Answers.Device.class,
                data -> token(Reading.required(data.deviceToken(), "DeviceToken")));
    }

    private static DeviceToken token(String value) {
        if (value.isBlank() || value.length() > 256) {
            throw new Reading.Malformed("DeviceToken is empty or too long");
        }
        return DeviceToken.of(value);
    }

    void delete(Optional<Bin> bin, DeviceToken device) {
        calls.postForNothing("device/delete", new Requests.DeviceDelete(text(bin), device.value()), Repeat.NEVER);
    }

    MoneyAnswer<QrPayment> createQr(Optional<Bin> bin, Order order) {
        Till till = new Till(bin, order.device());
        return create(
                till,
                () -> calls.post(
                        "qr/create",
                        create(bin, order),
                        Repeat.NEVER,
                        Answers.QrCreated.class,
                        data -> Reading.qr(data, now(), till)));
    }

    MoneyAnswer<LinkPayment> createLink(Optional<Bin> bin, Order order) {
        Till till = new Till(bin, order.device());
        return create(
                till,
                () -> calls.post(
                        "qr/create-link",
                        create(bin, order),
                        Repeat.NEVER,
                        Answers.LinkCreated.class,
                        data -> Reading.link(data, now(), till)));
    }

    /** Nothing can be looked up without an id; but nobody holds the token either. */
    private <T> MoneyAnswer<T> create(Till till, Supplier<T> call) {
        return reconciliation()
                .without(
                        call,
                        "no look-up by order number exists; nobody holds the code or link of a payment made in"
                                + " vain, it expires unpaid by itself: a new one may be made")
                .about(till.text());
    }

    PaymentStatus status(long paymentId) {
        return calls.get(STATUS, STATUS + "/" + paymentId, Map.of(), Answers.Status.class, KaspiOperations::status);
    }

    CompletableFuture<PaymentStatus> poll(long paymentId, Duration deadline) {
        return calls.poll(STATUS, STATUS + "/" + paymentId, deadline, Answers.Status.class, KaspiOperations::status);
    }

    PaymentView view(long paymentId) {
        return calls.get(
                STATUS + " v02", "v02/" + STATUS + "/" + paymentId, Map.of(), Answers.Status.class, Reading::view);
    }

    PaymentDetails details(long paymentId, DeviceToken device) {
        Map<String, String> query =
                new TreeMap<>(Map.of("QrPaymentId", Long.toString(paymentId), "DeviceToken", device.value()));
        return calls.get(
                "payment/details",
                "payment/details",
                query,
                Answers.Details.class,
                data -> Reading.details(data, paymentId));
    }

    /** Looks at what can be refunded before and, if the answer is lost, after; one refund of a payment at a time. */
    MoneyAnswer<Refund> refund(
            Optional<Bin> bin, DeviceToken device, long paymentId, Optional<Long> refundQrId, Tenge amount) {
        if (!amount.positive()) {
            throw new IllegalArgumentException("a refund is for more than nothing");
        }
        Till till = new Till(bin, device);
        return inTurn(
                till,
                paymentId,
                alone -> new RefundAttempt(
                                reconciliation(),
                                alone,
                                () -> details(paymentId, device),
                                new Refund(Optional.empty(), paymentId, amount, till))
                        .make(() -> calls.post(
                                "payment/return",
                                new Requests.PaymentReturn(
                                        text(bin), device.value(), paymentId, refundQrId.orElse(null), amount.amount()),
                                Repeat.NEVER,
                                Answers.Returned.class,
                                data -> new Refund(
                                        Optional.of(Reading.required(data.returnOperationId(), "ReturnOperationId")),
                                        paymentId,
                                        amount,
                                        till))));
    }

    /** One look only: the status of a remote invoice must not be polled (4.6). */
    MoneyAnswer<Cancellation> cancelInvoice(Bin bin, DeviceToken device, long paymentId) {
        Till till = new Till(Optional.of(bin), device);
        return inTurn(
                till,
                paymentId,
                alone -> reconciliation()
                        .once()
                        .settle(
                                () -> calls.post(
                                        "remote/cancel",
                                        new Requests.RemoteCancel(bin.value(), paymentId, device.value()),
                                        Repeat.NEVER,
                                        Answers.Status.class,
                                        data -> new Cancellation(paymentId, Reading.cancelled(data), till)),
                                () -> cancelled(paymentId, status(paymentId), till)));
    }

    /** That it is withdrawn is what was asked for, whoever did it; a final state of another kind excludes it (Annex 4). */
    private static Clue<Cancellation> cancelled(long paymentId, PaymentStatus now, Till till) {
        String finding = "the invoice is " + now.raw();
        return switch (now.kind()) {
            case REMOTE_CANCELED -> Clue.applied(new Cancellation(paymentId, now, till), finding);
            case PROCESSED, ERROR -> Clue.notApplied(finding);
            case REMOTE_CREATED -> Clue.unchanged(finding);
            case CREATED, WAIT, UNKNOWN -> Clue.undecided(finding);
        };
    }

    private <T> MoneyAnswer<T> inTurn(Till till, long paymentId, Function<BooleanSupplier, MoneyAnswer<T>> attempt) {
        return reconciliation()
                .turns()
                .take("kaspi " + paymentId, calls.settings().http().deadline(), attempt)
                .about(till.text());
    }

    private Reconciliation reconciliation() {
        return calls.settings().reconciliation();
    }

    private static Requests.Create create(Optional<Bin> bin, Order order) {
        return new Requests.Create(
                text(bin),
                order.device().value(),
                order.amount().amount(),
                order.externalId().orElse(null));
    }

    private static PaymentStatus status(Answers.Status data) {
        return PaymentStatus.of(Reading.required(data.status(), "Status"));
    }

    private static @Nullable String text(Optional<Bin> bin) {
        return bin.map(Bin::value).orElse(null);
    }

    private Instant now() {
        return calls.settings().http().surroundings().clock().instant();
    }
}
