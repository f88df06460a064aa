package kz.paysandbox.emulator.boot;

import java.net.SocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.metrics.MeterSource;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.server.BoundPort;
import kz.paysandbox.emulator.store.WorldStore;
import kz.paysandbox.emulator.store.sqlite.WorldFolder;

/**
 * What a server has to know of the node that it is.
 *
 * @param store opens what worlds are kept in; empty where they end with the process
 * @param home is run whenever files of the home have changed that all nodes have alike, before that is answered
 * @param clients the client's address, where a connection comes from
 * @param meters of the node
 * @param ports a listener's port, bound
 */
record NodeContext(
        Optional<Supplier<WorldStore>> store,
        Runnable home,
        UnaryOperator<SocketAddress> clients,
        MeterSource meters,
        Function<Listener, BoundPort> ports) {

    /** Of a server that shares its worlds with nobody. */
    static NodeContext alone(ServerConfig config) {
        return new NodeContext(
                config.forgets()
                        ? Optional.empty()
                        : Optional.of(() -> WorldFolder.open(
                                config.worlds(),
                                config.storeKey(),
                                config.isFresh(),
                                new SecureRandom(),
                                System::nanoTime)),
                () -> {},
                remote -> remote,
                Stream::empty,
                BoundPort::of);
    }
}
