package kz.paysandbox.features.kaspi.targets;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import kz.paysandbox.features.bank.SandboxWorld;
import kz.paysandbox.features.kaspi.wire.Scheme;
import kz.paysandbox.features.wire.Pfx;

/** Kaspi Pay in a world of a sandbox, whose certificate is asked for once. */
public final class KaspiWorldSite implements KaspiSite {

    private static final String SAMPLE_BIN = "180340021791";

    private final SandboxWorld world;
    private Optional<Identity> known = Optional.empty();

    public KaspiWorldSite(SandboxWorld world) {
        this.world = world;
    }

    @Override
    public URI base(Scheme scheme) {
        return world.address().listener("kaspi-" + scheme.label());
    }

    @Override
    public Path trust() {
        return world.address().trust();
    }

    @Override
    public Identity identity() {
        Identity own = known.orElseGet(this::ask);
        known = Optional.of(own);
        return own;
    }

    @Override
    public String bin() {
        return SAMPLE_BIN;
    }

    @Override
    public long tradePoint(long ofScenario) {
        return ofScenario;
    }

    @Override
    public String till(String ofScenario) {
        return ofScenario;
    }

    private Identity ask() {
        JsonNode certificate = world.control().get("/worlds/" + world.name() + "/certificate");
        Pfx held = new Pfx(
                certificate.path("pfxBase64").asText(),
                certificate.path("password").asText());
        return new Identity(
                Optional.of(world.description().path("kaspi").path("apiKey").asText()), Optional.of(held));
    }
}
