package kz.paysandbox.features.targets;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.wire.Pfx;

/** A world of a sandbox. */
final class WorldPlace implements Place {

    private static final int FIRST_INVOICE = 205_218_074;

    private final SandboxTarget sandbox;
    private final Control control;
    private final String world;
    private final String apiKey;
    private final Map<Integer, EpayShop> shops;
    private Optional<Identity> known = Optional.empty();
    private boolean spoilt;
    private int orders;

    WorldPlace(SandboxTarget sandbox, Control control, String world, String apiKey, Map<Integer, EpayShop> shops) {
        this.sandbox = sandbox;
        this.control = control;
        this.world = world;
        this.apiKey = apiKey;
        this.shops = Map.copyOf(shops);
    }

    @Override
    public URI base(Scheme scheme) {
        return sandbox.base(scheme);
    }

    @Override
    public Path trust() {
        return sandbox.trust();
    }

    @Override
    public Identity identity() {
        Identity own = known.orElseGet(this::ask);
        known = Optional.of(own);
        return own;
    }

    @Override
    public String bin() {
        return "180340021791";
    }

    @Override
    public long tradePoint(long ofScenario) {
        return ofScenario;
    }

    @Override
    public String till(String ofScenario) {
        return ofScenario;
    }

    @Override
    public EpayHosts epay() {
        return sandbox.epay();
    }

    @Override
    public EpayShop shop(int steps) {
        return Optional.ofNullable(shops.get(steps))
                .orElseThrow(() -> new IllegalStateException("this sandbox has no shop of " + steps + " step(s)"));
    }

    @Override
    public String invoice() {
        return String.valueOf(FIRST_INVOICE + orders++);
    }

    @Override
    public Optional<Control> control() {
        return Optional.of(control);
    }

    @Override
    public void spoil() {
        spoilt = true;
    }

    @Override
    public void close() {
        if (spoilt) {
            delete();
            return;
        }
        control.post("/reset", Map.of());
        orders = 0;
        sandbox.takeBack(this);
    }

    void delete() {
        control.delete("/worlds/" + world);
    }

    private Identity ask() {
        JsonNode certificate = control.get("/worlds/" + world + "/certificate");
        Pfx held = new Pfx(
                certificate.path("pfxBase64").asText(),
                certificate.path("password").asText());
        return new Identity(Optional.of(apiKey), Optional.of(held));
    }
}
