package kz.paysandbox.emulator.kaspi.domain;

import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;

/** The latest paid purchases of each customer at each trade point (3.4.3), newest first; bounded. */
final class CustomerPurchases {

    /** The document's N. */
    static final int MOST_SHOWN = 10;

    /** A trade point with a customer's phone, and ten ids. */
    private static final int PLACE_BYTES = 450;

    private record PurchasePlace(long tradePointId, String customer) {}

    private final LruCache<PurchasePlace, List<Long>> latest;

    CustomerPurchases(int most, WorldMemory memory) {
        this.latest = new LruCache<>(most, memory, MemoryKind.PAYMENTS, PLACE_BYTES);
    }

    void add(Payment paid) {
        latest.update(where(paid.terms().device().tradePointId(), paid.customer()), List.of(), before -> {
            List<Long> ids = new ArrayList<>(MOST_SHOWN);
            ids.add(paid.id());
            before.stream().limit(MOST_SHOWN - 1L).forEach(ids::add);
            return List.copyOf(ids);
        });
    }

    List<Long> of(long tradePointId, String customer) {
        return latest.find(where(tradePointId, customer)).orElse(List.of());
    }

    private static PurchasePlace where(long tradePointId, String customer) {
        return new PurchasePlace(tradePointId, customer);
    }
}
