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

    static Map<String, Object> body(EpaySandbox bank, String invoice, String amount, String pan) {
        boolean good = pan.equals(GOOD);
        return new HashMap<>(Map.of(
                "amount",
                new BigDecimal(amount),
                "currency",
                "KZT",
                "name",
                "AIBEK SANDBOX",
                "cryptogram",
                bank.cryptogram(pan, good ? "0127" : "1235", good ? "321" : pan.substring(12, 15)),
                "invoiceId",
                invoice,
                "description",
                "order"));
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
