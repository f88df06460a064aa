package kz.paysandbox.adapters.kaspi.payment;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of {@code StatusCode} (Annex 3): the document's words beside each code, and whether they say that the bank
 * did not carry the call out. What the document leaves unexplained has no words and proves nothing.
 */
public enum KaspiCode {
    /** Success. */
    SUCCESS(0, Proof.NONE, "Успешный статус операции"),
    /** The service is temporarily unavailable. */
    UNAVAILABLE(-999, Proof.NONE, "Сервис временно недоступен"),
    /** No client certificate; in r1, by assumption, a key that is not accepted. */
    NO_CERTIFICATE(-10000, Proof.REFUSAL, "Отсутствует сертификат клиента"),
    /** Not explained; assumed: not authorised for this organisation. */
    UNEXPLAINED_1401(-1401, Proof.NONE, ""),
    /** Not explained; assumed: malformed phone number. */
    UNEXPLAINED_1404(-1404, Proof.NONE, ""),
    /** No such device. */
    DEVICE_NOT_FOUND(-1501, Proof.REFUSAL, "Устройство с заданным идентификатором не найдено"),
    /** The device is switched off or deleted. */
    DEVICE_INACTIVE(-1502, Proof.REFUSAL, "Устройство не активно (отключено или удалено)"),
    /** The device is already at another trade point. */
    DEVICE_ELSEWHERE(-1503, Proof.REFUSAL, "Устройство уже добавлено в другую торговую точку"),
    /** No such purchase. */
    PURCHASE_NOT_FOUND(-1601, Proof.REFUSAL, "Покупка не найдена"),
    /** The organisation has no trade points. */
    NO_TRADE_POINTS(
            -14000002,
            Proof.REFUSAL,
            "Отсутствуют торговые точки, необходимо создать торговую точку в приложении Kaspi Pay"),
    /** No purchase with this id. */
    PURCHASE_ID_NOT_FOUND(-99000001, Proof.REFUSAL, "Покупка с заданным идентификатором не найдена"),
    /** No such trade point. */
    TRADE_POINT_NOT_FOUND(-99000002, Proof.REFUSAL, "Торговая точка не найдена"),
    /** The purchase was made at another trade point than this device's. */
    OTHER_TRADE_POINT(-99000003, Proof.REFUSAL, "Торговая точка покупки не соответствует текущему устройству"),
    /** A refund may not exceed the purchase. */
    REFUND_TOO_LARGE(-99000005, Proof.REFUSAL, "Сумма возврата не может превышать сумму покупки"),
    /** The refund failed: try again, then call the bank. */
    REFUND_FAILED(
            -99000006,
            Proof.REFUSAL,
            "Ошибка возврата, необходимо попробовать еще раз и при повторении ошибки обратиться в банк"),
    /** A purchase in this status cannot be refunded. */
    NOT_REFUNDABLE(-99000011, Proof.REFUSAL, "Невозможно вернуть покупку (несоответствующий статус покупки)"),
    /** This organisation refunds whole purchases only. */
    NO_PARTIAL_REFUND(-99000020, Proof.REFUSAL, "Частичный возврат невозможен"),
    /** Not explained; printed with eight digits. */
    UNEXPLAINED_10(99000010, Proof.NONE, ""),
    /** The trade point is switched off. */
    TRADE_POINT_OFF(990000018, Proof.REFUSAL, "Торговая точка отключена"),
    /** The trade point takes no QR payments. */
    NO_QR_PAYMENTS(990000026, Proof.REFUSAL, "Торговая точка не принимает оплату с QR"),
    /** The amount is wrong. */
    WRONG_AMOUNT(990000028, Proof.REFUSAL, "Указана неверная сумма операции"),
    /** Not explained; assumed: not a client of the bank. */
    UNEXPLAINED_29(990000029, Proof.NONE, ""),
    /** Not explained; assumed: too many look-ups by this device in a minute. */
    UNEXPLAINED_31(990000031, Proof.NONE, ""),
    /** Not explained; assumed: this client cannot be invoiced. */
    UNEXPLAINED_32(990000032, Proof.NONE, ""),
    /** No payment methods are available. */
    NO_PAYMENT_METHODS(990000033, Proof.REFUSAL, "Нет доступных методов оплаты"),
    /** A code that this version does not know; the number itself is in {@code Rejected.code()}. */
    UNKNOWN(Long.MIN_VALUE, Proof.NONE, "");

    private static final Map<Long, KaspiCode> BY_VALUE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(code -> code.value, Function.identity()));

    private enum Proof {
        REFUSAL,
        NONE
    }

    private final long value;
    private final Proof proof;
    private final String words;

    KaspiCode(long value, Proof proof, String words) {
        this.value = value;
        this.proof = proof;
        this.words = words;
    }

    /** Whether the document explains the code as a refusal: the call was not carried out. */
    public boolean refuses() {
        return proof == Proof.REFUSAL;
    }

    /** The document's own words (Annex 3); empty where it has none. */
    public String words() {
        return words;
    }

    /** The number as the document prints it. */
    public long value() {
        return value;
    }

    /** Finds the meaning of a number, also of the misprints in circulation (a zero too many: -990000002, 9900000018). */
    public static KaspiCode of(long code) {
        return BY_VALUE.getOrDefault(withoutMisprint(code), UNKNOWN);
    }

    private static long withoutMisprint(long code) {
        if (code <= -990_000_000L && code >= -990_000_099L) {
            return -(99_000_000L + -code % 100);
        }
        if (code >= 9_900_000_000L && code <= 9_900_000_099L) {
            return 990_000_000L + code % 100;
        }
        return code;
    }
}
