package kz.paysandbox.emulator.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.scenario.ScenarioText;

/** A test's own world: where it is, what opens it, and the hands that move it. */
public final class SandboxWorld {

    private final ControlClient control;
    private final JsonNode description;
    private final Map<String, Integer> ports;
    private final TestTls tls;

    SandboxWorld(ControlClient control, JsonNode description, Map<String, Integer> ports, Path authorities) {
        this.control = control;
        this.description = description;
        this.ports = Map.copyOf(ports);
        this.tls = new TestTls(control, name(), authorities);
    }

    public String name() {
        return description.path("name").asText();
    }

    /** What its ids, tokens and faults follow: {@code @Sandbox(seed = …)} repeats a run. */
    public long seed() {
        return description.path("seed").asLong();
    }

    /** Scheme r1, up to and with {@code /r1/v01}. */
    public URI kaspiR1() {
        return url("kaspi-r1", "/r1/v01");
    }

    /** Scheme r2, up to and with {@code /r2/v01}. */
    public URI kaspiR2() {
        return url("kaspi-r2", "/r2/v01");
    }

    /** Scheme r3, up to and with {@code /r3/v01}. */
    public URI kaspiR3() {
        return url("kaspi-r3", "/r3/v01");
    }

    /** Halyk ePay; empty where the server has no such listener. */
    public Optional<URI> epay() {
        return ports.containsKey("epay") ? Optional.of(url("epay", "")) : Optional.empty();
    }

    /** The Api-Key of r1. */
    public String apiKey() {
        return description.path("kaspi").path("apiKey").asText();
    }

    /** The first organisation's BIN. */
    public String bin() {
        return description
                .path("kaspi")
                .path("organizations")
                .path(0)
                .path("bin")
                .asText();
    }

    /** Everything that opens this world, as {@code POST /worlds} gives it. */
    public JsonNode description() {
        return description;
    }

    /** Token of a till that is registered at trade point 1 of the first organisation from the start. */
    public String deviceToken() {
        return "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";
    }

    /** Trusts the sandbox's authorities, and shows this world's client certificate. */
    public SSLContext sslContext() {
        return tls.withCertificate();
    }

    /** Trusts the sandbox's authorities, and shows no certificate. */
    public SSLContext sslContextWithoutCertificate() {
        return tls.withoutCertificate();
    }

    public WorldClock clock() {
        return new WorldClock(control);
    }

    public WorldCustomer customer() {
        return new WorldCustomer(control);
    }

    public WorldFaults faults() {
        return new WorldFaults(control);
    }

    public WorldJournal journal() {
        return new WorldJournal(control);
    }

    /**
     * Begins a scenario of the catalogue.
     *
     * @throws IllegalStateException where a part of its beginning could not be done: a test would pass without it
     */
    public void play(String scenario) {
        JsonNode progress = control.postText("/scenarios/" + scenario + "/activate", "");
        for (JsonNode done : progress.path("done")) {
            if (!done.path("ok").asBoolean()) {
                throw new IllegalStateException("scenario " + scenario + ": "
                        + done.path("what").asText() + " could not be done: "
                        + done.path("problem").asText());
            }
        }
    }

    void play(ScenarioText text) {
        if (!text.builtIn()) {
            control.postText("/scenarios", text.text());
        }
        play(text.scenario().name());
    }

    /** For whatever has no method here. */
    public ControlClient control() {
        return control;
    }

    /** The test is over. */
    void delete() {
        control.delete("/worlds/" + name());
    }

    private URI url(String listener, String path) {
        return URI.create("https://localhost:" + ports.getOrDefault(listener, 0) + path);
    }
}
