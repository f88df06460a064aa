package kz.paysandbox.gateway.pay.card;

import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Language;
import kz.paysandbox.adapters.epay.payment.Links;
import kz.paysandbox.adapters.epay.payment.Payer;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentTerms.CardTerms;

/**
 * Our card payments as the bank is told of them: the same order each time, so that callbacks can be compared with it.
 *
 * @param rules addresses
 */
public record CardOrders(CardRules rules) {
    /** The order of a card payment. */
    public CardOrder of(Payment payment) {
        CardTerms card = payment.terms().card();
        String invoice = payment.bank().invoiceId().orElseThrow();
        return new CardOrder(
                InvoiceId.of(invoice),
                payment.amount(),
                payment.terms().message().orElse("Payment " + invoice),
                card.accountId().map(Payer::account).orElse(Payer.ANYONE),
                new Links(
                        Optional.of(rules.callbacks()),
                        Optional.of(rules.callbacks()),
                        Optional.of(rules.back(payment)),
                        Optional.of(rules.failureBack(payment))),
                card.language().flatMap(CardOrders::language).orElse(Language.RUSSIAN),
                card.saveCard(),
                card.secretHash(),
                Optional.empty());
    }

    /** The language of a word of the bank's ({@code rus}, {@code kaz}, {@code eng}). */
    public static Optional<Language> language(String word) {
        return Stream.of(Language.values())
                .filter(language -> language.word().equals(word))
                .findFirst();
    }
}
