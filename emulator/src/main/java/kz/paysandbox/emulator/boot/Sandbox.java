package kz.paysandbox.emulator.boot;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.memory.Heap;

/** A running sandbox, alone or as one of several nodes. */
public interface Sandbox extends AutoCloseable {

    /**
     * Starts a sandbox, as one of several nodes where the settings name a database that is shared, and returns when it can
     * answer.
     *
     * @param left what is left of the heap
     */
    static Sandbox start(ServerConfig config, Heap left) {
        return config.shared()
                .<Sandbox>map(address -> SandboxNode.start(config, address, left))
                .orElseGet(() -> SandboxServer.start(config, left));
    }

    /**
     * As {@link #start(ServerConfig, Heap)}, in a process of its own, which ends once an allocation has failed.
     *
     * @param outOfMemory what an allocation that failed leads to
     */
    static Sandbox start(ServerConfig config, Consumer<OutOfMemoryError> outOfMemory) {
        return start(config, HeapWatch.ofThisProcess(outOfMemory));
    }

    /** The ports in use, by the listeners' public names. */
    Map<String, Integer> ports();

    /** The worlds; empty in a node that does not own them at present. */
    Optional<Worlds> worlds();

    /** What the control surface demands where it is bound beyond the loopback. */
    Optional<String> controlToken();

    @Override
    void close();
}
