package kz.paysandbox.emulator.epay;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;

/** Orders by card as the first shop's server sends them, each call with a token of its own. */
final class CardOrders {

    static final String GOOD = "4405639704015096";
    static final String WITH_3DS = "4405640000003000";
    static final String WITHOUT_MONEY = "4405640000004842";

    private CardOrders() {}

    /** An order of 100 tenge, with further fields. */
    static Map<String, Object> of(String cryptogram, String invoice, Map<String, ?> more) {
        Map<String, Object> order = new HashMap<>(Map.of(
                "amount",
                BigDecimal.valueOf(100),
                "currency",
                "KZT",
                "name",
                "AIBEK SANDBOX",
                "cryptogram",
                cryptogram,
                "invoiceId",
                invoice,
                "description",
                "order"));
        order.putAll(more);
        return order;
    }

    /** A cryptogram of the card that pays. */
    static String good(EpaySandbox bank) {
        return bank.cryptogram(GOOD, "0127", "321");
    }

    /** A cryptogram of the card whose issuer asks for a code. */
    static String withThreeDs(EpaySandbox bank) {
        return bank.cryptogram(WITH_3DS, "1235", "300");
    }

    static Map<String, Object> body(EpaySandbox bank, String invoice, String amount, String pan) {
        boolean good = pan.equals(GOOD);
        String cryptogram = bank.cryptogram(pan, good ? "0127" : "1235", good ? "321" : pan.substring(12, 15));
        return of(cryptogram, invoice, Map.of("amount", new BigDecimal(amount)));
    }

    static String invoiceToken(EpaySandbox bank, Map<String, Object> body) {
        return bank.invoiceToken(String.valueOf(body.get("invoiceId")), String.valueOf(body.get("amount")));
    }

    static Answer pay(EpaySandbox bank, Map<String, Object> body) {
        return bank.postJson(bank.base() + "/payment/cryptopay", invoiceToken(bank, body), body);
    }

    static Answer status(EpaySandbox bank, String invoice) {
        return bank.get(bank.base() + "/check-status/payment/transaction/" + invoice, bank.token(Map.of()));
    }

    static Answer refund(EpaySandbox bank, String id, String query) {
        return bank.postForm(bank.base() + "/operation/" + id + "/refund" + query, bank.token(Map.of()), Map.of());
    }
}
