package kz.paysandbox.features.epay.adapter;

import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Language;
import kz.paysandbox.adapters.epay.payment.Links;
import kz.paysandbox.adapters.epay.payment.Payer;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.features.adapter.AdapterAnswers;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Answer.Outcome;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.epay.driver.CardTransaction;
import kz.paysandbox.features.epay.driver.Epay;
import kz.paysandbox.features.epay.driver.Order;

/** Between the ePay adapter's words and the scenarios'. */
final class EpayMapping {

    private EpayMapping() {}

    static <T> Answer<T> about(Supplier<T> call) {
        return settled(AdapterAnswers.about(call));
    }

    static <T> Answer<T> money(Supplier<MoneyAnswer<T>> call) {
        return settled(AdapterAnswers.money(call));
    }

    static CardOrder order(Order order) {
        return new CardOrder(
                InvoiceId.of(order.invoice()),
                Tenge.of(order.amount()),
                order.description(),
                new Payer(order.account(), Optional.of("AIBEK SANDBOX"), Optional.empty(), Optional.empty()),
                new Links(
                        order.links().told(),
                        order.links().toldOfFailure(),
                        Optional.of(order.links().back()),
                        Optional.of(order.links().failureBack())),
                Language.RUSSIAN,
                order.keepCard(),
                order.word(),
                Optional.empty());
    }

    static CardSale sale(CardPayment payment) {
        return new CardSale(
                payment.ref().id(),
                payment.ref().invoiceId().value(),
                payment.challenge().map(asked -> new CardSale.Question(asked.action(), asked.paReq(), asked.md())));
    }

    static CardTransaction books(Transaction seen) {
        return new CardTransaction(
                seen.id(), seen.state().raw(), seen.amount(), seen.payout().orElse(seen.amount()));
    }

    /** Codes that send the shop to the status settle nothing. */
    private static <T> Answer<T> settled(Answer<T> answer) {
        return answer.outcome() == Outcome.REFUSED && Epay.SETTLE_NOTHING.contains(answer.code())
                ? Answer.failed(Outcome.UNKNOWN, answer.note())
                : answer;
    }
}
