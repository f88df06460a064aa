package kz.paysandbox.emulator.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Suggestion;

/**
 * The scenarios of a server: the catalogue for all, and what the users of each world have added; bounded in number and
 * in bytes.
 */
public final class ScenarioLibrary {

    private static final int MOST_A_WORLD = 100;
    private static final int MOST = 2_000;

    /** What a scenario takes, beside and of its text: it is kept as it was written, and read. */
    private static final long OBJECTS = 2_000;

    private static final long BYTES_OF_CHARACTER = 6;

    private final ScenarioCatalogue catalogue;
    private final long mostBytes;
    private final Map<String, Map<String, ScenarioText>> added = new LinkedHashMap<>();

    /**
     * @param mostBytes of all that users have added, about
     */
    public ScenarioLibrary(ScenarioCatalogue catalogue, long mostBytes) {
        this.catalogue = catalogue;
        this.mostBytes = mostBytes;
    }

    /** Adds or replaces a world's scenario; refused where its name is the catalogue's or there are too many. */
    public synchronized Outcome<ScenarioText, String> add(String world, ScenarioText text) {
        String name = text.scenario().name();
        if (catalogue.find(name).isPresent()) {
            return Outcome.refused("`" + name + "` is a name of the catalogue; choose another");
        }
        Map<String, ScenarioText> own = added.computeIfAbsent(world, key -> new LinkedHashMap<>());
        int total = added.values().stream().mapToInt(Map::size).sum();
        if (!own.containsKey(name) && (own.size() >= MOST_A_WORLD || total >= MOST)) {
            return Outcome.refused("a world has at most " + MOST_A_WORLD + " scenarios of its own, the server " + MOST
                    + "; DELETE /__sandbox/scenarios/{name} makes room");
        }
        if (bytes(text)
                        + added.values().stream()
                                .flatMap(texts -> texts.values().stream())
                                .mapToLong(ScenarioLibrary::bytes)
                                .sum()
                > mostBytes) {
            return Outcome.refused("the scenarios of all worlds are as large as the memory for them;"
                    + " DELETE /__sandbox/scenarios/{name} makes room, or a larger heap");
        }
        own.put(name, text);
        return Outcome.ok(text);
    }

    /** False where the world has added none of this name. */
    public synchronized boolean remove(String world, String name) {
        return own(world).remove(name) != null;
    }

    /** Forgets what was added to a world that is gone. */
    public synchronized void forget(String world) {
        added.remove(world);
    }

    /** The catalogue's, then the world's own. */
    public synchronized List<ScenarioText> all(String world) {
        List<ScenarioText> all = new ArrayList<>(catalogue.all());
        all.addAll(own(world).values());
        return all;
    }

    /** By name; the refusal says which name is near. */
    public Outcome<ScenarioText, String> find(String world, String name) {
        List<ScenarioText> all = all(world);
        Optional<ScenarioText> found =
                all.stream().filter(text -> text.scenario().name().equals(name)).findFirst();
        List<String> names = all.stream().map(text -> text.scenario().name()).toList();
        return found.<Outcome<ScenarioText, String>>map(Outcome::ok)
                .orElseGet(() -> Outcome.refused("no scenario `" + name + "`"
                        + Suggestion.of(name, names)
                                .map(near -> ", did you mean `" + near + "`?")
                                .orElse("; sandbox scenario list shows them all")));
    }

    private static long bytes(ScenarioText text) {
        return OBJECTS + BYTES_OF_CHARACTER * text.text().length();
    }

    private Map<String, ScenarioText> own(String world) {
        Map<String, ScenarioText> own = added.get(world);
        return own == null ? new LinkedHashMap<>() : own;
    }
}
