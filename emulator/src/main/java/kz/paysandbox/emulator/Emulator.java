package kz.paysandbox.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.emulator.boot.SandboxServer;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.Heap;
import kz.paysandbox.emulator.http.server.Preload;

/** A running sandbox: all listeners of its banks and the control surface. */
public final class Emulator implements AutoCloseable {

    private final EmulatorConfig config;
    private final SandboxServer server;

    private Emulator(EmulatorConfig config, SandboxServer server) {
        this.config = config;
        this.server = server;
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
        return new Emulator(config, SandboxServer.start(config.server(), outOfMemory));
    }

    static Emulator start(EmulatorConfig config, Heap memory) {
        return new Emulator(config, SandboxServer.start(config.server(), memory));
    }

    /** The ports in use, by the listeners' public names. */
    public Map<String, Integer> ports() {
        return server.ports();
    }

    public EmulatorConfig config() {
        return config;
    }

    /** The default world. */
    public World world() {
        return server.worlds().main();
    }

    /**
     * A world by its name.
     *
     * @throws java.util.NoSuchElementException where there is none
     */
    public World world(String name) {
        return server.worlds().named(name).orElseThrow();
    }

    /** What the control surface demands where it is bound beyond the loopback. */
    public Optional<String> controlToken() {
        return server.controlToken();
    }

    @Override
    public void close() {
        server.close();
    }
}
