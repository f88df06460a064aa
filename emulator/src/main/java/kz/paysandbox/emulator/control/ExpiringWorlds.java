package kz.paysandbox.emulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;

/**
 * Ends worlds whose time is up by the machine's clock. There is one alarm for all of them, set for the next; it goes off
 * once a minute at the latest while there are any, since that clock may be set.
 */
final class ExpiringWorlds {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Worlds worlds;
    private final BiConsumer<String, Predicate<World>> ending;
    private Optional<Instant> planned = Optional.empty();
    private Runnable alarm = () -> {};

    /**
     * @param ending ends the world of a name, where something still is so of it
     */
    ExpiringWorlds(Worlds worlds, BiConsumer<String, Predicate<World>> ending) {
        this.worlds = worlds;
        this.ending = ending;
    }

    /** To be called when there may be a world that ends earlier than those before. */
    synchronized void plan() {
        Optional<Instant> next = next();
        boolean known = planned.isPresent()
                && next.filter(end -> end.isBefore(planned.get())).isEmpty();
        if (next.isEmpty() || known) {
            return;
        }
        alarm.run();
        Duration left = Duration.between(worlds.machineTime(), next.get());
        Duration wait = left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) > 0 ? LONGEST : left;
        planned = next;
        alarm = worlds.alarm().wakeAfter(wait, this::end);
    }

    private Optional<Instant> next() {
        return limited()
                .flatMap(world -> world.spec().terms().expiresAt().stream())
                .min(Instant::compareTo);
    }

    private Stream<World> limited() {
        return worlds.all().stream()
                .filter(world -> world.spec().terms().expiresAt().isPresent());
    }

    /** Worlds end without this lock: whoever makes or ends one may wait for it. */
    private void end() {
        synchronized (this) {
            planned = Optional.empty();
        }
        List<World> over = limited().filter(this::isOver).toList();
        over.forEach(world -> ending.accept(world.name(), this::isOver));
        plan();
    }

    private boolean isOver(World world) {
        return world.spec().terms().isOver(worlds.machineTime());
    }
}
