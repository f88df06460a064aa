package kz.paysandbox.features.targets;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.paysandbox.features.chance.Chance;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.Wire;

/**
 * A running sandbox: a world with credentials of its own for each scenario, its clock stopped. A world is lent to one
 * scenario at a time and goes back to its start in between, so that certificates and connections can be used again.
 */
public final class SandboxTarget implements Target {

    /**
     * How a sandbox is run.
     *
     * @param impatient whether it gives slow shops no more than a moment
     * @param end what to do when the run is over
     */
    record Terms(boolean impatient, Runnable end) {}

    private final String name;
    private final Map<String, Integer> ports;
    private final String host;
    private final Path trust;
    private final Terms terms;
    private final Chance chance;
    private final Wire control = JdkWire.plain();
    private final Queue<WorldPlace> free = new ConcurrentLinkedQueue<>();

    /**
     * @param ports by the listeners' public names
     * @param host under which the bank's listeners are called
     * @param chance where worlds get their names
     */
    SandboxTarget(String name, Map<String, Integer> ports, String host, Path trust, Terms terms, Chance chance) {
        this.name = name;
        this.ports = Map.copyOf(ports);
        this.host = host;
        this.trust = trust;
        this.terms = terms;
        this.chance = chance;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Need> offers() {
        return terms.impatient() ? EnumSet.allOf(Need.class) : EnumSet.complementOf(EnumSet.of(Need.IMPATIENCE));
    }

    @Override
    public Set<Bank> banks() {
        return EnumSet.allOf(Bank.class);
    }

    @Override
    public Place open() {
        return Optional.<Place>ofNullable(free.poll()).orElseGet(this::newWorld);
    }

    @Override
    public void close() {
        free.forEach(WorldPlace::delete);
        terms.end().run();
    }

    void takeBack(WorldPlace world) {
        free.add(world);
    }

    private WorldPlace newWorld() {
        String worldName = "verify-" + chance.name();
        JsonNode world = control("main")
                .post("/worlds", Map.of("name", worldName, "seed", 1, "clock", Map.of("mode", "frozen")));
        return new WorldPlace(
                this,
                control(worldName),
                worldName,
                world.path("kaspi").path("apiKey").asText(),
                shops(world.path("epay").path("shops")));
    }

    URI base(Scheme scheme) {
        return URI.create("https://" + host + ":" + ports.get("kaspi-" + scheme.label()));
    }

    EpayHosts epay() {
        URI base = URI.create("https://" + host + ":" + ports.get("epay"));
        return new EpayHosts(base, base, base.resolve("/payform/payment-api.js"), Optional.of(trust));
    }

    private static Map<Integer, EpayShop> shops(JsonNode listed) {
        Map<Integer, EpayShop> shops = new HashMap<>();
        listed.forEach(shop -> shops.put(
                shop.path("steps").asInt(),
                new EpayShop(
                        shop.path("clientId").asText(),
                        shop.path("clientSecret").asText(),
                        shop.path("terminal").asText(),
                        shop.path("shopId").asText())));
        return shops;
    }

    Path trust() {
        return trust;
    }

    private Control control(String world) {
        return new Control(control, URI.create("http://127.0.0.1:" + ports.get("control")), world);
    }
}
