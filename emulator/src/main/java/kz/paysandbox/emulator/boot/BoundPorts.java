package kz.paysandbox.emulator.boot;

import java.nio.channels.ServerSocketChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.http.server.BoundPort;
import kz.paysandbox.emulator.http.server.PortInUse;

/**
 * The ports of all listeners, bound.
 *
 * @param ports by the listeners' public names
 */
record BoundPorts(Map<String, BoundPort> ports) implements AutoCloseable {

    /**
     * Binds them all.
     *
     * @throws PortInUse where one is taken; none is left bound
     */
    static BoundPorts open(ServerConfig config) {
        Map<String, BoundPort> bound = new LinkedHashMap<>();
        try {
            for (String listener : config.listeners()) {
                bound.put(listener, BoundPort.open(listener, config.binding().addresses(), config.port(listener)));
            }
        } catch (PortInUse taken) {
            new BoundPorts(bound).close();
            throw taken;
        }
        return new BoundPorts(bound);
    }

    /**
     * Returns where each could be bound just now, before anything is made that takes long.
     *
     * @throws PortInUse where one could not
     */
    static void check(ServerConfig config) {
        open(config).close();
    }

    boolean areOpen() {
        return ports.values().stream().allMatch(BoundPort::isOpen);
    }

    Optional<BoundPort> find(String listener) {
        return Optional.ofNullable(ports.get(listener));
    }

    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        ports.forEach((listener, port) -> numbers.put(listener, port.number()));
        return numbers;
    }

    Map<String, List<ServerSocketChannel>> channels() {
        return ports.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, listener -> listener.getValue().channels()));
    }

    @Override
    public void close() {
        ports.values().forEach(BoundPort::close);
    }
}
