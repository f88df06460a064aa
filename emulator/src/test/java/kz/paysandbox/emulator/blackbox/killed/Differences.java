package kz.paysandbox.emulator.blackbox.killed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Where the sandbox says something else than it said before. */
final class Differences {

    private static final int MOST_SHOWN = 40;

    private final List<String> found = new CopyOnWriteArrayList<>();
    private final AtomicLong compared = new AtomicLong();
    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();

    void same(String what, Object told, Object now) {
        holds(Objects.equals(told, now), what + ": told " + told + ", now " + now);
    }

    void holds(boolean so, String otherwise) {
        compared.incrementAndGet();
        if (!so) {
            found.add(otherwise);
        }
    }

    void add(String difference) {
        found.add(difference);
    }

    /** An answer of this listener was received whole. */
    void answered(String listener) {
        answers.computeIfAbsent(listener, none -> new AtomicLong()).incrementAndGet();
    }

    /** So many by listener. */
    Map<String, Long> answers() {
        Map<String, Long> many = new TreeMap<>();
        answers.forEach((listener, number) -> many.put(listener, number.get()));
        return many;
    }

    long compared() {
        return compared.get();
    }

    /** The first ones. */
    List<String> found() {
        return found.stream().limit(MOST_SHOWN).toList();
    }
}
