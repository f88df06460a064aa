package kz.paysandbox.emulator.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.data.Watchers;

/** The worlds of a server, found by name or by a caller's credential. Making one never blocks requests of another. */
public final class Worlds {

    /** Why a world was not made or changed. */
    public enum Refusal {
        NAME_TAKEN,
        /** Another world has one of the credentials. */
        CREDENTIAL_TAKEN,
        NAME_MALFORMED,
        TOO_MANY,
        UNKNOWN,
        MAIN_STAYS
    }

    /** The default world's name. */
    public static final String MAIN = "main";

    private static final int MOST_WATCHERS = 10;

    /** What a world's name must match. */
    public static final String NAME_FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private static final Pattern NAME = Pattern.compile(NAME_FORM);

    private final InstantSource machine;
    private final Alarm alarm;
    private final int most;
    private final WorldLimits limits;
    private final List<? extends Slot<?>> slots;
    private final AtomicLong made = new AtomicLong();
    private final Watchers<WorldChange> changes = new Watchers<>(MOST_WATCHERS);
    private final Watchers<World> openings = new Watchers<>(MOST_WATCHERS);
    private final Map<String, World> byName = new ConcurrentHashMap<>();
    private final Map<String, String> nameByCredential = new ConcurrentHashMap<>();

    public Worlds(InstantSource machine, Alarm alarm, int most, WorldLimits limits, List<? extends Slot<?>> slots) {
        this.machine = machine;
        this.alarm = alarm;
        this.most = most;
        this.limits = limits;
        this.slots = List.copyOf(slots);
    }

    /** A new world. */
    public Outcome<World, Refusal> create(WorldSpec spec) {
        return create(spec, world -> {});
    }

    /**
     * A new world with something in it.
     *
     * @param fill puts it there, before anybody can find the world
     */
    public Outcome<World, Refusal> create(WorldSpec spec, Consumer<World> fill) {
        Optional<Refusal> objection = objection(spec);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        World world = filled(spec, fill);
        synchronized (this) {
            return objection(spec)
                    .<Outcome<World, Refusal>>map(refusal -> {
                        world.end();
                        return Outcome.refused(refusal);
                    })
                    .orElseGet(() -> {
                        openings.tell(world);
                        return open(world);
                    });
        }
    }

    private Optional<Refusal> objection(WorldSpec spec) {
        if (!NAME.matcher(spec.name()).matches()) {
            return Optional.of(Refusal.NAME_MALFORMED);
        }
        return byName.size() >= most && !byName.containsKey(spec.name()) ? Optional.of(Refusal.TOO_MANY) : clash(spec);
    }

    private Optional<Refusal> clash(WorldSpec spec) {
        if (byName.containsKey(spec.name())) {
            return Optional.of(Refusal.NAME_TAKEN);
        }
        return spec.credentials().values().values().stream().anyMatch(nameByCredential::containsKey)
                ? Optional.of(Refusal.CREDENTIAL_TAKEN)
                : Optional.empty();
    }

    /**
     * A world as it was kept, also where there are more than may be made.
     *
     * @param fill brings its state back, before anybody can find it
     */
    public synchronized Outcome<World, Refusal> reopen(WorldSpec spec, Consumer<World> fill) {
        return clash(spec).<Outcome<World, Refusal>>map(Outcome::refused).orElseGet(() -> open(filled(spec, fill)));
    }

    /** A world that nobody can find and nothing happens in, to look at how worlds are made. */
    public World sample(WorldSpec spec) {
        World world = build(spec);
        world.end();
        return world;
    }

    private Outcome<World, Refusal> open(World world) {
        WorldSpec spec = world.spec();
        byName.put(spec.name(), world);
        spec.credentials().values().values().forEach(value -> nameByCredential.put(value, spec.name()));
        changes.tell(new WorldChange(world, WorldChange.Kind.MADE));
        return Outcome.ok(world);
    }

    /** Back to its start: name, seed and credentials stay. */
    public synchronized Outcome<World, Refusal> reset(String name) {
        return change(name, world -> {
            return Outcome.ok(replace(world, build(world.spec())));
        });
    }

    /**
     * Begins again as another world, with something in it; name and credentials stay.
     *
     * @param fill puts it there, before anybody can find the world
     */
    public Outcome<World, Refusal> replace(String name, long seed, Optional<Instant> frozenAt, Consumer<World> fill) {
        return change(name, world -> {
            World fresh = filled(
                    new WorldSpec(
                            name,
                            seed,
                            frozenAt,
                            world.credentials(),
                            world.spec().terms()),
                    fill);
            synchronized (this) {
                if (byName.get(name) != world) {
                    fresh.end();
                    return Outcome.refused(Refusal.UNKNOWN);
                }
                return Outcome.ok(replace(world, fresh));
            }
        });
    }

    /** Begins again with another seed, and at an instant where one is given; name and credentials stay. */
    public synchronized Outcome<World, Refusal> restart(String name, long seed, Optional<Instant> frozenAt) {
        return change(name, world -> {
            WorldSpec before = world.spec();
            World fresh = build(new WorldSpec(
                    name,
                    seed,
                    frozenAt.isPresent() ? frozenAt : before.frozenAt(),
                    before.credentials(),
                    before.terms()));
            return Outcome.ok(replace(world, fresh));
        });
    }

    /**
     * Forgets a world and its credentials; {@code main} stays.
     *
     * @param with what goes with it, gone before a world of the same name can be made
     */
    public Outcome<World, Refusal> delete(String name, Consumer<World> with) {
        return delete(name, any -> true, with);
    }

    /**
     * As {@link #delete(String, Consumer)}, where something still is so of it; else it is as unknown.
     *
     * @param still what must be so
     */
    public synchronized Outcome<World, Refusal> delete(String name, Predicate<World> still, Consumer<World> with) {
        if (name.equals(MAIN)) {
            return Outcome.refused(Refusal.MAIN_STAYS);
        }
        if (named(name).filter(still).isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN);
        }
        return change(name, world -> {
            byName.remove(name);
            world.end();
            nameByCredential.values().removeIf(name::equals);
            with.accept(world);
            changes.tell(new WorldChange(world, WorldChange.Kind.DELETED));
            return Outcome.ok(world);
        });
    }

    public Optional<World> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The world whose credentials hold this value. */
    public Optional<World> holding(String credential) {
        return Optional.ofNullable(nameByCredential.get(credential)).flatMap(this::named);
    }

    public World main() {
        return named(MAIN).orElseThrow();
    }

    /** Whether a world was sent as much as all are on the average, or more: where memory is short, it takes nothing more. */
    public boolean hasItsShare(World world) {
        long all = byName.values().stream().mapToLong(World::received).sum();
        return world.received() * byName.size() >= all;
    }

    /** By name. */
    public List<World> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(World::name))
                .toList();
    }

    /** Tells of each world that is made or begins again, before anybody can find it. */
    public Watchers<World> openings() {
        return openings;
    }

    /** Tells of each world when it was made, began again or was deleted. */
    public Watchers<WorldChange> changes() {
        return changes;
    }

    /** What wakes worlds up, by the machine's time. */
    public Alarm alarm() {
        return alarm;
    }

    public Instant machineTime() {
        return machine.instant();
    }

    private Outcome<World, Refusal> change(String name, Function<World, Outcome<World, Refusal>> change) {
        return named(name).map(change).orElseGet(() -> Outcome.refused(Refusal.UNKNOWN));
    }

    private World replace(World before, World fresh) {
        openings.tell(fresh);
        byName.put(fresh.name(), fresh);
        before.end();
        changes.tell(new WorldChange(fresh, WorldChange.Kind.RESET));
        return fresh;
    }

    /** What cannot be filled leaves nothing behind. */
    private World filled(WorldSpec spec, Consumer<World> fill) {
        World world = build(spec);
        try {
            fill.accept(world);
            return world;
        } catch (RuntimeException failed) {
            world.end();
            throw failed;
        }
    }

    private World build(WorldSpec spec) {
        SandboxClock clock =
                spec.frozenAt().map(at -> SandboxClock.frozen(machine, at)).orElseGet(() -> SandboxClock.real(machine));
        return new World(spec, made.incrementAndGet(), clock, alarm, limits, slots);
    }
}
