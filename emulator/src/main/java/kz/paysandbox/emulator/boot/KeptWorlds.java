package kz.paysandbox.emulator.boot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.metrics.MeterSource;
import kz.paysandbox.emulator.core.metrics.Sample;
import kz.paysandbox.emulator.core.state.Keeping;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.WorldStore;

/** The worlds of a server, as the setting {@code store} has them kept. It is opened beside the rest of the start. */
final class KeptWorlds implements Keeping, MeterSource, AutoCloseable {

    private final ServerConfig config;
    private final Optional<CompletableFuture<WorldStore>> opening;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private volatile Optional<WorldStore> store = Optional.empty();
    private volatile CompletableFuture<?> beginning = CompletableFuture.completedFuture("not begun");

    private KeptWorlds(ServerConfig config, Optional<CompletableFuture<WorldStore>> opening) {
        this.config = config;
        this.opening = opening;
    }

    /** Begins to open what the settings name. */
    static KeptWorlds open(ServerConfig config, NodeContext node) {
        if (config.isFresh() && !config.forgets()) {
            BoundPorts.check(config);
        }
        return new KeptWorlds(
                config, node.store().map(store -> CompletableFuture.supplyAsync(store, KeptWorlds::beside)));
    }

    /**
     * Has what was kept brought back, and the default world made where it was not; {@link #await} waits for it.
     *
     * @param credentials of the default world
     * @param then is run when all worlds are there, where the default one is new
     */
    void begin(Worlds worlds, Credentials credentials, Runnable then) {
        beginning = opening.<CompletableFuture<?>>map(file ->
                        file.thenAcceptAsync(opened -> begin(opened, worlds, credentials, then), KeptWorlds::beside))
                .orElseGet(() -> {
                    main(worlds, credentials, then);
                    return CompletableFuture.completedFuture(worlds);
                });
        var unused = beginning.whenComplete((all, failed) -> {
            if (failed == null) {
                begun.complete(null);
            } else {
                begun.completeExceptionally(failed);
            }
        });
    }

    private void begin(WorldStore opened, Worlds worlds, Credentials credentials, Runnable then) {
        opened.begin(
                worlds,
                kept -> main(kept, credentials),
                sample(worlds, credentials).state().references());
        store = Optional.of(opened);
        main(worlds, credentials, then);
    }

    private void main(Worlds worlds, Credentials credentials, Runnable then) {
        boolean made = worlds.create(new WorldSpec(Worlds.MAIN, config.seed(), Optional.empty(), credentials))
                .value()
                .isPresent();
        if (made) {
            then.run();
        }
    }

    /**
     * Returns when all worlds are there.
     *
     * @throws StoreException where what was kept cannot be used
     */
    void await() {
        try {
            begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** A world that nobody can find: it tells of which types values are kept by name. */
    private World sample(Worlds worlds, Credentials credentials) {
        return worlds.sample(new WorldSpec(Worlds.MAIN, config.seed(), Optional.empty(), credentials));
    }

    /** The default world has the credentials that are set, and the seed that it began with. */
    private WorldSpec main(WorldSpec kept, Credentials credentials) {
        if (!config.settings().isDefault("seed") && config.seed() != kept.seed()) {
            config.progress()
                    .accept("The world main was kept with the seed " + kept.seed() + "; " + config.seed()
                            + " counts for new worlds, and for main after --fresh");
        }
        return new WorldSpec(kept.name(), kept.seed(), kept.frozenAt(), credentials);
    }

    private static void beside(Runnable task) {
        Thread thread = new Thread(task, "sandbox-store-opening");
        thread.setDaemon(true);
        thread.start();
    }

    /** All listeners answer: what is to go out of kept worlds does. */
    static void resume(Worlds worlds) {
        List<World> all = worlds.all();
        all.forEach(world -> world.timeline().resume());
    }

    /** Why changes cannot be written now; empty where they can. */
    Optional<String> missing() {
        return store.flatMap(WorldStore::problem);
    }

    @Override
    public Stream<Sample> samples() {
        return store.stream()
                .map(present -> Sample.gauge(
                        "kzpay_sandbox_store_unwritten",
                        "Changes of worlds that are not written to the store yet.",
                        present.unwritten()));
    }

    @Override
    public Optional<CompletionStage<Void>> pending(boolean all) {
        return store.flatMap(present -> present.pending(all));
    }

    /** Not before all worlds are there: what brings them back is reading. */
    @Override
    public void close() {
        opening.ifPresent(file -> beginning
                .handle((begun, failed) -> begun)
                .thenCombine(file, (begun, opened) -> opened)
                .thenAccept(WorldStore::close)
                .exceptionally(failed -> null)
                .join());
    }
}
