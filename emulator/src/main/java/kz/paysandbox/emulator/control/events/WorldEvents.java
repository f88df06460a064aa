package kz.paysandbox.emulator.control.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.Alarm;
import kz.paysandbox.emulator.core.data.Bytes;

/**
 * The events of one world. Whoever does something only notes that it happened; a moment later what has changed is written
 * down once, as it is then, and the readers are told.
 */
final class WorldEvents {

    /** How long changes are gathered. */
    static final Duration MOMENT = Duration.ofMillis(100);

    /** The kind of what happens to worlds as a whole. */
    static final String WORLD = "world";

    private static final int MOST_EVENTS = 10_000;
    private static final long MOST_BYTES = 4_000_000;

    /** What happens within a moment beyond this is not written down: readers are told to read all again. */
    private static final int MOST_NOTED = 5_000;

    /**
     * A thing that has changed.
     *
     * @param view what it is when it is written down; empty where it is no more
     */
    private record Noted(String kind, Supplier<Optional<? extends Record>> view) {}

    private final Alarm alarm;
    private final Function<Record, Bytes> json;
    private final EventRing ring;
    private final List<EventReader> readers = new ArrayList<>();
    private final Map<Object, Noted> noted = new LinkedHashMap<>();
    private boolean missed;

    /**
     * @param json one line of JSON
     * @param first id of the first event
     */
    WorldEvents(Alarm alarm, Function<Record, Bytes> json, long first) {
        this.alarm = alarm;
        this.json = json;
        this.ring = new EventRing(MOST_EVENTS, MOST_BYTES, first);
    }

    /**
     * Notes that something has changed; of two changes of one thing within a moment the later one counts.
     *
     * @param thing equal for the same thing
     */
    void note(Object thing, String kind, Supplier<Optional<? extends Record>> view) {
        boolean begins;
        synchronized (noted) {
            begins = noted.isEmpty() && !missed;
            if (noted.size() >= MOST_NOTED) {
                noted.clear();
                missed = true;
            }
            noted.put(thing, new Noted(kind, view));
        }
        if (begins) {
            var unused = alarm.wakeAfter(MOMENT, this::write);
        }
    }

    /** Forgets what was noted of the world's contents and not yet written down: it has begun again. */
    void forgetNoted() {
        synchronized (noted) {
            noted.values().removeIf(one -> !one.kind().equals(WORLD));
        }
    }

    /** Writes down what was noted, and tells the readers; who has not read what was there before is cut off. */
    void write() {
        readers().forEach(EventReader::cutIfBehind);
        writeDown();
        readers().forEach(EventReader::more);
    }

    private synchronized void writeDown() {
        List<Noted> batch;
        synchronized (noted) {
            batch = List.copyOf(noted.values());
            noted.clear();
            if (missed) {
                ring.clear();
                missed = false;
            }
        }
        batch.forEach(one -> one.view().get().ifPresent(view -> ring.add(one.kind(), json.apply(view))));
    }

    /** A new reader. */
    EventReader open(OptionalLong resumed, Runnable gone) {
        EventReader reader = new EventReader(ring, resumed, left -> {
            synchronized (readers) {
                readers.remove(left);
            }
            gone.run();
        });
        synchronized (readers) {
            readers.add(reader);
        }
        return reader;
    }

    /** Its world is gone: what is noted is written down, and the readers end. */
    void end() {
        write();
        readers().forEach(EventReader::end);
    }

    boolean isRead() {
        synchronized (readers) {
            return !readers.isEmpty();
        }
    }

    private List<EventReader> readers() {
        synchronized (readers) {
            return List.copyOf(readers);
        }
    }
}
