package kz.paysandbox.gateway.pay.card;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Language;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.BankReference.CardFacts;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentDates;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.TimeOrderedId;
import kz.paysandbox.gateway.store.CardTable.SavedCard;

/** The making of a card payment that is not written yet. */
final class NewCardPayment {
    private NewCardPayment() {}

    /**
     * What is asked for, with a number of ours and a word that callbacks must bring back.
     *
     * @param card the saved card that pays; empty for the bank's page
     * @param invoice the order's number at the bank
     * @param life how long it may stay unpaid
     */
    static Payment of(CardDemand demand, Optional<SavedCard> card, String invoice, Identity identity, Duration life) {
        CardFacts facts = card.map(saved -> new CardFacts(
                        Optional.of(saved.mask()), Optional.of(saved.bankCardId()), Optional.empty(), Optional.empty()))
                .orElse(CardFacts.NONE);
        CardDemand.Customer customer = demand.customer();
        Instant now = identity.clock().instant();
        return new Payment(
                TimeOrderedId.of(identity.ids().get(), now),
                demand.shop(),
                card.isPresent() ? PaymentKind.SAVED_CARD : PaymentKind.WIDGET,
                PaymentState.NEW,
                demand.amount(),
                Tenge.ZERO,
                BankReference.epay(invoice).with(facts),
                new PaymentTerms(
                        demand.orderId(),
                        demand.paymentType(),
                        demand.description(),
                        Optional.empty(),
                        new PaymentTerms.CardTerms(
                                card.map(SavedCard::accountId).or(customer::accountId),
                                customer.saveCard() && card.isEmpty(),
                                customer.language().map(Language::word),
                                customer.backLink().map(URI::toString),
                                Optional.of(identity.ids().get().replace("-", "")))),
                PaymentDates.from(now, life, StatusLooks.Intervals.USUAL.card()));
    }
}
