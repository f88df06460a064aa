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
import kz.paysandbox.gateway.pay.CardReadings;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.BankReference.CardFacts;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.ServiceStatus;

/** What applied operations of ePay make of a payment. Pure. */
final class CardEffects {
    private static final JsonMapper JSON = new JsonMapper();

    private CardEffects() {}

    /** A saved card was taken on: held, charged, or the customer's bank asks first. */
    static Ledger.Effect taken(CardPayment answer, Instant now) {
        Ledger.Effect known = Ledger.Effect.facts(payment -> payment.known(payment.bank()
                .paidBy(
                        answer.ref().id(),
                        new CardFacts(answer.cardMask(), answer.cardId(), answer.reference(), Optional.empty()))));
        Ledger.Effect moved = reading(answer.stage())
                .map(reading -> Ledger.Effect.reading(reading, now))
                .orElseGet(() -> Ledger.Effect.facts(CardEffects::processing));
        return known.then(new Ledger.Effect(moved.payment(), answer.challenge().map(CardEffects::kept)));
    }

    private static Payment processing(Payment payment) {
        return payment.status() == ServiceStatus.PENDING
                ? payment.in(payment.state().to(ServiceStatus.PROCESSING))
                : payment;
    }

    /** The bank's word for a stage; an answer that does not tell held from charged has none. */
    private static Optional<BankReading> reading(CardPayment.Stage stage) {
        Optional<String> word = switch (stage) {
            case CHALLENGE -> Optional.of("3D");
            case AUTHORISED -> Optional.of("AUTH");
            case CHARGED -> Optional.of("CHARGE");
            case VERIFIED -> Optional.of("VERIFIED");
            case TAKEN -> Optional.empty();
        };
        return word.map(said -> BankReading.of(TransactionState.of(said)));
    }

    /** The payment is as the bank's books show it. */
    static Ledger.Effect seen(Transaction transaction, Instant now) {
        return Ledger.Effect.reading(CardReadings.reading(transaction), now)
                .then(Ledger.Effect.facts(CardReadings.facts(transaction)));
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
