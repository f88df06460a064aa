package kz.paysandbox.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.records.BoundedRecords;

/** Changes of toy worlds, answers that go out, and starts that follow ends of the process at any moment. */
final class ToyWalk {

    private static final int KINDS = 30;

    private MemoryDatabase database = new MemoryDatabase();
    private Worlds worlds = ToyWorlds.none();
    private WorldStore store = new WorldStore(database, StoreRig.key(), System::nanoTime);
    private Map<String, ToyPart.Urgent> urgent = new TreeMap<>();
    private final Map<World, ToyPart.Later> later = new HashMap<>();
    private Map<String, World> kept = Map.of();
    private int made;

    ToyWalk() {
        start();
    }

    /** One of the things that may happen; the number says which. */
    void step(int number) {
        int kind = number % KINDS;
        int choice = number / KINDS;
        List<World> all = worlds.all();
        World world = all.get(choice % all.size());
        switch (kind) {
            case 0 -> {
                var unused = worlds.create(spec("w" + choice % 3));
            }
            case 1 -> {
                var unused = worlds.delete(world.name(), gone -> {});
            }
            case 2 -> {
                var unused = worlds.reset(world.name());
            }
            case 3, 4, 5 -> answered(false);
            case 6, 7 -> answered(true);
            case 8 -> crash();
            default -> change(ToyPart.of(world), number, made++);
        }
    }

    /**
     * Changes something of a toy.
     *
     * @param fresh not used before
     */
    static void change(ToyPart toy, int number, int fresh) {
        int choice = number / KINDS;
        switch (number % 10) {
            case 0, 1 -> put(toy.items, "i" + fresh, choice);
            case 2, 3 -> replace(toy.items, choice);
            case 4 -> toy.secrets.put("s" + choice % 5, new ToyPart.Secret("s" + choice % 5, choice));
            case 5 -> toy.secrets.remove("s" + choice % 5);
            case 6 -> toy.count(choice);
            case 7 -> put(toy.later, "l" + fresh, choice);
            case 8 -> replace(toy.later, choice);
            default -> put(toy.newest, "n" + fresh, choice);
        }
    }

    private static void put(BoundedRecords<ToyPart.Item> records, String id, int value) {
        records.put(id, new ToyPart.Item(id, value));
    }

    private static void replace(BoundedRecords<ToyPart.Item> records, int choice) {
        List<ToyPart.Item> all = records.all();
        if (!all.isEmpty()) {
            String id = all.get(choice % all.size()).id();
            assertThat(records.change(id, before -> new ToyPart.Item(id, choice)))
                    .isPresent();
        }
    }

    private void answered(boolean all) {
        assertThat(store.pending(all)).isEmpty();
        assertThat(store.unwritten()).isZero();
        urgent = new TreeMap<>();
        worlds.all().forEach(world -> {
            urgent.put(world.name(), ToyPart.of(world).urgent());
            if (all) {
                later.put(world, ToyPart.of(world).later());
            }
        });
        kept = new HashMap<>();
        worlds.all().forEach(world -> kept.put(world.name(), world));
    }

    /** The process ends at once, and another one starts on what was written. */
    void crash() {
        Map<String, ToyPart.Later> expected = new TreeMap<>();
        kept.forEach((name, world) -> expected.put(name, later.getOrDefault(world, ToyPart.Later.NOTHING)));
        database = database.copy();
        worlds = ToyWorlds.none();
        store = new WorldStore(database, StoreRig.key(), System::nanoTime);
        bringBack();
        Map<String, ToyPart.Urgent> urgentNow = new TreeMap<>();
        Map<String, ToyPart.Later> laterNow = new TreeMap<>();
        worlds.all().forEach(world -> {
            urgentNow.put(world.name(), ToyPart.of(world).urgent());
            laterNow.put(world.name(), ToyPart.of(world).later());
        });
        assertThat(urgentNow).isEqualTo(urgent);
        assertThat(laterNow).isEqualTo(expected);
        makeMain();
    }

    private void start() {
        bringBack();
        makeMain();
    }

    private void bringBack() {
        StoreWriter unused = store.bringBack(worlds, UnaryOperator.identity(), List.of());
    }

    private void makeMain() {
        var unused = worlds.create(spec(Worlds.MAIN));
        answered(true);
    }

    private static WorldSpec spec(String name) {
        return new WorldSpec(name, 1, Optional.empty(), new Credentials(Map.of("key", name)));
    }
}
