package kz.paysandbox.gateway.pay.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.pay.CardReadings;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.BankReference.CardFacts;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.Transition;

/** What applied operations of ePay make of a payment. Pure. */
final class CardEffects {
    private static final JsonMapper JSON = new JsonMapper();

    private CardEffects() {}

    /** A saved card was taken on: held, charged, or the customer's bank asks first. */
    static Ledger.Effect taken(CardPayment answer, Instant now) {
        return new Ledger.Effect(
                payment -> {
                    Payment known = payment.known(payment.bank()
                            .paidBy(
                                    answer.ref().id(),
                                    new CardFacts(
                                            answer.cardMask(), answer.cardId(), answer.reference(), Optional.empty())));
                    return word(answer.stage())
                            .map(word -> moved(known, word, now))
                            .orElseGet(() -> known.in(known.state().to(ServiceStatus.PROCESSING)));
                },
                answer.challenge().map(CardEffects::kept));
    }

    /** The bank's word for a stage; an answer that does not tell held from charged has none. */
    private static Optional<String> word(CardPayment.Stage stage) {
        return switch (stage) {
            case CHALLENGE -> Optional.of("3D");
            case AUTHORISED -> Optional.of("AUTH");
            case CHARGED -> Optional.of("CHARGE");
            case VERIFIED -> Optional.of("VERIFIED");
            case TAKEN -> Optional.empty();
        };
    }

    /** So much of the held money was charged. */
    static Ledger.Effect charged(Tenge amount, Instant now) {
        return new Ledger.Effect(
                payment -> moved(payment.of(amount, payment.refunded()), "CHARGE", now), Optional.empty());
    }

    /** The hold was released. */
    static Ledger.Effect released(Instant now) {
        return new Ledger.Effect(payment -> moved(payment, "CANCEL", now), Optional.empty());
    }

    /** The payment is as the bank's books show it. */
    static Ledger.Effect seen(Transaction transaction, Instant now) {
        return new Ledger.Effect(
                payment -> CardReadings.facts(transaction)
                        .apply(Transition.of(payment, CardReadings.reading(transaction), now)
                                .payment()),
                Optional.empty());
    }

    private static Payment moved(Payment payment, String word, Instant now) {
        return Transition.of(payment, BankReading.of(TransactionState.of(word)), now)
                .payment();
    }

    private static String kept(Challenge challenge) {
        return JSON.createObjectNode()
                .put("action", challenge.action().toString())
                .put("pa_req", challenge.paReq())
                .put("md", challenge.md())
                .toString();
    }

    /** The question that was kept. */
    static Challenge challenge(String kept) {
        try {
            JsonNode node = JSON.readTree(kept);
            return new Challenge(
                    URI.create(node.path("action").asText()),
                    node.path("pa_req").asText(),
                    node.path("md").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the kept question of the customer's bank cannot be read", e);
        }
    }
}
