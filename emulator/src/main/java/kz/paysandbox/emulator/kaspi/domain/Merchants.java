package kz.paysandbox.emulator.kaspi.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The organisations and trade points of a world. */
public final class Merchants {

    private final Map<String, Organization> organizations = new ConcurrentHashMap<>();
    private final Map<Long, TradePoint> tradePoints = new ConcurrentHashMap<>();

    public void add(Organization organization) {
        organizations.put(organization.bin(), organization);
    }

    public void add(TradePoint tradePoint) {
        tradePoints.put(tradePoint.id(), tradePoint);
    }

    public Optional<Organization> organization(String bin) {
        return Optional.ofNullable(organizations.get(bin));
    }

    /** By BIN. */
    public List<Organization> organizations() {
        return organizations.values().stream()
                .sorted(Comparator.comparing(Organization::bin))
                .toList();
    }

    public Optional<TradePoint> tradePoint(long id) {
        return Optional.ofNullable(tradePoints.get(id)).filter(point -> !point.removed());
    }

    /** Also one that was removed. */
    public Optional<TradePoint> anyTradePoint(long id) {
        return Optional.ofNullable(tradePoints.get(id));
    }

    public int tradePointCount() {
        return tradePoints.size();
    }

    /** What an organisation has, by id; those switched off too, those removed not. */
    public List<TradePoint> tradePointsOf(Collection<String> bins) {
        return tradePoints.values().stream()
                .filter(point -> bins.contains(point.bin()) && !point.removed())
                .sorted(Comparator.comparingLong(TradePoint::id))
                .toList();
    }
}
