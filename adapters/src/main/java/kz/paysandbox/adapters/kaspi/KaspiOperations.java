package kz.paysandbox.adapters.kaspi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.Cancellation;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.PaymentView;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.Purchase;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RefundQr;
import kz.paysandbox.adapters.kaspi.payment.RefundScanStatus;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.kaspi.payment.Till;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.kaspi.wire.Answers;
import kz.paysandbox.adapters.kaspi.wire.Requests;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Repeat;
import org.jspecify.annotations.Nullable;

/** The operations of all schemes; r3 adds its organisation to each message. */
final class KaspiOperations {
    private static final String STATUS = "payment/status";
    private static final String LOST_CODE =
            "no look-up by order number exists; nobody holds the code or link of a payment"
                    + " made in vain, it expires unpaid by itself: a new one may be made";

    private final KaspiCalls calls;
    private final Execution execution;

    KaspiOperations(KaspiCalls calls, Execution execution) {
        this.calls = calls;
        this.execution = execution;
    }

    CompletableFuture<List<TradePoint>> tradePoints(Optional<Bin> bin) {
        String path = "partner/tradepoints" + bin.map(b -> "/" + b.value()).orElse("");
        return calls.getList(
                execution,
                "partner/tradepoints",
                path,
                Answers.TradePoint.class,
                row -> new TradePoint(
                        AnswerReading.required(row.tradePointId(), "TradePointId"),
                        AnswerReading.required(row.tradePointName(), "TradePointName")));
    }

    CompletableFuture<DeviceToken> register(Optional<Bin> bin, String deviceId, long tradePointId) {
        if (!deviceId.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new IllegalArgumentException("a device id has Latin letters, digits, '-' and '_' only: " + deviceId);
        }
        return calls.post(
                execution,
                "device/register",
                new Requests.DeviceRegister(text(bin), deviceId, tradePointId),
                Repeat.HARMLESS,
                Answers.Device.class,
                data -> token(AnswerReading.required(data.deviceToken(), "DeviceToken")));
    }

    private static DeviceToken token(String value) {
        if (value.isBlank() || value.length() > 256) {
            throw new AnswerReading.Malformed("DeviceToken is empty or too long");
        }
        return DeviceToken.of(value);
    }

    CompletableFuture<Void> delete(Optional<Bin> bin, DeviceToken device) {
        return calls.postForNothing(
                execution, "device/delete", new Requests.DeviceDelete(text(bin), device.value()), Repeat.NEVER);
    }

    CompletableFuture<MoneyAnswer<QrPayment>> createQr(Optional<Bin> bin, Order order) {
        Till till = new Till(bin, order.device());
        return create(
                till,
                () -> calls.post(
                        execution,
                        "qr/create",
                        create(bin, order),
                        Repeat.NEVER,
                        Answers.QrCreated.class,
                        data -> AnswerReading.qr(data, now(), till)),
                LOST_CODE);
    }

    CompletableFuture<MoneyAnswer<LinkPayment>> createLink(Optional<Bin> bin, Order order) {
        Till till = new Till(bin, order.device());
        return create(
                till,
                () -> calls.post(
                        execution,
                        "qr/create-link",
                        create(bin, order),
                        Repeat.NEVER,
                        Answers.LinkCreated.class,
                        data -> AnswerReading.link(data, now(), till)),
                LOST_CODE);
    }

    CompletableFuture<MoneyAnswer<RemoteInvoice>> invoice(
            Bin bin, DeviceToken device, Phone phone, Tenge amount, Optional<String> comment) {
        if (!amount.positive()) {
            throw new IllegalArgumentException("an invoice is for more than nothing");
        }
        Till till = new Till(Optional.of(bin), device);
        return create(
                till,
                () -> calls.post(
                        execution,
                        "remote/create",
                        new Requests.RemoteCreate(
                                bin.value(), amount.amount(), phone.value(), device.value(), comment.orElse(null)),
                        Repeat.NEVER,
                        Answers.RemoteCreated.class,
                        data -> new RemoteInvoice(
                                AnswerReading.required(data.qrPaymentId(), "QrPaymentId"), Optional.of(till))),
                "no look-up by phone or order exists; the invoice may be on the customer's phone for 24 hours:"
                        + " ask the customer or the bank before making another");
    }

    /** Nothing can be looked up without an id. */
    private <T> CompletableFuture<MoneyAnswer<T>> create(
            Till till, Supplier<CompletableFuture<T>> call, String advice) {
        return reconciliation().without(call, advice).thenApply(answer -> answer.about(till.text()));
    }

    CompletableFuture<PaymentStatus> status(long paymentId) {
        return calls.get(
                execution, STATUS, STATUS + "/" + paymentId, Map.of(), Answers.Status.class, KaspiOperations::status);
    }

    CompletableFuture<PaymentStatus> poll(long paymentId, Duration deadline) {
        return calls.poll(STATUS, STATUS + "/" + paymentId, deadline, Answers.Status.class, KaspiOperations::status);
    }

    CompletableFuture<PaymentView> view(long paymentId) {
        return calls.get(
                execution,
                STATUS + " v02",
                "v02/" + STATUS + "/" + paymentId,
                Map.of(),
                Answers.Status.class,
                AnswerReading::view);
    }

    CompletableFuture<PaymentDetails> details(long paymentId, DeviceToken device) {
        return calls.get(
                execution,
                "payment/details",
                "payment/details",
                new TreeMap<>(Map.of("QrPaymentId", Long.toString(paymentId), "DeviceToken", device.value())),
                Answers.Details.class,
                data -> AnswerReading.details(data, paymentId));
    }

    CompletableFuture<Void> ping() {
        return calls.ping(execution);
    }

    CompletableFuture<String> customerName(Phone phone, DeviceToken device) {
        return calls.get(
                execution,
                "remote/client-info",
                "remote/client-info",
                new TreeMap<>(Map.of("PhoneNumber", phone.value(), "DeviceToken", device.value())),
                Answers.Client.class,
                data -> AnswerReading.required(data.clientName(), "ClientName"));
    }

    CompletableFuture<RefundQr> createRefundQr(DeviceToken device, Optional<String> externalId) {
        return calls.post(
                execution,
                "return/create",
                new Requests.ReturnCreate(
                        device.value(),
                        externalId.or(calls.settings()::orderKey).orElse(null)),
                Repeat.NEVER,
                Answers.ReturnCreated.class,
                AnswerReading::refundQr);
    }

    CompletableFuture<RefundScanStatus> refundQrStatus(long refundQrId) {
        return calls.get(
                execution,
                "return/status",
                "return/status/" + refundQrId,
                Map.of(),
                Answers.Status.class,
                data -> RefundScanStatus.of(AnswerReading.required(data.status(), "Status")));
    }

    CompletableFuture<List<Purchase>> purchases(DeviceToken device, long refundQrId, int most) {
        if (most < 1 || most > 10) {
            throw new IllegalArgumentException("from 1 to 10 purchases, not " + most);
        }
        return calls.postList(
                execution,
                "return/operations",
                new Requests.ReturnOperations(device.value(), refundQrId, most),
                Answers.Operation.class,
                AnswerReading::purchase);
    }

    CompletableFuture<MoneyAnswer<Refund>> refund(
            Optional<Bin> bin, DeviceToken device, long paymentId, Optional<Long> refundQrId, Tenge amount) {
        return new KaspiReversals(calls, execution).refund(bin, device, paymentId, refundQrId, amount);
    }

    CompletableFuture<MoneyAnswer<Cancellation>> cancelInvoice(Bin bin, DeviceToken device, long paymentId) {
        return new KaspiReversals(calls, execution).cancelInvoice(bin, device, paymentId);
    }

    CompletableFuture<Void> play(String step, long paymentId) {
        return calls.postForNothing(
                execution, "test/payment/" + step, new Requests.TestPayment(Long.toString(paymentId)), Repeat.NEVER);
    }

    private Reconciliation reconciliation() {
        return calls.settings().reconciliation();
    }

    private Requests.Create create(Optional<Bin> bin, Order order) {
        return new Requests.Create(
                text(bin),
                order.device().value(),
                order.amount().amount(),
                order.externalId().or(calls.settings()::orderKey).orElse(null));
    }

    private static PaymentStatus status(Answers.Status data) {
        return PaymentStatus.of(AnswerReading.required(data.status(), "Status"));
    }

    static @Nullable String text(Optional<Bin> bin) {
        return bin.map(Bin::value).orElse(null);
    }

    private Instant now() {
        return calls.settings().http().surroundings().clock().instant();
    }
}
