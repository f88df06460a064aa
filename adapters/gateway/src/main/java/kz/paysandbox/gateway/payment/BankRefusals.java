package kz.paysandbox.gateway.payment;

import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.PaymentException.Cases;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.payment.KaspiCode;

/** What the failures of the banks' clients are for a shop. A table, one line a code. */
public final class BankRefusals {
    private static final long NO_MONEY_FOR_REFUNDS = 3141;

    private BankRefusals() {}

    /** The refusal that a failure of a call to Kaspi is, where the call was certainly not carried out, or was a reading. */
    public static Refusal kaspi(PaymentException failure) {
        return of(failure, rejected -> kaspi(rejected));
    }

    /** The refusal that a failure of a call to ePay is, where the call was certainly not carried out, or was a reading. */
    public static Refusal epay(PaymentException failure) {
        return credentials(of(failure, BankRefusals::epay));
    }

    /**
     * The refusal that a failure of a refund, charge or cancellation at ePay is, where it was certainly not carried out;
     * 3141 says that the shop's contract has no money for refunds left.
     */
    public static Refusal epayOperation(PaymentException failure) {
        return credentials(of(failure, BankRefusals::epayOperation));
    }

    /** ePay knows the gateway by the shop's credentials alone. */
    private static Refusal credentials(Refusal refusal) {
        return refusal.code() == RefusalCode.BANK_REFUSES_GATEWAY
                ? Refusal.of(RefusalCode.EPAY_CREDENTIALS, "the bank refuses the shop's ePay credentials or terminal")
                : refusal;
    }

    private static Refusal of(PaymentException failure, Function<? super Rejected, ? extends Refusal> rejected) {
        return failure.fold(new Cases<Refusal>(
                unreachable -> Refusal.of(RefusalCode.BANK_UNAVAILABLE, "the bank could not be reached"),
                lost -> Refusal.of(RefusalCode.BANK_UNAVAILABLE, "the bank did not answer"),
                rejected,
                forbidden -> Refusal.of(
                        RefusalCode.BANK_REFUSES_GATEWAY, "the bank refuses the gateway's certificate, key or address"),
                limited -> limited.retryAfter()
                        .map(wait -> Refusal.later(wait, "the bank asks to wait"))
                        .orElseGet(() -> Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "the bank asks to wait")),
                violation -> Refusal.of(RefusalCode.BANK_PROTOCOL, "what answered is not the bank"),
                proved -> cause(proved)
                        .<Refusal>map(rejected)
                        .orElseGet(() -> Refusal.of(
                                RefusalCode.BANK_UNAVAILABLE, "the answer was lost, and nothing was carried out")),
                held -> Refusal.of(
                        RefusalCode.OPERATION_IN_PROGRESS,
                        "another operation of this payment is under way or unknown")));
    }

    private static Optional<Rejected> cause(PaymentException proved) {
        return proved.getCause() instanceof Rejected rejected ? Optional.of(rejected) : Optional.empty();
    }

    private static Refusal kaspi(Rejected rejected) {
        RefusalCode code = switch (KaspiCode.of(rejected.code())) {
            case UNAVAILABLE -> RefusalCode.BANK_UNAVAILABLE;
            case NO_CERTIFICATE -> RefusalCode.BANK_REFUSES_GATEWAY;
            case UNEXPLAINED_1401 -> RefusalCode.BIN_NOT_REGISTERED;
            case UNEXPLAINED_1404, WRONG_AMOUNT -> RefusalCode.INVALID_REQUEST;
            case DEVICE_NOT_FOUND, DEVICE_INACTIVE, DEVICE_ELSEWHERE -> RefusalCode.DEVICE_NOT_FOUND;
            case PURCHASE_NOT_FOUND, PURCHASE_ID_NOT_FOUND -> RefusalCode.PAYMENT_NOT_FOUND;
            case NO_TRADE_POINTS -> RefusalCode.NO_TRADE_POINTS;
            case TRADE_POINT_NOT_FOUND, TRADE_POINT_OFF, NO_QR_PAYMENTS, NO_PAYMENT_METHODS ->
                RefusalCode.TRADE_POINT_INACTIVE;
            case OTHER_TRADE_POINT -> RefusalCode.OTHER_TRADE_POINT;
            case REFUND_TOO_LARGE -> RefusalCode.REFUND_TOO_LARGE;
            case REFUND_FAILED -> RefusalCode.BANK_REFUND_FAILED;
            case NOT_REFUNDABLE -> RefusalCode.NOT_REFUNDABLE;
            case NO_PARTIAL_REFUND -> RefusalCode.PARTIAL_REFUND_IMPOSSIBLE;
            case UNEXPLAINED_10, UNEXPLAINED_29, UNEXPLAINED_32 -> RefusalCode.CUSTOMER_NOT_INVOICEABLE;
            case UNEXPLAINED_31 -> RefusalCode.TOO_MANY_REQUESTS;
            case SUCCESS, UNKNOWN -> RefusalCode.BANK_REFUSED;
        };
        return Refusal.bank(code, rejected.code(), said(rejected));
    }

    private static Refusal epay(Rejected rejected) {
        return epay(rejected, RefusalCode.CARD_DECLINED);
    }

    private static Refusal epayOperation(Rejected rejected) {
        return epay(
                rejected,
                rejected.code() == NO_MONEY_FOR_REFUNDS ? RefusalCode.BANK_REFUND_FAILED : RefusalCode.BANK_REFUSED);
    }

    private static Refusal epay(Rejected rejected, RefusalCode other) {
        long code = rejected.code();
        RefusalCode word = other;
        if (code == 103 || code == 107) {
            word = RefusalCode.BANK_UNAVAILABLE;
        } else if (code == 104 || code == 106 || code == 109) {
            word = RefusalCode.EPAY_CREDENTIALS;
        } else if (code == 100) {
            word = RefusalCode.INVALID_TRANSITION;
        }
        return Refusal.bank(word, code, said(rejected));
    }

    /** The bank's words, which hold no secret of the shop's. */
    private static String said(Rejected rejected) {
        return "the bank refused with code " + rejected.code()
                + (rejected.bankMessage().isBlank() ? "" : ": " + rejected.bankMessage());
    }
}
