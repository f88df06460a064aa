package kz.paysandbox.emulator.kaspi.domain.codes;

import static kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode.DEVICE_NOT_ACTIVE;
import static kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode.DEVICE_NOT_FOUND;
import static kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode.NO_CERTIFICATE;
import static kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode.PURCHASE_ID_NOT_FOUND;
import static kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode.PURCHASE_NOT_FOUND;
import static kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode.WRONG_AMOUNT;

/**
 * Why something was refused, as a meaning. Most have one documented code; where the code of a meaning is our assumption,
 * it has a name under {@code kaspi.code.}, by which it can be set to another.
 */
public enum Reason {
    KEY_NOT_ACCEPTED(NO_CERTIFICATE, "key-not-accepted", "an Api-Key that is missing or unknown"),
    NO_CERTIFICATE_SENT(NO_CERTIFICATE, "no client certificate was sent"),
    ORGANIZATION_UNKNOWN(
            KaspiCode.NOT_AUTHORISED,
            "organization-unknown",
            "r3: an organisation that the bank does not know, that is switched off, or that this certificate may not act for"),
    ORGANIZATION_OFF(NO_CERTIFICATE, "organization-off", "r1, r2: the caller's organisation is switched off"),
    PHONE_MALFORMED(KaspiCode.PHONE_MALFORMED, "phone-malformed", "a phone number that is none"),
    DEVICE_UNKNOWN(DEVICE_NOT_FOUND, "no device with this DeviceToken is registered for this organisation"),
    DEVICE_UNKNOWN_UNLISTED(
            DEVICE_NOT_FOUND,
            "device-unknown-unlisted",
            "details, operations: an unknown device, which their lists lack"),
    DEVICE_INACTIVE(DEVICE_NOT_ACTIVE, "the device is switched off or was deleted"),
    DEVICE_INACTIVE_UNLISTED(
            DEVICE_NOT_ACTIVE,
            "device-inactive-unlisted",
            "details, operations, remote: a deleted device, which their lists lack"),
    DEVICE_DELETED(
            DEVICE_NOT_FOUND,
            "device-deleted",
            "device/delete: a device that is deleted or switched off already, whose -1502 that list lacks"),
    DEVICE_ELSEWHERE(
            KaspiCode.DEVICE_ELSEWHERE, "this DeviceId is registered at another trade point of the organisation"),
    PURCHASE_UNKNOWN(
            PURCHASE_NOT_FOUND, "no payment or return with this id belongs to the organisations of the caller"),
    WRONG_STATE(PURCHASE_NOT_FOUND, "wrong-state", "test/payment/*: the payment's state does not allow this"),
    RETURN_UNFIT(
            PURCHASE_NOT_FOUND,
            "return-unfit",
            "a return QR that is unknown, not scanned, expired, used, or another trade point's or customer's"),
    NO_TRADE_POINTS(KaspiCode.NO_TRADE_POINTS, "the organisation has no trade points"),
    INVOICE_UNKNOWN(PURCHASE_ID_NOT_FOUND, "no remote invoice with this id belongs to this organisation"),
    INVOICE_FINAL(PURCHASE_ID_NOT_FOUND, "invoice-final", "remote/cancel: the invoice is paid, rejected or expired"),
    TRADE_POINT_UNKNOWN(KaspiCode.TRADE_POINT_NOT_FOUND, "the organisation has no such trade point"),
    TRADE_POINT_DIFFERS(
            KaspiCode.TRADE_POINT_DIFFERS, "the payment was made at another trade point than this device's"),
    RETURN_ABOVE_PURCHASE(KaspiCode.RETURN_ABOVE_PURCHASE, "the amount is above what can still be returned"),
    STATUS_UNFIT(KaspiCode.STATUS_UNFIT, "the payment is not Processed"),
    PARTIAL_FORBIDDEN(KaspiCode.PARTIAL_RETURN_IMPOSSIBLE, "the organisation returns whole purchases only"),
    TRADE_POINT_OFF(KaspiCode.TRADE_POINT_OFF, "the trade point is switched off"),
    TRADE_POINT_OFF_UNLISTED(
            KaspiCode.TRADE_POINT_OFF, "trade-point-off-unlisted", "operations: a trade point that is switched off"),
    NO_QR_PAYMENTS(KaspiCode.NO_QR_PAYMENTS, "the trade point takes no QR payments"),
    WRONG_AMOUNT_PAID(
            WRONG_AMOUNT, "the amount is 0 or less, has more than two decimals, or is above kaspi.max-amount"),
    WRONG_AMOUNT_RETURNED(
            WRONG_AMOUNT, "return-amount", "payment/return: an amount of 0 or less, or with more than two decimals"),
    NOT_A_CLIENT(KaspiCode.NOT_A_CLIENT, "not-a-client", "client-info: the phone is no client's of the bank"),
    TOO_MANY_LOOKUPS(
            KaspiCode.TOO_MANY_LOOKUPS, "too-many-lookups", "client-info: the 51st call of a device in a minute"),
    CANNOT_BE_INVOICED(
            KaspiCode.CANNOT_BE_INVOICED,
            "cannot-be-invoiced",
            "client-info, remote/create: this client cannot be invoiced"),
    NO_PAYMENT_METHODS(KaspiCode.NO_PAYMENT_METHODS, "the organisation has no payment methods"),
    POLLED_BY_MACHINE(
            KaspiCode.UNAVAILABLE,
            "polled-by-machine",
            "status of a remote invoice asked for by a machine, where that is repelled"),
    MALFORMED(KaspiCode.MALFORMED, "malformed", "a body that is no JSON, or a field that is missing or mistyped"),
    SANDBOX_FULL(KaspiCode.UNAVAILABLE, "sandbox-full", "the sandbox's own limit of payments or devices is reached");

    private final KaspiCode code;
    private final String assumption;
    private final String about;

    Reason(KaspiCode code, String about) {
        this(code, "", about);
    }

    Reason(KaspiCode code, String assumption, String about) {
        this.code = code;
        this.assumption = assumption;
        this.about = about;
    }

    /** The documented code, or the assumed one's default. */
    public KaspiCode code() {
        return code;
    }

    public boolean isAssumed() {
        return !assumption.isEmpty();
    }

    /** The key of the setting that holds the code; only where the code is assumed. */
    public String setting() {
        return "kaspi.code." + assumption;
    }

    /** What it means, or where the code is assumed, what is assumed; a few words of English. */
    public String about() {
        return about;
    }
}
