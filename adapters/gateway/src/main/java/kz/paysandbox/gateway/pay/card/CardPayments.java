package kz.paysandbox.gateway.pay.card;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.OperationResult;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.pay.BankCall;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.BankRefusals;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.CardTable.SavedCard;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.IdempotencyKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Card payments of Halyk ePay: opening, refunding, releasing and charging. Each call that moves money is made once. */
public final class CardPayments {
    private static final Logger LOG = LoggerFactory.getLogger(CardPayments.class);

    /** Numbers whose last six digits an open order has are passed over; that many in a row are not. */
    private static final int NUMBERS_TRIED = 20;

    private final GatewayDatabase database;
    private final Banks.Cards bank;
    private final Ledger ledger;
    private final StatusLooks looks;
    private final Identity identity;
    private final CardRules rules;
    private final CardOrders orders;
    private final BankCall call;
    private final PagePayments page;

    /** Over the bank's client and the adapters' journal of refunds. */
    public CardPayments(
            GatewayDatabase database,
            Banks.Cards bank,
            Ledger ledger,
            StatusLooks looks,
            Identity identity,
            CardRules rules) {
        this.database = database;
        this.bank = bank;
        this.ledger = ledger;
        this.looks = looks;
        this.identity = identity;
        this.rules = rules;
        this.orders = new CardOrders(rules);
        this.call = new BankCall(ledger, identity);
        this.page = new PagePayments(database, bank.client(), ledger, orders);
    }

    /**
     * Opens a payment: on the bank's page, or with a saved card, which pays at once. A repeated order gives the first
     * one's payment.
     */
    public Result<MoneyResult> initiate(CardDemand demand, Optional<IdempotencyKey> key) {
        if (demand.savedCard().isEmpty()) {
            return opened(demand, Optional.empty(), key);
        }
        Optional<SavedCard> card = database.transaction(sql -> database.tables()
                        .documents()
                        .cards()
                        .find(sql, demand.shop(), demand.savedCard().get()))
                .filter(found -> demand.customer()
                        .accountId()
                        .map(found.accountId()::equals)
                        .orElse(true));
        return card.isEmpty()
                ? Result.refused(RefusalCode.NO_SUCH_ITEM, "the shop has no such saved card of this account")
                : opened(demand, card, key);
    }

    private Result<MoneyResult> opened(CardDemand demand, Optional<SavedCard> card, Optional<IdempotencyKey> key) {
        Optional<StoreFailed> taken = Optional.empty();
        for (int i = 0; i < NUMBERS_TRIED; i++) {
            String invoice =
                    database.transaction(sql -> database.tables().payments().nextInvoice(sql));
            Payment payment = NewCardPayment.of(demand, card, invoice, identity, rules.life());
            try {
                return card.isEmpty() ? page.offered(payment, key) : paid(payment, card.get(), key);
            } catch (StoreFailed e) {
                if (!e.duplicate()) {
                    throw e;
                }
                taken = Optional.of(e);
            }
        }
        throw taken.orElseThrow();
    }

    private Result<MoneyResult> paid(Payment payment, SavedCard card, Optional<IdempotencyKey> key) {
        Operation operation = ledger.operation(payment.id(), OperationKind.CREATE, payment.amount());
        return ledger.open(payment, Optional.of(operation), key)
                .map(begun -> begun.payment().id().equals(payment.id())
                        ? refreshed(call.make(
                                begun,
                                () -> client().paySavedCard(orders.of(payment), card.bankCardId(), false),
                                taken()))
                        : begun);
    }

    private BankCall.Reading<CardPayment> taken() {
        return new BankCall.Reading<>(
                BankRefusals::epay,
                answer -> Optional.of(answer.ref().id()),
                answer -> CardEffects.taken(answer, identity.clock().instant()));
    }

    /** What the answer does not say the status does: held or charged, and the approval. */
    private MoneyResult refreshed(MoneyResult made) {
        boolean applied = made.operation()
                .filter(operation -> operation.state() == OperationState.APPLIED)
                .isPresent();
        if (!applied || CardChecks.challenged(made.payment())) {
            return made;
        }
        try {
            return new MoneyResult(looks.refreshed(made.payment()), made.operation());
        } catch (StoreFailed e) {
            LOG.error(
                    "payment {} has paid; how far it is could not be written: {}",
                    made.payment().id(),
                    e.getMessage());
            return made;
        }
    }

    /** Payments on the bank's page. */
    public PagePayments page() {
        return page;
    }

    /** The terminal's UUID. */
    public String terminal() {
        return client().terminal();
    }

    /** How card payments are made. */
    public CardRules rules() {
        return rules;
    }

    /** The question of the customer's bank that a payment with a saved card waits for, if it does. */
    public Optional<Challenge> challenge(Payment payment) {
        return payment.kind() == PaymentKind.SAVED_CARD && CardChecks.confirmable(payment) instanceof Result.Ok<Tenge>
                ? database.transaction(sql -> database.tables().payments().handedOut(sql, payment.id()))
                        .map(CardEffects::challenge)
                : Optional.empty();
    }

    /**
     * Brings the bank the answer of the customer's bank; it comes with the customer's browser, so it is believed by the
     * bank alone.
     *
     * @param paRes as posted to TermUrl
     * @param md as in the challenge
     */
    public Result<MoneyResult> confirm(Payment payment, String paRes, String md) {
        if (challenge(payment).filter(asked -> asked.md().equals(md)).isEmpty()) {
            return Result.refused(RefusalCode.INVALID_TRANSITION, "the payment waits for no such answer");
        }
        TransactionRef ref = ref(payment);
        return ledger.begin(
                        payment.id(),
                        new Ledger.Intent(OperationKind.CREATE, CardChecks::confirmable, Optional.empty()),
                        Optional.empty())
                .map(begun -> refreshed(
                        call.make(begun, () -> client().confirm(orders.of(payment), ref, paRes, md), taken())));
    }

    /**
     * Gives money back.
     *
     * @param amount in tenge; empty for all that is left
     * @param reason for the shop's books
     */
    public Result<MoneyResult> refund(
            Payment payment, Optional<Tenge> amount, Optional<String> reason, Optional<IdempotencyKey> key) {
        Instant now = identity.clock().instant();
        return ledger.begin(
                        payment.id(),
                        new Ledger.Intent(
                                OperationKind.REFUND,
                                locked -> CardChecks.refundable(locked, amount, rules.refundWindow(), now),
                                reason),
                        key)
                .map(begun -> {
                    Operation operation = begun.operation().orElseThrow();
                    return call.make(
                            begun,
                            () -> bank.refunds()
                                    .refund(ref(begun.payment()), Optional.of(operation.amount()), operation.id()),
                            reading(Ledger.Effect.refund(operation.amount())));
                });
    }

    /** Releases held money; a payment that the customer has not begun is cancelled with us alone. */
    public Result<MoneyResult> cancel(Payment payment, Optional<IdempotencyKey> key) {
        Result<Payment> withdrawn = ledger.change(payment.id(), CardChecks::withdrawn, key);
        if (withdrawn instanceof Result.Ok<Payment> ok) {
            return Result.of(new MoneyResult(ok.value(), Optional.empty()));
        }
        return ledger.begin(
                        payment.id(),
                        new Ledger.Intent(OperationKind.CANCEL, CardChecks::cancellable, Optional.empty()),
                        key)
                .map(begun -> call.make(
                        begun,
                        () -> client().cancel(ref(begun.payment())),
                        reading(Ledger.Effect.reading(
                                BankReading.cancelled(payment.kind()),
                                identity.clock().instant()))));
    }

    /**
     * Takes held money.
     *
     * @param amount in tenge; empty for all that is held
     */
    public Result<MoneyResult> charge(Payment payment, Optional<Tenge> amount, Optional<IdempotencyKey> key) {
        return ledger.begin(
                        payment.id(),
                        new Ledger.Intent(
                                OperationKind.CHARGE,
                                locked -> CardChecks.chargeable(locked, amount),
                                Optional.empty()),
                        key)
                .map(begun -> {
                    Tenge sum = begun.operation().orElseThrow().amount();
                    return call.make(
                            begun,
                            () -> client().charge(ref(begun.payment()), Optional.of(sum)),
                            reading(Ledger.Effect.charged(sum, identity.clock().instant())));
                });
    }

    private static BankCall.Reading<OperationResult> reading(Ledger.Effect effect) {
        return new BankCall.Reading<>(
                BankRefusals::epayOperation, done -> Optional.of(done.ref().id()), done -> effect);
    }

    private static TransactionRef ref(Payment payment) {
        return new TransactionRef(
                payment.bank().transactionId().orElseThrow(),
                InvoiceId.of(payment.bank().invoiceId().orElseThrow()));
    }

    private EpayClient client() {
        return bank.client();
    }
}
