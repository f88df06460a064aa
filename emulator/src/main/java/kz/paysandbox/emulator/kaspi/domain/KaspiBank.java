package kz.paysandbox.emulator.kaspi.domain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.StateTable;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Devices;
import kz.paysandbox.emulator.kaspi.domain.merchants.Merchants;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.Till;
import kz.paysandbox.emulator.kaspi.domain.merchants.TillReasons;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;

/** Kaspi Pay's state in one world. */
public final class KaspiBank implements WorldPart {

    private final Ids ids;
    private final KaspiRules rules;
    private final Merchants merchants;
    private final Devices devices;
    private final Purchases purchases;
    private final QrReturns returns;
    private final CustomerPurchases paid;
    private final CallRate lookups;
    private final CallRate invoicePolls;

    public KaspiBank(Ids ids, KaspiRules rules) {
        this(ids, rules, new Merchants());
    }

    /** With organisations and trade points. */
    public KaspiBank(Ids ids, KaspiRules rules, Merchants merchants) {
        this(ids, rules, merchants, WorldMemory.unbounded(), InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * In a world.
     *
     * @param memory where it is counted what it holds
     * @param clock the world's
     */
    public KaspiBank(Ids ids, KaspiRules rules, Merchants merchants, WorldMemory memory, InstantSource clock) {
        this.merchants = merchants;
        this.ids = ids;
        this.rules = rules;
        this.devices = new Devices(ids, rules.mostDevices(), memory);
        this.purchases = new Purchases(rules.mostPayments(), memory, clock);
        this.returns = new QrReturns(rules.mostPayments(), memory);
        this.paid = new CustomerPurchases(rules.mostPayments(), memory);
        this.lookups = new CallRate(rules.lookupsPerMinute(), memory);
        this.invoicePolls = new CallRate(rules.invoicePollsPerMinute(), memory);
    }

    public Merchants merchants() {
        return merchants;
    }

    public Devices devices() {
        return devices;
    }

    public Purchases purchases() {
        return purchases;
    }

    public QrReturns returns() {
        return returns;
    }

    public KaspiRules rules() {
        return rules;
    }

    Ids ids() {
        return ids;
    }

    /** Counts a client-info call, whatever becomes of it (4.6.1); false where the device has made too many. */
    public boolean allowsLookup(Device device, Instant now) {
        return lookups.allows(device.token(), now);
    }

    /** Counts a status call for a remote invoice; false where they come so often that nobody presses a button for each. */
    public boolean allowsInvoicePoll(Payment invoice, Instant now) {
        return invoicePolls.allows(String.valueOf(invoice.id()), now);
    }

    /** A device that these organisations may use, with its trade point and organisation. */
    public Outcome<Till, Refusal> till(String deviceToken, Collection<String> bins, TillReasons reasons) {
        Optional<Device> found = devices.find(deviceToken).filter(device -> bins.contains(device.bin()));
        if (found.isEmpty()) {
            return Refusal.refuse(reasons.unknown());
        }
        Device device = found.get();
        Organization organization = merchants.organization(device.bin()).orElseThrow();
        if (!organization.active()) {
            return Refusal.refuse(Reason.ORGANIZATION_UNKNOWN);
        }
        if (!device.active()) {
            return Refusal.refuse(reasons.inactive());
        }
        Optional<TradePoint> tradePoint = merchants.tradePoint(device.tradePointId());
        if (tradePoint.isEmpty()) {
            return Refusal.refuse(Reason.TRADE_POINT_UNKNOWN);
        }
        if (!tradePoint.get().active()) {
            return Refusal.refuse(reasons.off());
        }
        return Outcome.ok(new Till(device, tradePoint.get(), organization));
    }

    /** A payment of one of these organisations. */
    public Outcome<Payment, Refusal> purchase(long id, Collection<String> bins) {
        return purchases
                .find(id)
                .filter(payment -> bins.contains(payment.terms().device().bin()))
                .<Outcome<Payment, Refusal>>map(Outcome::ok)
                .orElseGet(() -> Refusal.refuse(Reason.PURCHASE_UNKNOWN));
    }

    /** The customer's latest purchases at a trade point, newest first (3.4.3). */
    public List<Payment> latestPaid(long tradePointId, String customer, long most) {
        return paid.of(tradePointId, customer).stream()
                .limit(Math.max(0, Math.min(most, CustomerPurchases.MOST_SHOWN)))
                .flatMap(id -> purchases.find(id).stream())
                .toList();
    }

    /** The customer confirms; what is paid can be found again by them. */
    public Outcome<Payment, Refusal> confirm(long id, Instant now) {
        return purchases.change(id, payment -> payment.confirm(now)).map(confirmed -> {
            paid.add(confirmed);
            return confirmed;
        });
    }

    @Override
    public List<DueEvent> lapsed(Instant after, Instant until) {
        Stream<DueEvent> payments = purchases.stream()
                .filter(payment -> payment.ending().isEmpty() && isWithin(payment.deadline(), after, until))
                .map(payment ->
                        DueEvent.done(payment.deadline(), "kaspi.payment.lapsed", String.valueOf(payment.id())));
        Stream<DueEvent> codes = returns.stream()
                .filter(code -> code.scan().isEmpty() && !code.lapsed() && isWithin(code.expires(), after, until))
                .map(code -> DueEvent.done(code.expires(), "kaspi.return.lapsed", String.valueOf(code.id())));
        return Stream.concat(payments, codes).toList();
    }

    @Override
    public void settle(Instant until) {
        purchases.changeAll(payment -> payment.settled(until));
        returns.settle(until);
    }

    /** Rates of calls begin anew. */
    @Override
    public PartState state() {
        List<StateTable<?>> tables = new ArrayList<>(merchants.tables());
        tables.add(devices.table());
        tables.add(purchases.table());
        tables.add(returns.table());
        return new PartState(tables, List.of());
    }

    @Override
    public void restored() {
        purchases.stream()
                .filter(payment -> payment.ending()
                        .filter(ending -> ending.kind() == Ending.Kind.PAID)
                        .isPresent())
                .sorted(Comparator.comparing(
                        (Payment payment) -> payment.ending().map(Ending::at).orElse(Instant.EPOCH)))
                .forEach(paid::add);
    }

    private static boolean isWithin(Instant instant, Instant after, Instant until) {
        return instant.isAfter(after) && !instant.isAfter(until);
    }
}
