package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.state.StateTable;
import kz.paysandbox.emulator.epay.EpaySandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Worlds with something of each kind of value, over starts of this release and of those before it.
 *
 * <p>A home of each format is kept in the tests' resources, as {@code kept/format-1}. It is made by this test with
 * {@code -Dkept.write=true}, by the release that writes the format: when {@link StateFormat#PRESENT} rises, this is run
 * once more, and what it made for earlier formats stays as it is.
 */
class KeptHomeTest {

    private static final String DIGITS = "c3".repeat(32);
    private static final Path RESOURCES = Path.of("src", "test", "resources", "kept");
    private static final String COUNTS = "counts.txt";
    private static final String FILE = "main.world";

    @TempDir
    private Path home;

    @Test
    void all_comes_back_and_nothing_stands_in_clear() throws IOException {
        FilledHome.prepare(home);
        Set<String> secrets;
        Map<String, String> before;
        byte[] file;
        try (EpaySandbox sandbox = FilledHome.start(home)) {
            secrets = FilledHome.fill(sandbox);
            before = state(sandbox.emulator());
            file = FilledHome.control(sandbox).file("/worlds/main/export", Map.of("X-Sandbox-Key", DIGITS));
            assertNowhere(secrets);
        }
        assertNowhere(secrets);
        assertThat(new String(file, ISO_8859_1))
                .startsWith("kzpay-sandbox world 1\n")
                .doesNotContain(secrets);
        assertThat(tablesWithout(before)).as("tables without a value").isEmpty();
        try (EpaySandbox again = FilledHome.start(home)) {
            assertThat(state(again.emulator())).isEqualTo(before);
        }
        if (Boolean.getBoolean("kept.write")) {
            keep(before, file);
        }
    }

    @Test
    void worlds_of_each_earlier_format_come_back() throws IOException {
        for (int format = 1; format <= StateFormat.PRESENT; format++) {
            Path kept = RESOURCES.resolve("format-" + format);
            Path copy = Files.createDirectories(home.resolve("format-" + format));
            FilledHome.prepare(copy);
            Files.createDirectories(copy.resolve("worlds"));
            for (String name : List.of("worlds.db", "key")) {
                Files.copy(kept.resolve(name), copy.resolve("worlds").resolve(name));
            }
            try (EpaySandbox sandbox = FilledHome.start(copy)) {
                assertThat(counts(state(sandbox.emulator()))).isEqualTo(Files.readAllLines(kept.resolve(COUNTS)));
                assertThat(sandbox.get(sandbox.control("/payments"), "none").json())
                        .hasSize(4);
                assertThat(sandbox.get(sandbox.control("/faults"), "none").json())
                        .hasSize(9);
            }
        }
    }

    @Test
    void a_world_s_file_of_each_earlier_format_can_be_imported() throws IOException {
        FilledHome.prepare(home);
        try (EpaySandbox sandbox = FilledHome.start(home)) {
            for (int format = 1; format <= StateFormat.PRESENT; format++) {
                byte[] file =
                        Files.readAllBytes(RESOURCES.resolve("format-" + format).resolve(FILE));
                String name = "of-format-" + format;
                var made = FilledHome.control(sandbox)
                        .post("/worlds/import?as=" + name, file, Map.of("X-Sandbox-Key", DIGITS));
                assertThat(made.path("name").asText()).isEqualTo(name);
                assertThat(sandbox.get(sandbox.control("/payments?world=" + name), "none")
                                .json())
                        .hasSize(4);
            }
        }
    }

    private void keep(Map<String, String> state, byte[] file) throws IOException {
        Path kept = Files.createDirectories(RESOURCES.resolve("format-" + StateFormat.PRESENT));
        for (String name : List.of("worlds.db", "key")) {
            Files.write(
                    kept.resolve(name),
                    Files.readAllBytes(home.resolve("worlds").resolve(name)));
        }
        Files.write(kept.resolve(FILE), file);
        Files.write(kept.resolve(COUNTS), counts(state));
    }

    private void assertNowhere(Set<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("worlds"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secrets);
            }
        }
    }

    /** All values of all worlds by world, table and key; numbers of requests are reserved anew by each start. */
    private static Map<String, String> state(Emulator emulator) {
        Map<String, String> state = new TreeMap<>();
        for (String name : List.of("main", "w1")) {
            World world = emulator.world(name);
            StateJson json = new StateJson(world.state().references());
            for (StateTable<?> table : world.state().tables()) {
                if (!table.name().equals("world.request-numbers")) {
                    state.put(name + " " + table.name(), "");
                    int ordinal = 0;
                    for (String key : table.source().keys()) {
                        String text = table.source()
                                .find(key)
                                .map(value -> new String(json.write(value), UTF_8))
                                .orElse("");
                        state.put(name + " " + table.name() + " " + sorted(table, key, ordinal++), text);
                    }
                }
            }
        }
        return state;
    }

    private static String sorted(StateTable<?> table, String key, int ordinal) {
        return table.name().equals("world.requests") || table.name().equals("world.faults")
                ? String.format("%05d %s", ordinal, key)
                : key;
    }

    /** Tables in which no world has a value: the test would not tell whether these come back. */
    private static List<String> tablesWithout(Map<String, String> state) {
        Map<String, Integer> values = new TreeMap<>();
        state.keySet().forEach(name -> {
            String[] parts = name.split(" ", 3);
            values.merge(parts[1], parts.length - 2, Integer::sum);
        });
        List<String> without = new ArrayList<>();
        values.forEach((table, many) -> {
            if (many == 0) {
                without.add(table);
            }
        });
        return without;
    }

    private static List<String> counts(Map<String, String> state) {
        Map<String, Integer> values = new TreeMap<>();
        state.keySet().forEach(name -> {
            String[] parts = name.split(" ", 3);
            values.merge(parts[0] + " " + parts[1], parts.length - 2, Integer::sum);
        });
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }
}
