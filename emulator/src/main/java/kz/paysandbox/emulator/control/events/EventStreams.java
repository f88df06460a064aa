package kz.paysandbox.emulator.control.events;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.events.EventView.WorldEvent;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldChange;

/**
 * The streams of events of all worlds. A world is watched from its first reader on, and for some time after its last one,
 * so that who comes back finds all there is; of a world without readers nothing is watched.
 */
final class EventStreams {

    static final int MOST_READERS = 32;

    private static final int MOST_WORLDS = 16;

    /** How long a world is watched after its last reader has gone. */
    private static final Duration LINGER = Duration.ofMinutes(2);

    private final ControlContext context;
    private final Map<String, Watched> watched = new HashMap<>();
    private boolean listening;
    private int readers;

    /** A world that is watched. */
    private static final class Watched {

        private final WorldEvents events;
        private WorldSubscription subscription;
        private Instant left = Instant.MAX;

        Watched(WorldEvents events, WorldSubscription subscription) {
            this.events = events;
            this.subscription = subscription;
        }
    }

    EventStreams(ControlContext context) {
        this.context = context;
    }

    /**
     * A new reader of a world's events; empty where there are too many.
     *
     * @param resumed id of the last event that it has seen; empty for one who begins now
     */
    synchronized Optional<EventReader> open(World world, OptionalLong resumed) {
        if (!listening) {
            listening = context.worlds().changes().watch(this::changed);
        }
        String name = world.name();
        Watched found = watched.get(name);
        if (readers >= MOST_READERS || (found == null && !makeRoom())) {
            return Optional.empty();
        }
        Watched present = found == null ? watch(name, world) : found;
        readers++;
        present.left = Instant.MAX;
        return Optional.of(present.events.open(resumed, () -> left(present)));
    }

    private Watched watch(String name, World world) {
        WorldEvents events = new WorldEvents(
                context.worlds().alarm(),
                context.json()::bytes,
                micros(context.worlds().machineTime()));
        World present = context.worlds().named(name).orElse(world);
        Watched begun = new Watched(events, new WorldSubscription(present, events, context.banks()));
        watched.put(name, begun);
        return begun;
    }

    /** Ids begin with the machine's time, so that they rise over restarts of the server too. */
    private static long micros(Instant now) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now);
    }

    private synchronized void left(Watched one) {
        readers--;
        if (!one.events.isRead()) {
            one.left = context.worlds().machineTime();
            forgetLater();
        }
    }

    private synchronized void forgetLeft() {
        Instant before = context.worlds().machineTime().minus(LINGER);
        for (Iterator<Watched> all = watched.values().iterator(); all.hasNext(); ) {
            Watched one = all.next();
            if (!one.left.isAfter(before)) {
                one.subscription.end();
                all.remove();
            }
        }
        if (watched.values().stream().anyMatch(one -> !one.left.equals(Instant.MAX))) {
            forgetLater();
        }
    }

    /** By the machine's clock, which may be set back meanwhile: then it is looked again. */
    private void forgetLater() {
        var unused = context.worlds().alarm().wakeAfter(LINGER, this::forgetLeft);
    }

    /** Where as many worlds are watched as can be, the one that was left first is no more. */
    private boolean makeRoom() {
        if (watched.size() < MOST_WORLDS) {
            return true;
        }
        Optional<Map.Entry<String, Watched>> oldest = watched.entrySet().stream()
                .filter(entry -> !entry.getValue().left.equals(Instant.MAX))
                .min(Map.Entry.comparingByValue((one, other) -> one.left.compareTo(other.left)));
        oldest.ifPresent(entry -> {
            entry.getValue().subscription.end();
            watched.remove(entry.getKey());
        });
        return oldest.isPresent();
    }

    /** Every stream tells of every world that comes, begins again or goes. */
    private synchronized void changed(WorldChange change) {
        String name = change.world().name();
        Watched own = watched.get(name);
        if (own != null && change.kind() != WorldChange.Kind.MADE) {
            own.subscription.end();
            own.events.forgetNoted();
        }
        watched.values()
                .forEach(one -> one.events.note(change, WorldEvents.WORLD, () -> Optional.of(WorldEvent.of(change))));
        if (own != null && change.kind() == WorldChange.Kind.RESET) {
            own.subscription = new WorldSubscription(change.world(), own.events, context.banks());
        } else if (own != null && change.kind() == WorldChange.Kind.DELETED) {
            watched.remove(name);
            own.events.end();
        }
    }
}
