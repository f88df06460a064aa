package kz.paysandbox.emulator;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.journal.JournalMemory;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.core.settings.SettingsReader;
import kz.paysandbox.emulator.http.HttpLimits;
import kz.paysandbox.emulator.scenario.ScenarioText;

/**
 * What a server is started with.
 *
 * @param settings all of them, checked
 * @param progress hears what takes long, as making the first certificates
 * @param controlToken what the control surface demands beyond the loopback; empty for that of the token file
 */
public record EmulatorConfig(Settings settings, Consumer<String> progress, Optional<String> controlToken) {

    /** What one payment with its index entries takes at most, in bytes of heap. */
    private static final long PAYMENT_BYTES = 512;

    /** What one connection takes without its request's body, in bytes: buffers of TLS and of the parser. */
    private static final long CONNECTION_BYTES = 48 * 1024;

    /** A test with a small heap and a large limits.body still has so many connections. */
    private static final long LEAST_CONNECTIONS = 128;

    private static final int MOST_PERCENT = 50;

    /** With the token of the token file. */
    public EmulatorConfig(Settings settings, Consumer<String> progress) {
        this(settings, progress, Optional.empty());
    }

    /** For use inside another program: free ports, certificates under {@code home}, nothing printed. */
    public static EmulatorConfig embedded(Path home) {
        return embedded(home, Map.of());
    }

    /**
     * For use inside another program, with settings of its own.
     *
     * @throws IllegalArgumentException where a setting is unknown or malformed
     */
    public static EmulatorConfig embedded(Path home, Map<String, String> settings) {
        Map<String, String> flags = new HashMap<>(settings);
        flags.put("home", home.toString());
        flags.putIfAbsent("ephemeral", "true");
        Outcome<Settings, String> read = new SettingsReader(ServerSettings.all()).read(flags, Map.of(), Map.of());
        Settings given = read.achieved()
                .orElseThrow(() -> new IllegalArgumentException(read.refusal().orElse("")));
        ServerSettings.problem(given).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return new EmulatorConfig(given, progress -> {});
    }

    public Path home() {
        return Path.of(settings.text("home"));
    }

    public Path pki() {
        return home().resolve("pki");
    }

    public String bind() {
        return settings.text("bind");
    }

    public boolean isLoopback() {
        return new Binding(bind()).isLoopback();
    }

    /** A host that reaches the listeners from this machine, as a URL spells it. */
    public String localHost() {
        return new Binding(bind()).host();
    }

    /** Whether every address of this machine is listened on. */
    public boolean isEveryAddress() {
        return new Binding(bind()).isEveryAddress();
    }

    /** What the listeners are bound to: both addresses of the loopback for {@code localhost}. */
    public List<String> addresses() {
        return new Binding(bind()).addresses();
    }

    /** Names by which other machines call this one; the server's certificate is for them too. */
    public List<String> hosts() {
        return settings.list("hosts");
    }

    /** What the server's certificate has to be for, beside the names that it always has. */
    List<String> certificateHosts() {
        Binding binding = new Binding(bind());
        boolean usual = binding.isLoopback() || binding.isEveryAddress();
        return Stream.concat(hosts().stream(), usual ? Stream.empty() : Stream.of(bind()))
                .toList();
    }

    /** The file with the control surface's token, where it is bound beyond the loopback. */
    public Path tokenFile() {
        String named = settings.text("control.token-file");
        return named.isEmpty() ? home().resolve("control.token") : Path.of(named);
    }

    public long seed() {
        return settings.number("seed");
    }

    /** Whether refusals say why in a header. */
    boolean tellsReasons() {
        return settings.is("reason-header", "true");
    }

    public Level level() {
        return Level.valueOf(settings.text("level").toUpperCase(Locale.ROOT));
    }

    /**
     * What the default world begins with.
     *
     * @throws IllegalArgumentException where it cannot be read
     */
    public Optional<ScenarioText> firstScenario() {
        return Optional.of(settings.text("scenario"))
                .filter(text -> !text.isEmpty())
                .map(ScenarioFiles::read)
                .map(read -> read.fold(found -> found, problem -> {
                    throw new IllegalArgumentException(problem);
                }));
    }

    /** 0 for any free one. */
    public int port(String listener) {
        boolean free = settings.is("ephemeral", "true") && settings.isDefault(ServerSettings.port(listener));
        return free ? 0 : settings.smallNumber(ServerSettings.port(listener));
    }

    /** As set; connections of all listeners never more than half the heap can hold with a whole body each. */
    HttpLimits httpLimits(long maxHeap) {
        int body = settings.smallNumber("limits.body");
        long held = maxHeap / 2 / (CONNECTION_BYTES + body) / ServerSettings.LISTENERS.size();
        return new HttpLimits(
                body,
                Math.toIntExact(
                        Math.min(settings.smallNumber("limits.connections"), Math.max(LEAST_CONNECTIONS, held))),
                settings.duration("limits.idle"));
    }

    /** As set; payments never more than half the heap can hold. */
    WorldLimits worldLimits(long maxHeap, JournalMemory memory) {
        long payments = Math.min(settings.number("limits.payments"), maxHeap / 2 / PAYMENT_BYTES);
        return new WorldLimits(
                Math.toIntExact(payments),
                settings.smallNumber("limits.journal"),
                settings.smallNumber("limits.findings"),
                settings.smallNumber("limits.tasks"),
                memory);
    }

    /** What all journals may hold. */
    JournalMemory journalMemory(long maxHeap) {
        return JournalMemory.ofHeap(
                maxHeap, Math.min(MOST_PERCENT, settings.smallNumber("limits.journal.heap-percent")));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "EmulatorConfig[home=" + home() + ", bind=" + bind() + "]";
    }
}
