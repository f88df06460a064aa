package kz.paysandbox.adapters.sandbox;

import java.time.YearMonth;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.Card;
import kz.paysandbox.adapters.epay.payment.Cryptogram;

/** The bank's printed test cards and the sandbox's own. */
final class Cards {
    static final String TERMINAL = "67e34d63-102f-4bd1-898e-370781d0074d";
    static final String HOLD_TERMINAL = "2b7c1a90-5d3e-4f86-9a41-6c0e8d52f713";
    static final String VERIFYING_TERMINAL = "d9d7978c-d6ee-4ec0-8cda-165251a4bf16";
    static final Card GOOD = Card.of("4405639704015096", YearMonth.of(2027, 1), "321");
    static final Card AMEX = Card.of("377514500004820", YearMonth.of(2028, 1), "0198");
    static final Card ASKED = Card.of("4405640000003000", YearMonth.of(2035, 12), "300");
    static final Card POOR = Card.of("4405640000004842", YearMonth.of(2035, 12), "484");

    private Cards() {}

    static Cryptogram cryptogram(Stage stage, EpayClient epay, Card card, String terminal) {
        Cryptogram made = Cryptogram.of(card, terminal, epay.cardKey());
        return stage.secrets().keep(made, made.value());
    }
}
