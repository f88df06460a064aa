package kz.paysandbox.emulator.kaspi.domain.codes;

/**
 * The StatusCode catalogue (Annex 3). Messages are the document's; those of codes that it lists without explaining are
 * marked, and their meaning is assumed.
 */
public enum KaspiCode {
    SUCCESS(0, "OK"),
    UNAVAILABLE(-999, "Сервис временно недоступен"),
    NO_CERTIFICATE(-10000, "Отсутствует сертификат клиента"),
    /** Unexplained; the text was seen on the live host, without its code. */
    NOT_AUTHORISED(-1401, "Организация не зарегистрирована в Kaspi Pay"),
    /** Unexplained. */
    PHONE_MALFORMED(-1404, "Некорректный номер телефона"),
    DEVICE_NOT_FOUND(-1501, "Устройство с заданным идентификатором не найдено"),
    DEVICE_NOT_ACTIVE(-1502, "Устройство не активно (отключено или удалено)"),
    DEVICE_ELSEWHERE(-1503, "Устройство уже добавлено в другую торговую точку"),
    PURCHASE_NOT_FOUND(-1601, "Покупка не найдена"),
    NO_TRADE_POINTS(-14000002, "Отсутствуют торговые точки, необходимо создать торговую точку в приложении Kaspi Pay"),
    PURCHASE_ID_NOT_FOUND(-99000001, "Покупка с заданным идентификатором не найдена"),
    TRADE_POINT_NOT_FOUND(-99000002, "Торговая точка не найдена"),
    TRADE_POINT_DIFFERS(-99000003, "Торговая точка покупки не соответствует текущему устройству"),
    RETURN_ABOVE_PURCHASE(-99000005, "Сумма возврата не может превышать сумму покупки"),
    RETURN_FAILED(
            -99000006, "Ошибка возврата, необходимо попробовать еще раз и при повторении ошибки обратиться в банк"),
    STATUS_UNFIT(-99000011, "Невозможно вернуть покупку (несоответствующий статус покупки)"),
    PARTIAL_RETURN_IMPOSSIBLE(-99000020, "Частичный возврат невозможен"),
    /** Unexplained, printed so. */
    REMOTE_UNEXPLAINED(99000010, "Невозможно выставить счет"),
    TRADE_POINT_OFF(990000018, "Торговая точка отключена"),
    NO_QR_PAYMENTS(990000026, "Торговая точка не принимает оплату с QR"),
    WRONG_AMOUNT(990000028, "Указана неверная сумма операции"),
    /** Unexplained. */
    NOT_A_CLIENT(990000029, "Клиент не найден"),
    /** Unexplained. */
    TOO_MANY_LOOKUPS(990000031, "Превышено количество запросов"),
    /** Unexplained. */
    CANNOT_BE_INVOICED(990000032, "Клиенту невозможно выставить счет"),
    NO_PAYMENT_METHODS(990000033, "Нет доступных методов оплаты"),
    /** Not the bank's: our answer to a request that cannot be read; what the bank says is not recorded. */
    MALFORMED(-400, "Некорректный запрос");

    private final long code;
    private final String message;

    KaspiCode(long code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The number on the wire. */
    public long code() {
        return code;
    }

    /** The text on the wire, in Russian. */
    public String message() {
        return message;
    }
}
