package kz.paysandbox.emulator.kaspi.domain.merchants;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.records.Records;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.StateTable;

/** The organisations and trade points of a world; each change is one step. */
public final class Merchants {

    /** Why nothing was added. */
    public enum AddRefusal {
        /** There is an organisation of this BIN. */
        BIN,
        /** There is, or was, a trade point of one of these ids; or one id stands twice. */
        TRADE_POINT,
        /** The world holds no more. */
        FULL
    }

    private final MemoryAccount account;
    private final Records<String, Organization> organizations;
    private final Records<Long, TradePoint> tradePoints;

    public Merchants() {
        this(WorldMemory.unbounded());
    }

    public Merchants(WorldMemory memory) {
        this.account = memory.lasting(MemoryKind.PAYMENTS, () -> false);
        this.organizations = new Records<>(account, Organization::bytes);
        this.tradePoints = new Records<>(account, TradePoint::bytes);
    }

    /** Adds an organisation as it is. */
    public synchronized void add(Organization organization) {
        account.keep(organization.bytes());
        organizations.put(organization.bin(), organization);
    }

    /** Adds a trade point as it is. */
    public synchronized void add(TradePoint tradePoint) {
        account.keep(tradePoint.bytes());
        tradePoints.put(tradePoint.id(), tradePoint);
    }

    /**
     * Adds an organisation with its trade points, all or nothing.
     *
     * @param most organisations and trade points that the world may hold, each
     */
    public synchronized Outcome<Organization, AddRefusal> addNew(
            Organization organization, List<TradePoint> points, int most) {
        if (organization(organization.bin()).isPresent()) {
            return Outcome.refused(AddRefusal.BIN);
        }
        if (organizations.size() >= most || !account.take(organization.bytes())) {
            return Outcome.refused(AddRefusal.FULL);
        }
        Outcome<Organization, AddRefusal> added = addNew(points, most).map(all -> organization);
        if (added.value().isPresent()) {
            organizations.put(organization.bin(), organization);
        } else {
            account.give(organization.bytes());
        }
        return added;
    }

    /** Adds trade points, all or none. */
    public synchronized Outcome<List<TradePoint>, AddRefusal> addNew(List<TradePoint> points, int most) {
        Set<Long> ids = new HashSet<>();
        for (TradePoint point : points) {
            if (!ids.add(point.id()) || anyTradePoint(point.id()).isPresent()) {
                return Outcome.refused(AddRefusal.TRADE_POINT);
            }
        }
        if (tradePoints.size() + points.size() > most
                || !account.take(points.stream().mapToLong(TradePoint::bytes).sum())) {
            return Outcome.refused(AddRefusal.FULL);
        }
        points.forEach(point -> tradePoints.put(point.id(), point));
        return Outcome.ok(points);
    }

    /**
     * Replaces an organisation by what {@code change} makes of it.
     *
     * @param absent the reason given where there is none
     */
    public <R> Outcome<Organization, R> changeOrganization(
            String bin, Function<Organization, Outcome<Organization, R>> change, R absent) {
        return organizations.change(bin, change, absent);
    }

    /** Replaces a trade point, also one that was removed. */
    public <R> Outcome<TradePoint, R> changeTradePoint(
            long id, Function<TradePoint, Outcome<TradePoint, R>> change, R absent) {
        return tradePoints.change(id, change, absent);
    }

    /** These, to be kept outside the process. */
    public List<StateTable<?>> tables() {
        return List.of(
                StateTable.of(
                        "kaspi.organizations",
                        Organization.class,
                        new KeyedValues<>(
                                organizations.signal(),
                                organizations::findSettled,
                                () -> organizations().stream()
                                        .map(Organization::bin)
                                        .toList(),
                                this::restore)),
                StateTable.of(
                        "kaspi.trade-points",
                        TradePoint.class,
                        new KeyedValues<>(
                                tradePoints.signal(),
                                id -> tradePoints.findSettled(Long.valueOf(id)),
                                () -> tradePoints.stream()
                                        .map(point -> String.valueOf(point.id()))
                                        .toList(),
                                this::restore)));
    }

    private synchronized void restore(Organization organization) {
        account.keep(organization.bytes()
                - organizations
                        .find(organization.bin())
                        .map(Organization::bytes)
                        .orElse(0L));
        organizations.put(organization.bin(), organization);
    }

    private synchronized void restore(TradePoint tradePoint) {
        account.keep(tradePoint.bytes()
                - tradePoints.find(tradePoint.id()).map(TradePoint::bytes).orElse(0L));
        tradePoints.put(tradePoint.id(), tradePoint);
    }

    public Optional<Organization> organization(String bin) {
        return organizations.find(bin);
    }

    /** By BIN. */
    public List<Organization> organizations() {
        return organizations.stream()
                .sorted(Comparator.comparing(Organization::bin))
                .toList();
    }

    public Optional<TradePoint> tradePoint(long id) {
        return tradePoints.find(id).filter(point -> !point.removed());
    }

    /** Also one that was removed. */
    public Optional<TradePoint> anyTradePoint(long id) {
        return tradePoints.find(id);
    }

    /** What an organisation has, by id; those switched off too, those removed not. */
    public List<TradePoint> tradePointsOf(Collection<String> bins) {
        return tradePoints.stream()
                .filter(point -> bins.contains(point.bin()) && !point.removed())
                .sorted(Comparator.comparingLong(TradePoint::id))
                .toList();
    }
}
