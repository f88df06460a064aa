package kz.paysandbox.junit;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.junit.json.Json;
import kz.paysandbox.junit.process.Choices;
import kz.paysandbox.junit.process.SandboxException;
import kz.paysandbox.junit.process.SandboxHandle;

/**
 * A running sandbox, for tests that JUnit Jupiter does not run: TestNG, Kotest, a main method. All programs and servers
 * with the same settings share one process; 0.3 s after the last of them it closes and ends, on a machine with nothing
 * else to do within a second. Safe for any number of threads.
 */
public final class SandboxServer implements AutoCloseable {

    private final SandboxHandle sandbox;
    private final SandboxControl control;

    private SandboxServer(SandboxHandle sandbox) {
        this.sandbox = sandbox;
        HttpClient http = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.control = new SandboxControl(
                http, sandbox.address().control(), sandbox.address().token(), "main", sandbox::lastWords);
    }

    /** Joins the running sandbox, or starts it; a user's very first start makes certificates, which takes seconds. */
    public static SandboxServer start() {
        return start(Map.of());
    }

    /**
     * The same with settings of the sandbox, as {@code level} or {@code limits.journal}.
     *
     * @throws SandboxException where it can neither be found nor started
     */
    public static SandboxServer start(Map<String, String> settings) {
        return start(Choices.ofProgram(), settings);
    }

    static SandboxServer start(Choices choices, Map<String, String> settings) {
        return new SandboxServer(SandboxHandle.of(choices, settings));
    }

    /** A new world with a seed of the sandbox's choice. Close it when the test is over. */
    public SandboxWorld world() {
        return world(SandboxOptions.seeded(0));
    }

    /** A new world whose ids, tokens and faults follow a seed; 0 leaves it to the sandbox. */
    public SandboxWorld world(long seed) {
        return world(SandboxOptions.seeded(seed));
    }

    SandboxWorld world(SandboxOptions options) {
        Map<String, Object> wish = new LinkedHashMap<>();
        if (options.seed() != 0) {
            wish.put("seed", options.seed());
        }
        if (!options.clock().isEmpty()) {
            wish.put("clock", options.clock().equals("now") ? Map.of("mode", "frozen") : options.clock());
        }
        SandboxWorld world = new SandboxWorld(control, control.post("/worlds", wish), sandbox.address());
        try {
            if (!options.scenario().isEmpty()) {
                play(world, options.scenario());
            }
            return world;
        } catch (RuntimeException failed) {
            throw afterClosing(world, failed);
        }
    }

    /** Leaves the sandbox; worlds that are still open go with its process. */
    @Override
    public void close() {
        sandbox.close();
    }

    /** What failed first, with what failed while this was closed. */
    static RuntimeException afterClosing(AutoCloseable open, RuntimeException failed) {
        try {
            open.close();
        } catch (Exception notClosed) {
            failed.addSuppressed(notClosed);
        }
        return failed;
    }

    private static void play(SandboxWorld world, String nameOrFile) {
        try {
            Path file = Path.of(nameOrFile);
            world.play(Files.isRegularFile(file) ? added(world, Files.readString(file)) : nameOrFile);
        } catch (IOException unreadable) {
            throw new SandboxException("the scenario " + nameOrFile + " cannot be read", unreadable);
        } catch (SandboxRefusal | IllegalStateException refused) {
            throw new IllegalArgumentException("the scenario " + nameOrFile + ": " + refused.getMessage(), refused);
        }
    }

    private static String added(SandboxWorld world, String text) {
        return Json.parse(world.control().post("/scenarios", text)).at("name").text();
    }
}
