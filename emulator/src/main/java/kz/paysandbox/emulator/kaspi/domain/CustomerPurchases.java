package kz.paysandbox.emulator.kaspi.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest paid purchases of each customer at each trade point (3.4.3), newest first; bounded. */
final class CustomerPurchases {

    /** The document's N. */
    static final int MOST_SHOWN = 10;

    private record Where(long tradePointId, String customer) {}

    private final int most;
    private final Map<Where, List<Long>> latest = new LinkedHashMap<>(16, 0.75f, true);

    CustomerPurchases(int most) {
        this.most = most;
    }

    synchronized void add(Payment paid) {
        Where where = new Where(paid.terms().device().tradePointId(), paid.customer());
        List<Long> ids = new ArrayList<>(MOST_SHOWN);
        ids.add(paid.id());
        latest.getOrDefault(where, List.of()).stream().limit(MOST_SHOWN - 1L).forEach(ids::add);
        latest.put(where, List.copyOf(ids));
        if (latest.size() > most) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    synchronized List<Long> of(long tradePointId, String customer) {
        return latest.getOrDefault(new Where(tradePointId, customer), List.of());
    }
}
