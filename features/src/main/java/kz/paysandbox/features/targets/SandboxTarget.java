package kz.paysandbox.features.targets;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.Wire;

/**
 * A running sandbox: a world with credentials of its own for each scenario, its clock stopped. A world is lent to one
 * scenario at a time and goes back to its start in between, so that certificates and connections can be used again.
 */
public final class SandboxTarget implements Target {

    private final String name;
    private final Map<String, Integer> ports;
    private final String host;
    private final Path trust;
    private final Runnable end;
    private final Wire control = JdkWire.plain();
    private final Queue<WorldPlace> free = new ConcurrentLinkedQueue<>();

    /**
     * @param ports by the listeners' public names
     * @param host under which the bank's listeners are called
     * @param end what to do when the run is over
     */
    public SandboxTarget(String name, Map<String, Integer> ports, String host, Path trust, Runnable end) {
        this.name = name;
        this.ports = Map.copyOf(ports);
        this.host = host;
        this.trust = trust;
        this.end = end;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Need> offers() {
        return EnumSet.allOf(Need.class);
    }

    @Override
    public Place open() {
        return Optional.<Place>ofNullable(free.poll()).orElseGet(this::newWorld);
    }

    @Override
    public void close() {
        free.forEach(WorldPlace::delete);
        end.run();
    }

    void takeBack(WorldPlace world) {
        free.add(world);
    }

    private WorldPlace newWorld() {
        String worldName = "verify-" + UUID.randomUUID();
        JsonNode world = control("main")
                .post("/worlds", Map.of("name", worldName, "seed", 1, "clock", Map.of("mode", "frozen")));
        return new WorldPlace(
                this,
                control(worldName),
                worldName,
                world.path("kaspi").path("apiKey").asText());
    }

    URI base(Scheme scheme) {
        return URI.create("https://" + host + ":" + ports.get("kaspi-" + scheme.label()));
    }

    Path trust() {
        return trust;
    }

    private Control control(String world) {
        return new Control(control, URI.create("http://127.0.0.1:" + ports.get("control")), world);
    }
}
