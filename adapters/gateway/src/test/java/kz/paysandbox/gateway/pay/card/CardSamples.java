package kz.paysandbox.gateway.pay.card;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.BankReference.CardFacts;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentDates;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.ServiceStatus;

/** Card payments for tests: 750 tenge, made at noon. */
final class CardSamples {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final String TRANSACTION = "11111111-2222-3333-4444-555555555555";
    static final String INVOICE = "300000000001";
    static final CardRules RULES = CardRules.at(URI.create("https://pay.example"));

    private CardSamples() {}

    static Payment payment(ServiceStatus status) {
        return new Payment(
                "9b1d0000-0000-4000-8000-000000000001",
                "5",
                PaymentKind.WIDGET,
                PaymentState.NEW.to(status),
                Tenge.of(750),
                Tenge.ZERO,
                BankReference.epay(INVOICE).paidBy(TRANSACTION, CardFacts.NONE),
                new PaymentTerms(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        PaymentTerms.CardTerms.NONE),
                PaymentDates.from(NOON, Duration.ofHours(2), Duration.ofSeconds(3)));
    }

    static Payment held() {
        Payment payment = payment(ServiceStatus.PROCESSING);
        return payment.in(new PaymentState(
                ServiceStatus.PROCESSING, Optional.of("AUTH"), true, false, Optional.empty(), Optional.empty()));
    }

    static Payment challenged() {
        Payment payment = payment(ServiceStatus.PROCESSING);
        return payment.in(new PaymentState(
                ServiceStatus.PROCESSING, Optional.of("3D"), false, false, Optional.empty(), Optional.empty()));
    }

    static Payment paid() {
        Payment payment = payment(ServiceStatus.COMPLETED);
        return payment.at(payment.dates().paid(NOON));
    }

    static Operation operation(OperationKind kind, long tenge) {
        return new Operation(
                "aaaaaaaa-0000-4000-8000-000000000002",
                payment(ServiceStatus.PENDING).id(),
                kind,
                Tenge.of(tenge),
                Operation.Outcome.STARTED,
                NOON,
                NOON);
    }

    static Transaction transaction(String word, long tenge) {
        return transaction(word, tenge, Optional.empty());
    }

    static Transaction transaction(String word, long tenge, Optional<BigDecimal> payout) {
        return transaction(TRANSACTION, INVOICE, BigDecimal.valueOf(tenge), word, payout);
    }

    static Transaction transaction(
            String id, String invoice, BigDecimal amount, String word, Optional<BigDecimal> payout) {
        return new Transaction(
                id,
                invoice,
                amount,
                payout,
                Optional.empty(),
                "KZT",
                TransactionState.of(word),
                Optional.empty(),
                Optional.empty(),
                Optional.of("00"),
                Optional.of("500000000001"),
                Optional.of("170243"),
                Optional.of("4405...5096"),
                Optional.of("card-1"),
                Optional.of(NOON));
    }
}
