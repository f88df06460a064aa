package kz.paysandbox.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.emulator.boot.Sandbox;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.Heap;
import kz.paysandbox.emulator.http.server.Preload;

/** A running sandbox: all listeners of its banks and the control surface. */
public final class Emulator implements AutoCloseable {

    private final EmulatorConfig config;
    private final Sandbox sandbox;

    private Emulator(EmulatorConfig config, Sandbox sandbox) {
        this.config = config;
        this.sandbox = sandbox;
    }

    /** Loads what a start needs, on a thread of its own, while the caller reads its settings. */
    public static void preload() {
        Preload.begin();
    }

    /**
     * Starts a sandbox, and returns when every listener can answer. The first start in a home folder makes its
     * certificates, which takes seconds.
     *
     * @throws IllegalArgumentException where the settings name a scenario that cannot be read
     * @throws kz.paysandbox.emulator.http.server.PortInUse where a port is taken
     * @throws kz.paysandbox.emulator.http.tls.KeyMaterialException where a certificate or key cannot be used
     */
    public static Emulator start(EmulatorConfig config) {
        return start(config, Heap.unwatched());
    }

    /**
     * As {@link #start(EmulatorConfig)}, in a process of its own, which ends once an allocation has failed.
     *
     * @param outOfMemory what an allocation that failed leads to
     */
    public static Emulator start(EmulatorConfig config, Consumer<OutOfMemoryError> outOfMemory) {
        return new Emulator(config, Sandbox.start(config.server(), outOfMemory));
    }

    static Emulator start(EmulatorConfig config, Heap memory) {
        return new Emulator(config, Sandbox.start(config.server(), memory));
    }

    /** The ports in use, by the listeners' public names. */
    public Map<String, Integer> ports() {
        return sandbox.ports();
    }

    public EmulatorConfig config() {
        return config;
    }

    /** Whether it serves its worlds itself, and does not relay its callers to another node that does. */
    public boolean hasWorlds() {
        return sandbox.worlds().isPresent();
    }

    /**
     * The default world.
     *
     * @throws java.util.NoSuchElementException where another node has the worlds
     */
    public World world() {
        return sandbox.worlds().orElseThrow().main();
    }

    /**
     * A world by its name.
     *
     * @throws java.util.NoSuchElementException where there is none, or another node has it
     */
    public World world(String name) {
        return sandbox.worlds().flatMap(worlds -> worlds.named(name)).orElseThrow();
    }

    /** What the control surface demands where it is bound beyond the loopback. */
    public Optional<String> controlToken() {
        return sandbox.controlToken();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
