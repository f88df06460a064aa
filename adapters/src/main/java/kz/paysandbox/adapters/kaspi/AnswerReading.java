package kz.paysandbox.adapters.kaspi;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.PaymentMethod;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.PaymentTimes;
import kz.paysandbox.adapters.kaspi.payment.PaymentView;
import kz.paysandbox.adapters.kaspi.payment.Purchase;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.RefundQr;
import kz.paysandbox.adapters.kaspi.payment.Till;
import kz.paysandbox.adapters.kaspi.wire.Answers;
import kz.paysandbox.adapters.money.Tenge;
import org.jspecify.annotations.Nullable;

/** The checked values of wire messages; a missing or senseless field is a violation that names the field. */
final class AnswerReading {
    private AnswerReading() {}

    static QrPayment qr(Answers.QrCreated data, Instant now, Till till) {
        return new QrPayment(
                required(data.qrPaymentId(), "QrPaymentId"),
                required(data.qrToken(), "QrToken"),
                date(data.expireDate(), "ExpireDate"),
                now,
                methods(data.paymentMethods()),
                times(data.qrPaymentBehaviorOptions()),
                till);
    }

    static LinkPayment link(Answers.LinkCreated data, Instant now, Till till) {
        return new LinkPayment(
                required(data.paymentId(), "PaymentId"),
                uri(required(data.paymentLink(), "PaymentLink")),
                date(data.expireDate(), "ExpireDate"),
                now,
                methods(data.paymentMethods()),
                times(data.paymentBehaviorOptions()),
                till);
    }

    static RefundQr refundQr(Answers.ReturnCreated data) {
        Answers.ReturnBehavior behavior = data.qrReturnBehaviorOptions();
        return new RefundQr(
                required(data.qrReturnId(), "QrReturnId"),
                required(data.qrToken(), "QrToken"),
                date(data.expireDate(), "ExpireDate"),
                seconds(
                        behavior == null ? null : behavior.qrCodeScanEventPollingInterval(),
                        PaymentTimes.DOCUMENTED.pollingInterval()),
                seconds(
                        behavior == null ? null : behavior.qrCodeScanWaitTimeout(),
                        PaymentTimes.DOCUMENTED.scanTimeout()));
    }

    /** An answer about another payment than the one that was asked about is none. */
    static PaymentDetails details(Answers.Details data, long asked) {
        long answered = required(data.qrPaymentId(), "QrPaymentId");
        if (answered != asked) {
            throw violation("QrPaymentId is " + answered + ", asked was " + asked);
        }
        return new PaymentDetails(
                answered,
                tenge(data.totalAmount(), "TotalAmount"),
                tenge(data.availableReturnAmount(), "AvailableReturnAmount"),
                date(data.transactionDate(), "TransactionDate"));
    }

    static Purchase purchase(Answers.Operation data) {
        return new Purchase(
                required(data.qrPaymentId(), "QrPaymentId"),
                tenge(data.amount(), "Amount"),
                date(data.transactionDate(), "TransactionDate"));
    }

    static PaymentView view(Answers.Status data) {
        return new PaymentView(
                PaymentStatus.of(required(data.status(), "Status")),
                Optional.ofNullable(data.transactionId()),
                Optional.ofNullable(data.loanOfferName()),
                Optional.ofNullable(data.loanTerm()),
                Optional.ofNullable(data.isOffer()),
                Optional.ofNullable(data.productType()),
                Optional.ofNullable(data.amount()).map(amount -> tenge(amount, "Amount")),
                Optional.ofNullable(data.storeName()),
                Optional.ofNullable(data.address()),
                Optional.ofNullable(data.city()));
    }

    /** A success that shows another state than the withdrawn one is none. */
    static PaymentStatus cancelled(Answers.Status data) {
        PaymentStatus status = PaymentStatus.of(required(data.status(), "Status"));
        if (status.kind() != PaymentStatus.Kind.REMOTE_CANCELED) {
            throw violation("Status is " + status.raw() + " after a cancellation");
        }
        return status;
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw violation(field + " is missing");
        }
        return value;
    }

    static Tenge tenge(@Nullable BigDecimal amount, String field) {
        try {
            return Tenge.of(required(amount, field));
        } catch (IllegalArgumentException e) {
            throw violation(field + " is no amount of tenge");
        }
    }

    private static Instant date(@Nullable String text, String field) {
        try {
            return KaspiDates.parse(required(text, field));
        } catch (DateTimeException e) {
            throw violation(field + " is no date");
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw violation("PaymentLink is no link");
        }
    }

    private static List<PaymentMethod> methods(@Nullable List<@Nullable String> words) {
        return words == null
                ? List.of()
                : words.stream()
                        .filter(word -> word != null)
                        .map(PaymentMethod::new)
                        .toList();
    }

    private static PaymentTimes times(Answers.@Nullable Behavior behavior) {
        PaymentTimes usual = PaymentTimes.DOCUMENTED;
        if (behavior == null) {
            return usual;
        }
        Long scan = behavior.qrCodeScanWaitTimeout() != null
                ? behavior.qrCodeScanWaitTimeout()
                : behavior.linkActivationWaitTimeout();
        return new PaymentTimes(
                seconds(behavior.statusPollingInterval(), usual.pollingInterval()),
                seconds(scan, usual.scanTimeout()),
                seconds(behavior.paymentConfirmationTimeout(), usual.confirmationTimeout()));
    }

    private static Duration seconds(@Nullable Long announced, Duration usual) {
        return announced == null ? usual : Duration.ofSeconds(announced);
    }

    private static Malformed violation(String what) {
        return new Malformed(what);
    }

    /** Becomes a ProtocolViolation where the X-Request-ID is known. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }
    }
}
