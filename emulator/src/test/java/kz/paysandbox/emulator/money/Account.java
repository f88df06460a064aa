package kz.paysandbox.emulator.money;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.emulator.client.ControlClient;

/** A payment in the bank's books. */
record Account(String id, String bank, String status, BigDecimal amount, BigDecimal paid, BigDecimal refunded) {

    /** All of them, oldest first. */
    static Map<String, Account> books(ControlClient control) {
        Map<String, Account> books = new LinkedHashMap<>();
        JsonNode newestFirst = control.get("/payments");
        for (int index = newestFirst.size() - 1; index >= 0; index--) {
            Account account = of(newestFirst.get(index));
            books.put(account.id(), account);
        }
        return books;
    }

    private static Account of(JsonNode row) {
        return new Account(
                row.path("id").asText(),
                row.path("bank").asText(),
                row.path("status").asText(),
                tenge(row.path("amount")),
                tenge(row.path("paid")),
                tenge(row.path("refunded")));
    }

    private static BigDecimal tenge(JsonNode number) {
        return new BigDecimal(number.asText()).setScale(2);
    }

    /** What the merchant has of it, which is what can still be refunded. */
    BigDecimal left() {
        return paid.subtract(refunded);
    }

    Account in(String next) {
        return new Account(id, bank, next, amount, paid, refunded);
    }

    Account paying(String next, BigDecimal tenge) {
        return new Account(id, bank, next, amount, tenge, refunded);
    }

    Account refunding(BigDecimal tenge) {
        BigDecimal total = refunded.add(tenge);
        boolean over = bank.equals("epay") && total.compareTo(paid) == 0;
        return new Account(id, bank, over ? "REFUND" : status, amount, paid, total);
    }
}
