package kz.paysandbox.emulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The built-in scenarios, read from their files when they are first asked for. */
public final class ScenarioCatalogue {

    private final BankFacts faults;
    private @Nullable List<ScenarioText> scenarios;

    /**
     * The catalogue.
     *
     * @param faults of the banks that it is about
     */
    public ScenarioCatalogue(BankFacts faults) {
        this.faults = faults;
    }

    /** In the order of the index; read with the first question, so that a server without scenarios does not read them. */
    public synchronized List<ScenarioText> all() {
        List<ScenarioText> known = scenarios;
        if (known == null) {
            known = resource("index.txt").lines().map(this::load).toList();
            scenarios = known;
        }
        return known;
    }

    public Optional<ScenarioText> find(String name) {
        return all().stream()
                .filter(text -> text.scenario().name().equals(name))
                .findFirst();
    }

    /** A scenario to start one's own from. */
    public static String template() {
        return resource("template.yaml");
    }

    /** The JSON Schema as it is published, for files about the banks of the catalogue. */
    public static String schema() {
        return resource("scenario.schema.json");
    }

    private ScenarioText load(String name) {
        String text = resource(name + ".yaml");
        return ScenarioReader.read(text, faults).fold(scenario -> new ScenarioText(scenario, text, true), problems -> {
            throw new IllegalStateException(name + ".yaml: " + problems);
        });
    }

    private static String resource(String name) {
        try (InputStream in = ScenarioCatalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
