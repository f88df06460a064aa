package kz.paysandbox.emulator.kaspi.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.BehaviorOptions;
import kz.paysandbox.emulator.kaspi.domain.merchants.Till;

/** The creation of payments: by QR code, by link, by invoice to a phone (2.3.1, 2.3.2, 4.6.2). */
public final class SaleProcess {

    private final KaspiBank bank;
    private final Scheme scheme;

    /** @param scheme by which the merchant asks */
    public SaleProcess(KaspiBank bank, Scheme scheme) {
        this.bank = bank;
        this.scheme = scheme;
    }

    /**
     * A QR or link payment; checked in this order: QR payments, amount, payment methods.
     *
     * @param amount tenge as sent
     */
    public Outcome<Payment, Refusal> create(
            PaymentKind kind, Till till, BigDecimal amount, String externalId, Instant now) {
        return till.forSale()
                .flatMap(open -> amount(amount))
                .flatMap(money -> till.withMethods().map(open -> money))
                .flatMap(money -> keep(kind, till, money, externalId, "", wait(kind, till), now));
    }

    /** An invoice to a phone; checked in this order: phone, amount, client. */
    public Outcome<Payment, Refusal> invoice(Till till, String phone, BigDecimal amount, String comment, Instant now) {
        if (!Customer.isPhone(phone)) {
            return Refusal.refuse(Reason.PHONE_MALFORMED);
        }
        return amount(amount).flatMap(money -> {
            return switch (Customer.of(phone)) {
                case UNKNOWN, NO_INVOICES -> Refusal.refuse(Reason.CANNOT_BE_INVOICED);
                case PAYS, DECLINES, IGNORES ->
                    keep(
                            PaymentKind.REMOTE,
                            till,
                            money,
                            comment,
                            Customer.normal(phone),
                            bank.rules().invoiceLife(),
                            now);
            };
        });
    }

    /** The client's name by phone (4.6.1). */
    public static Outcome<String, Refusal> clientName(String phone) {
        if (!Customer.isPhone(phone)) {
            return Refusal.refuse(Reason.PHONE_MALFORMED);
        }
        return switch (Customer.of(phone)) {
            case UNKNOWN -> Refusal.refuse(Reason.NOT_A_CLIENT);
            case NO_INVOICES -> Refusal.refuse(Reason.CANNOT_BE_INVOICED);
            case PAYS, DECLINES, IGNORES -> Outcome.ok(Customer.name(phone));
        };
    }

    /** Cancels an invoice of this organisation that is not paid; again is as good as once. */
    public Outcome<Payment, Refusal> cancelInvoice(Till till, long id, Instant now) {
        boolean known = bank.purchases()
                .find(id)
                .filter(payment -> payment.terms().kind() == PaymentKind.REMOTE)
                .filter(payment -> payment.terms()
                        .device()
                        .bin()
                        .equals(till.organization().bin()))
                .isPresent();
        if (!known) {
            return Refusal.refuse(Reason.INVOICE_UNKNOWN);
        }
        return bank.purchases().change(id, payment -> switch (payment.at(now)) {
            case REMOTE_PAYMENT_CREATED -> payment.cancel(now);
            case REMOTE_PAYMENT_CANCELED -> Outcome.ok(payment);
            case QR_TOKEN_CREATED, WAIT, PROCESSED, ERROR ->
                Refusal.refuse(
                        Reason.INVOICE_FINAL,
                        "the invoice is " + payment.at(now).wire());
        });
    }

    private Outcome<Payment, Refusal> keep(
            PaymentKind kind, Till till, Money amount, String externalId, String phone, Duration wait, Instant now) {
        PaymentTerms terms = new PaymentTerms(
                bank.ids().next(),
                kind,
                new Origin(scheme, till.device()),
                amount,
                externalId,
                now,
                now.plus(wait),
                till.organization().options().confirmationWait());
        return bank.purchases().add(Payment.created(terms, phone), now);
    }

    private Outcome<Money, Refusal> amount(BigDecimal tenge) {
        return Money.exactly(tenge)
                .filter(Money::isPositive)
                .filter(money -> !money.isMoreThan(bank.rules().maxAmount()))
                .<Outcome<Money, Refusal>>map(Outcome::ok)
                .orElseGet(() -> Refusal.refuse(Reason.WRONG_AMOUNT_PAID));
    }

    private static Duration wait(PaymentKind kind, Till till) {
        BehaviorOptions options = till.organization().options();
        return kind == PaymentKind.LINK ? options.linkWait() : options.scanWait();
    }
}
