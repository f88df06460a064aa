package kz.paysandbox.features.epay.driver;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.features.driver.Answer;

/** Everything that an online shop can ask of Halyk ePay. */
public interface Epay {

    /**
     * Reason codes after which the shop asks for the status: 454 is not final, 459 on one of the pages (error codes);
     * the texts of 460 and 690 say so.
     */
    Set<Long> SETTLE_NOTHING = Set.of(454L, 459L, 460L, 690L);

    /** The key that cards are encrypted with, as PEM. */
    Answer<Boolean> key();

    Answer<CardSale> pay(Order order, Card card);

    Answer<CardSale> payByKept(Order order, String card);

    /** Brings the answer of the customer's bank back. */
    Answer<CardSale> confirm(Order order, CardSale sale, String paRes);

    /** Refused with the resultCode where it is not the one that goes with the transaction. */
    Answer<CardTransaction> books(String invoice);

    /**
     * Takes held money.
     *
     * @param amount empty for all of it
     */
    Answer<Boolean> charge(CardSale sale, Optional<BigDecimal> amount);

    Answer<Boolean> release(CardSale sale);

    /**
     * Gives money back.
     *
     * @param amount empty for all that is left
     * @param number the refund's own in the shop's books
     */
    Answer<Boolean> refund(CardSale sale, Optional<BigDecimal> amount, Optional<String> number);

    /** Empty where the customer has none. */
    Answer<List<SavedCard>> cards(String account);

    Answer<Boolean> forget(String card);

    /** A page that can be sent to the customer. */
    Answer<URI> link(Order order, String shopId);

    /** The object for the bank's script, as JSON. */
    Answer<String> page(Order order);

    /** What to make of a callback's body. */
    Answer<CallbackJudgement> judge(Order order, String told);
}
