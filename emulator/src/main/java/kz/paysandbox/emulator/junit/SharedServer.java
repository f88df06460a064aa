package kz.paysandbox.emulator.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.scenario.ScenarioText;

/** The sandbox of a JVM's tests; closed with JUnit's root store. */
final class SharedServer implements AutoCloseable {

    private final Emulator emulator;
    private final ControlClient control;
    private final AtomicLong made = new AtomicLong();

    private SharedServer(Emulator emulator, ControlClient control) {
        this.emulator = emulator;
        this.control = control;
    }

    static SharedServer start(String home, Map<String, String> settings) {
        Emulator emulator = Emulator.start(EmulatorConfig.embedded(Path.of(home), settings));
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI base = URI.create("http://127.0.0.1:" + emulator.ports().get("control") + "/__sandbox");
        return new SharedServer(emulator, new ControlClient(http, base, emulator.controlToken(), "main"));
    }

    SandboxWorld newWorld(long seed, String clock, String scenario) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("name", "test-" + made.incrementAndGet());
        wish.put("seed", seed);
        if (!clock.isEmpty()) {
            wish.put("clock", clock.equals("now") ? Map.of("mode", "frozen") : clock);
        }
        JsonNode world = control.post("/worlds", wish);
        SandboxWorld fresh = new SandboxWorld(
                control.in(world.path("name").asText()),
                world,
                emulator.ports(),
                emulator.config().pki().resolve("ca-bundle.pem"));
        Optional.of(scenario).filter(name -> !name.isEmpty()).ifPresent(name -> play(fresh, name));
        return fresh;
    }

    private static void play(SandboxWorld world, String nameOrFile) {
        ScenarioText text = EmulatorConfig.scenario(nameOrFile).fold(found -> found, problem -> {
            throw new IllegalArgumentException("@Sandbox(scenario): " + problem);
        });
        world.play(text);
    }

    @Override
    public void close() {
        emulator.close();
    }
}
