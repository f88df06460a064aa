package kz.paysandbox.emulator.kaspi.domain;

import java.util.List;

/** Customers by their phone in the sandbox: invented numbers with a character each. */
public enum Customer {
    /** Has money, and pays what is confirmed. */
    PAYS,
    /** Confirming leads to a decline. */
    DECLINES,
    /** Confirming leads to nothing. */
    IGNORES,
    /** Not a client of the bank. */
    UNKNOWN,
    /** A client to whom no invoice can be sent; pays by QR code as others do. */
    NO_INVOICES;

    /** The default customer. */
    public static final String DEFAULT_PHONE = "87010000001";

    private static final List<String> NAMES =
            List.of("Айбек С.", "Динара М.", "Ерлан К.", "Жанна Т.", "Марат О.", "Сауле Б.", "Тимур А.", "Шолпан Н.");

    /** Any well-formed phone that has no other character pays. */
    public static Customer of(String phone) {
        return switch (national(phone)) {
            case "7010000002" -> DECLINES;
            case "7010000003" -> IGNORES;
            case "7010000404" -> UNKNOWN;
            case "7010000405" -> NO_INVOICES;
            default -> PAYS;
        };
    }

    /** Whether it is a mobile number of Kazakhstan, as {@code 87010000001} or {@code +77010000001}. */
    public static boolean isPhone(String text) {
        return text.matches("(\\+?7|8)7\\d{9}");
    }

    /** An invented name for {@code ClientName}. */
    public static String name(String phone) {
        return NAMES.get(Math.floorMod(national(phone).hashCode(), NAMES.size()));
    }

    /** One form for one customer: {@code 8} and ten digits. */
    public static String normal(String phone) {
        return "8" + national(phone);
    }

    private static String national(String phone) {
        return phone.length() > 10 ? phone.substring(phone.length() - 10) : phone;
    }
}
