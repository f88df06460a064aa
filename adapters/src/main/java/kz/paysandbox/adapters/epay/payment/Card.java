package kz.paysandbox.adapters.epay.payment;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/**
 * A card as the customer typed it. Hidden in texts; keep it no longer than it takes to make a {@link Cryptogram}.
 *
 * @param pan the number, digits only
 * @param expiry the month it ends ({@code expDate}, sent as MMYY)
 * @param cvc three or four digits, leading zeros included ({@code cvc})
 */
public record Card(String pan, YearMonth expiry, String cvc) {
    private static final DateTimeFormatter MMYY = DateTimeFormatter.ofPattern("MMyy");

    /** Checks digits and the number's check digit. */
    public Card {
        if (!pan.matches("[0-9]{12,19}") || !luhn(pan)) {
            throw new IllegalArgumentException("not a card number");
        }
        if (!cvc.matches("[0-9]{3,4}")) {
            throw new IllegalArgumentException("a CVC has three or four digits");
        }
    }

    /** A card; white space in the number is dropped. */
    public static Card of(String pan, YearMonth expiry, String cvc) {
        return new Card(pan.replaceAll("\\s", ""), expiry, cvc);
    }

    String mmyy() {
        return expiry.format(MMYY);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return "Card[hidden]";
    }
}
