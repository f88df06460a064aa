package kz.paysandbox.emulator.core.journal;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each situation occurred in one world, by product. There are as many numbers as situations and products: they
 * stay when entries of the journal go.
 */
public final class Exercises {

    private final Map<Situation, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();

    /** A situation occurred in calls of a product. */
    public void count(Situation situation, String product) {
        counts.computeIfAbsent(situation, none -> new ConcurrentHashMap<>())
                .computeIfAbsent(product, none -> new LongAdder())
                .increment();
    }

    /** How often a situation occurred in some products. */
    public long of(Situation situation, Set<String> products) {
        return counts.getOrDefault(situation, Map.of()).entrySet().stream()
                .filter(counted -> products.contains(counted.getKey()))
                .mapToLong(counted -> counted.getValue().sum())
                .sum();
    }

    /** The products in which anything occurred. */
    public Set<String> products() {
        Set<String> products = new TreeSet<>();
        counts.values().forEach(counted -> products.addAll(counted.keySet()));
        return products;
    }

    void clear() {
        counts.clear();
    }
}
