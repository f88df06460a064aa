package kz.paysandbox.adapters.merchant;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.Cancellation;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.merchant.Rechecks.Promises;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Surroundings;

/**
 * Scheme r3 for several shops and organisations: chooses BIN and till for each call, lets a shop use only its own, and
 * logs what moves money before and after. A shop's order is a key: asked for again, with the same amount, it gives the
 * first one's answer. A payment is known by shop and number: the row that opened it knows BIN and till, also when that
 * row has been switched off. Safe for any number of threads, and of processes over one database.
 */
public final class MerchantKaspi {
    private static final int MOST_UNSETTLED = 1000;

    private final KaspiR3 kaspi;
    private final Database database;
    private final Journal journal;
    private final TurnWait turns;
    private final Promises promises;
    private final ShopConfigs configs;
    private final PaymentLog log;
    private final Lines lines;
    private final Tills tills;
    private final Openings openings;
    private final Reversals reversals;
    private final Settlements settlements;

    private MerchantKaspi(KaspiR3 kaspi, Database database, Journal journal, TurnWait turns, Promises promises) {
        Clock clock = turns.clock();
        this.kaspi = kaspi;
        this.database = database;
        this.journal = journal;
        this.turns = turns;
        this.promises = promises;
        this.configs = ShopConfigs.of(database, clock);
        this.log = PaymentLog.of(database);
        this.lines = new Lines(database, clock);
        this.tills = new Tills(kaspi, configs, lines, clock);
        this.settlements = new Settlements(kaspi, configs, database, journal, lines, tills, turns, promises);
        Rechecks rechecks = new Rechecks(journal, lines, settlements);
        this.openings = new Openings(kaspi, configs, journal, lines, tills, turns, rechecks);
        this.reversals = new Reversals(kaspi, journal, lines, tills, turns, rechecks);
    }

    /** Over a client of scheme r3 and a database. */
    public static MerchantKaspi of(KaspiR3 kaspi, Database database, Clock clock) {
        return over(kaspi, database, new TurnWait(clock, Surroundings.system().sleeper()));
    }

    /** Over a client of scheme r3 and a database, with another clock and way to wait. */
    public static MerchantKaspi of(KaspiR3 kaspi, Database database, Surroundings surroundings) {
        return over(kaspi, database, new TurnWait(surroundings.clock(), surroundings.sleeper()));
    }

    private static MerchantKaspi over(KaspiR3 kaspi, Database database, TurnWait turns) {
        return new MerchantKaspi(kaspi, database, new Journal(database, turns.clock()), turns, Promises.NONE);
    }

    /**
     * The same, whose {@link #resolve} believes what {@link Assumption} describes; the client of scheme r3 has its own
     * assumptions for the time of a call.
     */
    public MerchantKaspi assuming(Assumption... promised) {
        return new MerchantKaspi(kaspi, database, journal, turns, promises.of(promised));
    }

    /**
     * The same, for which a call that began so long ago and never ended is nobody's: its line is {@link #unsettled}, may
     * be resolved, and is waited for no longer. Without it, that is five minutes ({@link LineState#LONGEST_CALL}).
     *
     * @param longest at least the deadline of the client's calls, in every process over this database; zero where no call
     *     is under way in any of them, as at the start of a program that has the database to itself; at most a day
     * @throws IllegalArgumentException when it is negative, or more than a day
     */
    public MerchantKaspi abandonedAfter(Duration longest) {
        return new MerchantKaspi(kaspi, database, journal, turns.abandonedAfter(longest), promises);
    }

    /**
     * The same, whose {@link #resolve} takes unchanged books for "not applied"
     * ({@link Assumption#UNCHANGED_BOOKS_MEAN_NOT_APPLIED}) only of a refund so old, for a bank may be slow; else at once.
     */
    public MerchantKaspi unchangedAfter(Duration age) {
        return new MerchantKaspi(kaspi, database, journal, turns, promises.after(age));
    }

    /** Which shop may use which BIN. */
    public ShopConfigs configs() {
        return configs;
    }

    /** What was done; ends that the database could not take are written before. */
    public PaymentLog log() {
        journal.writePending();
        return log;
    }

    /**
     * Registers a till at the bank ({@code device/register}, 4.2.3) and keeps its token for the shop.
     *
     * @throws PaymentException of the taxonomy; Rejected -1503, -99000002, 990000026
     * @throws IllegalArgumentException as {@link ShopConfigs#save}, before the bank is asked
     */
    public ShopConfig register(String shop, Bin bin, long tradePointId, String deviceId, String description) {
        ShopConfigs.check(shop, deviceId, description);
        DeviceToken device = kaspi.registerDevice(bin, deviceId, tradePointId);
        return configs.save(shop, bin, tradePointId, deviceId, device, description);
    }

    /**
     * Asks the bank whether it still lists the trade points of rows that were not verified for so long
     * ({@code partner/tradepoints}, 4.2.2; one question for each BIN), and renews {@code verified_at}. To be scheduled,
     * such as once a day. What is not listed is said in the program's log, and stays switched on.
     *
     * @return one for each row of {@code payment_config} that was due; its finding says where the bank could not be asked
     */
    public List<TillCheck> verifyTills(Duration olderThan) {
        return tills.check(olderThan);
    }

    /**
     * Opens a payment by QR ({@code qr/create}, 4.3.1) for the BIN asked for, else the shop's default.
     *
     * @param amount in tenge
     * @param order the shop's own number, 1 to 100 characters: a repeated call asks for the first one's state and gives
     *     its answer, or unknown where the first one is; another code is opened only when the bank says that the first
     *     ended unpaid, when it was refused, or when it was settled as not applied
     * @return as {@link KaspiR3#createQr}; a code whose line cannot be completed is withheld, and the answer unknown
     * @throws BinSelection.NoSuchBin when the shop has neither
     * @throws OrderConflict when the order was opened for another amount, BIN, or otherwise than by QR
     * @throws kz.paysandbox.adapters.merchant.store.StoreFailed before the call leaves
     */
    public MoneyAnswer<QrPayment> createQr(String shop, Optional<Bin> wanted, Tenge amount, String order) {
        return openings.qr(Openings.Demand.of(shop, wanted, amount, order));
    }

    /**
     * Opens a payment by link ({@code qr/create-link}, 4.3.2), otherwise as {@link #createQr}.
     *
     * @param amount in tenge
     * @return as {@link KaspiR3#createLink}
     */
    public MoneyAnswer<LinkPayment> createLink(String shop, Optional<Bin> wanted, Tenge amount, String order) {
        return openings.link(Openings.Demand.of(shop, wanted, amount, order));
    }

    /**
     * Invoices a customer by phone ({@code remote/create}, 4.6.2), otherwise as {@link #createQr}. After an unknown
     * outcome nothing can be looked up: ask the customer or the bank, and {@link #settle} the line.
     *
     * @param amount in tenge
     * @param order the shop's own number; the bank is not told
     * @param message what the customer reads ({@code Comment})
     * @return as {@link KaspiR3#invoice}
     */
    public MoneyAnswer<RemoteInvoice> invoice(
            String shop, Optional<Bin> wanted, Phone phone, Tenge amount, String order, Optional<String> message) {
        return openings.invoice(Openings.Demand.of(shop, wanted, amount, order), phone, message);
    }

    /** New payments at this very row of {@link #configs}, where the shop and not the default decides. */
    public MerchantTill at(ShopConfig config) {
        return new MerchantTill(openings, config);
    }

    /**
     * Makes a payment known that was opened elsewhere, so that it can be asked for and refunded, and its order is not
     * opened again.
     *
     * @param config the row whose BIN and trade point took it
     * @param order the shop's own number of it
     */
    public void adopt(ShopConfig config, long paymentId, String order) {
        LineStart.checked(order, "an order's number");
        if (lines.create(config.shop(), paymentId).isEmpty()) {
            lines.adopt(config, paymentId, order);
        }
    }

    /**
     * Asks for a payment's state ({@code payment/status}, 4.3.3); a change is logged.
     *
     * @throws NoSuchPayment when the shop has no such payment
     * @throws PaymentException of the taxonomy
     */
    public PaymentStatus status(String shop, long paymentId) {
        ShopConfig config = own(shop, paymentId);
        try {
            PaymentStatus status = kaspi.status(paymentId);
            lines.noteStatus(config, paymentId, LineState.APPLIED, status.raw());
            return status;
        } catch (PaymentException e) {
            lines.noteStatus(config, paymentId, LineState.FAILED, e.getClass().getSimpleName());
            throw e;
        }
    }

    /**
     * Reads a purchase ({@code payment/details}, 4.4) by its own till; not logged.
     *
     * @return with total and refundable amounts in tenge
     * @throws NoSuchPayment when the shop has no such payment
     * @throws PaymentException of the taxonomy; Rejected -1601: no such purchase
     */
    public PaymentDetails details(String shop, long paymentId) {
        return tills.reading(own(shop, paymentId), config -> kaspi.details(paymentId, config.device()));
    }

    /**
     * Refunds ({@code payment/return}, 4.5) by the payment's own BIN and till. Refunds of one payment are made one after
     * the other, whichever process asks; while one of them is unknown, others are not sent.
     *
     * @param amount in tenge
     * @param refundKey the shop's own number of this refund, 1 to 100 characters: a repeated call gives the first one's
     *     answer, or unknown where the first one is, and sends nothing; after a refusal it is sent again
     * @return as {@link KaspiR3#refund}; not applied with {@link kz.paysandbox.adapters.error.NotSent} while another
     *     refund of the payment is open
     * @throws NoSuchPayment when the shop has no such payment
     * @throws OrderConflict when the key was used for another payment or amount
     * @throws kz.paysandbox.adapters.merchant.store.StoreFailed before the call leaves
     */
    public MoneyAnswer<Refund> refund(String shop, long paymentId, Tenge amount, String refundKey) {
        return reversals.refund(own(shop, paymentId), new Reversals.Demand(paymentId, amount, refundKey));
    }

    /**
     * Cancels an unpaid invoice ({@code remote/cancel}, 4.6.3) by its own BIN and till.
     *
     * @return as {@link KaspiR3#cancelInvoice}
     * @throws NoSuchPayment when the shop has no such invoice
     */
    public MoneyAnswer<Cancellation> cancelInvoice(String shop, long paymentId) {
        return reversals.cancellation(own(shop, paymentId), paymentId);
    }

    /**
     * Creates, refunds and cancellations of all shops whose outcome nobody knows: answers that were lost, and calls that
     * began five minutes ago or earlier ({@link #abandonedAfter}) and never ended, as after a crash. Oldest first, at most
     * 1000.
     */
    public List<LogEntry> unsettled() {
        journal.writePending();
        return settlements.unsettled(MOST_UNSETTLED);
    }

    /**
     * Looks what became of a line of {@link #unsettled} ({@code payment/status}, 4.3.3; {@code payment/details}, 4.4), and
     * completes it where that is proved; nothing is sent again. A
     * QR code or link that nobody was given is not applied; so is a refund that never left, or that cannot be in the books
     * nor get there any more. That exactly its amount has gone is a proof for a {@link Assumption#SOLE_OPERATOR} alone. A
     * cancellation is told by the invoice's state. Of an invoice nothing can be looked up.
     *
     * @return the line as it is now; unknown, with what was found, where nothing is proved
     */
    public LogEntry resolve(LogEntry line) {
        return settlements.resolve(line.id());
    }

    /** {@return the line after a look, of a cancellation whose invoice's {@code payment/status} (4.3.3) is known} */
    public LogEntry resolve(LogEntry line, PaymentStatus now) {
        return settlements.resolve(line.id(), now);
    }

    /**
     * Settles a line by hand, after the bank or the customer was asked.
     *
     * @param paymentId the bank's number of a payment that a create opened, if it did
     * @param why who says so; is kept in the line
     * @throws IllegalStateException when it is neither started nor unknown any more
     */
    public LogEntry settle(LogEntry line, Settlement settlement, Optional<Long> paymentId, String why) {
        return settlements.settle(line.id(), settlement, paymentId, why);
    }

    private ShopConfig own(String shop, long paymentId) {
        Line create = lines.create(shop, paymentId).orElseThrow(() -> new NoSuchPayment(shop, paymentId));
        return configs.find(create.entry().configId()).orElseThrow();
    }
}
