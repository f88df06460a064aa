package kz.paysandbox.gateway.pay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.payment.Cancellation;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.PaymentTimes;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.ShopConfig;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.BankRefusals;
import kz.paysandbox.gateway.payment.HandedOut;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentDates;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.TimeOrderedId;
import kz.paysandbox.gateway.store.IdempotencyKey;

/** Payments of Kaspi Pay, scheme r3: opening, refunding and withdrawing. Each call to the bank is made once. */
public final class KaspiPayments {
    private static final Duration INVOICE_LIFE = Duration.ofHours(24);
    private static final Duration AFTER_THE_END = Duration.ofSeconds(60);
    private static final int PHONE_HIDDEN = 7;

    private final MerchantKaspi merchant;
    private final Guard guard;
    private final Ledger ledger;
    private final BankCall bank;
    private final Identity identity;
    private final boolean codesRefuse;

    /**
     * Over the adapters' journal and the gateway's own.
     *
     * @param codesRefuse whether any StatusCode in the answer to an opening means that nothing was opened; the document
     *     explains some of them only, and an opening with another one is unknown where this is false
     */
    public KaspiPayments(MerchantKaspi merchant, Guard guard, Ledger ledger, Identity identity, boolean codesRefuse) {
        this.merchant = merchant;
        this.guard = guard;
        this.ledger = ledger;
        this.bank = new BankCall(ledger, identity);
        this.identity = identity;
        this.codesRefuse = codesRefuse;
    }

    /** Opens a payment. A repeated order gives the first one's payment. */
    public Result<MoneyResult> create(KaspiDemand demand, Optional<IdempotencyKey> key) {
        return guard.choose(demand.shop(), demand.bin(), demand.device()).then(config -> {
            Payment payment = payment(demand, config);
            Operation operation = ledger.operation(payment.id(), OperationKind.CREATE, demand.amount());
            return ledger.open(payment, Optional.of(operation), key)
                    .map(begun -> begun.payment().id().equals(payment.id()) ? opened(demand, config, begun) : begun);
        });
    }

    private Payment payment(KaspiDemand demand, ShopConfig config) {
        PaymentTimes usual = PaymentTimes.DOCUMENTED;
        Duration life = demand.kind() == PaymentKind.INVOICE
                ? INVOICE_LIFE
                : usual.scanTimeout().plus(usual.confirmationTimeout());
        Instant now = identity.clock().instant();
        return new Payment(
                TimeOrderedId.of(identity.ids().get(), now),
                demand.shop(),
                demand.kind(),
                PaymentState.NEW,
                demand.amount(),
                Tenge.ZERO,
                BankReference.kaspi(config.id(), config.bin().value()),
                new PaymentTerms(
                        demand.orderId(),
                        Optional.empty(),
                        demand.message(),
                        demand.phone().map(phone -> phone.value().substring(PHONE_HIDDEN)),
                        PaymentTerms.CardTerms.NONE),
                PaymentDates.from(now, life.plus(AFTER_THE_END), usual.pollingInterval()));
    }

    private MoneyResult opened(KaspiDemand demand, ShopConfig config, MoneyResult begun) {
        String order = begun.payment().id();
        return switch (demand.kind()) {
            case INVOICE ->
                bank.make(
                        begun,
                        () -> merchant.at(config)
                                .invoice(demand.phone().orElseThrow(), demand.amount(), order, demand.message()),
                        reading(RemoteInvoice::id, invoice -> numbered(invoice.id())));
            case LINK ->
                bank.make(
                        begun,
                        () -> merchant.at(config).createLink(demand.amount(), order),
                        reading(LinkPayment::id, KaspiPayments::handedOut));
            case QR ->
                bank.make(
                        begun,
                        () -> merchant.at(config).createQr(demand.amount(), order),
                        reading(QrPayment::id, KaspiPayments::handedOut));
            case WIDGET, SAVED_CARD -> throw new IllegalArgumentException("Kaspi takes no cards");
        };
    }

    private <T> BankCall.Reading<T> reading(Function<T, Long> id, Function<T, Ledger.Effect> effect) {
        return new BankCall.Reading<>(
                BankRefusals::kaspi,
                value -> Optional.of(Long.toString(id.apply(value))),
                effect,
                failure -> codesRefuse && failure instanceof Rejected);
    }

    /** The bank's number is known. */
    static Ledger.Effect numbered(long id) {
        return Ledger.Effect.facts(payment -> payment.known(payment.bank().numbered(id)));
    }

    static Ledger.Effect handedOut(LinkPayment link) {
        return handedOut(
                link.id(),
                new HandedOut(link.link().toString(), link.expiresAt()).text(),
                announced(link.receivedAt(), link.expiresAt(), link.times()),
                link.times());
    }

    static Ledger.Effect handedOut(QrPayment code) {
        return handedOut(
                code.id(),
                new HandedOut(code.qrToken(), code.expiresAt()).text(),
                announced(code.receivedAt(), code.expiresAt(), code.times()),
                code.times());
    }

    private static Ledger.Effect handedOut(long id, String what, Instant end, PaymentTimes times) {
        return new Ledger.Effect(
                payment -> payment.known(payment.bank().numbered(id))
                        .at(payment.dates().announced(end, times.pollingInterval())),
                Optional.of(what));
    }

    /** A code may be scanned until its end, and is then to be confirmed; the bank is given a minute more. */
    private static Instant announced(Instant receivedAt, Instant expiresAt, PaymentTimes times) {
        Instant scanned = expiresAt.isAfter(receivedAt) ? expiresAt : receivedAt.plus(times.scanTimeout());
        return scanned.plus(times.confirmationTimeout()).plus(AFTER_THE_END);
    }

    /** Gives money back; the payment is as the bank last showed it. */
    public Result<MoneyResult> refund(Payment payment, RefundDemand demand, Optional<IdempotencyKey> key) {
        Optional<Refusal> other = guard.mismatch(payment, demand.bin(), demand.device());
        if (other.isPresent()) {
            return Result.refused(other.get());
        }
        return ledger.begin(
                        payment.id(),
                        new Ledger.Intent(
                                OperationKind.REFUND, now -> refundable(now, demand.amount()), demand.reason()),
                        key)
                .map(begun -> {
                    Operation operation = begun.operation().orElseThrow();
                    return bank.make(
                            begun,
                            () -> merchant.refund(
                                    payment.shop(),
                                    begun.payment().externalId().orElseThrow(),
                                    operation.amount(),
                                    operation.id()),
                            new BankCall.Reading<Refund>(
                                    BankRefusals::kaspi,
                                    refund -> refund.operationId().map(String::valueOf),
                                    refund -> Ledger.Effect.refund(operation.amount())));
                });
    }

    private static Result<Tenge> refundable(Payment payment, Optional<Tenge> wanted) {
        if (payment.externalId().isEmpty() || !payment.status().paid()) {
            return Result.refused(
                    RefusalCode.NOT_REFUNDABLE,
                    "the payment is " + payment.status().word() + ", not completed");
        }
        Tenge amount = wanted.orElse(payment.left());
        if (!amount.positive() || amount.compareTo(payment.left()) > 0) {
            return Result.refused(
                    RefusalCode.REFUND_TOO_LARGE,
                    "of " + payment.amount() + " tenge " + payment.left() + " can still be refunded");
        }
        return Result.of(amount);
    }

    /** Withdraws an unpaid invoice. A code or link cannot be withdrawn: it ends by itself within minutes. */
    public Result<MoneyResult> cancel(Payment payment, Optional<IdempotencyKey> key) {
        return ledger.begin(
                        payment.id(),
                        new Ledger.Intent(OperationKind.CANCEL, KaspiPayments::cancellable, Optional.empty()),
                        key)
                .map(begun -> bank.make(
                        begun,
                        () -> merchant.cancelInvoice(
                                payment.shop(), begun.payment().externalId().orElseThrow()),
                        new BankCall.Reading<Cancellation>(
                                failure -> {
                                    Refusal refusal = BankRefusals.kaspi(failure);
                                    return refusal.code() == RefusalCode.NOT_REFUNDABLE
                                            ? new Refusal(
                                                    RefusalCode.INVALID_TRANSITION,
                                                    refusal.detail(),
                                                    refusal.bankCode(),
                                                    refusal.fields())
                                            : refusal;
                                },
                                cancellation -> Optional.empty(),
                                cancellation -> Ledger.Effect.reading(
                                        BankReading.of(PaymentKind.INVOICE, cancellation.status()),
                                        identity.clock().instant()))));
    }

    private static Result<Tenge> cancellable(Payment payment) {
        if (payment.kind() != PaymentKind.INVOICE) {
            return Result.refused(
                    RefusalCode.INVALID_TRANSITION, "a code or link cannot be withdrawn; it ends by itself");
        }
        return payment.externalId().isPresent() && payment.status().open()
                ? Result.of(payment.amount())
                : Result.refused(
                        RefusalCode.INVALID_TRANSITION,
                        "the payment is " + payment.status().word() + ", and only an unpaid invoice can be withdrawn");
    }
}
