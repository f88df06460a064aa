package kz.paysandbox.emulator.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.bank.BankListener;
import kz.paysandbox.emulator.core.journal.JournalMemory;
import kz.paysandbox.emulator.core.memory.ServerMemory;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.core.settings.SettingsReader;
import kz.paysandbox.emulator.http.HttpLimits;
import kz.paysandbox.emulator.http.bank.BankModule;
import kz.paysandbox.emulator.node.NodeAddress;
import kz.paysandbox.emulator.scenario.ScenarioText;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.postgres.SharedDatabase;

/**
 * The configuration of a server.
 *
 * @param banks in the order in which they are shown
 * @param settings all of them, checked
 * @param progress hears what takes long, as making the first certificates
 * @param controlToken what the control surface demands beyond the loopback; empty for that of the token file
 */
public record ServerConfig(
        List<BankModule> banks, Settings settings, Consumer<String> progress, Optional<String> controlToken) {

    /** What one payment with its index entries takes at most, in bytes of heap. */
    private static final long PAYMENT_BYTES = 512;

    /** What one connection takes without its request's body, in bytes: buffers of TLS and of the parser. */
    private static final long CONNECTION_BYTES = 48 * 1024;

    /** A test with a small heap and a large limits.body still has so many connections. */
    private static final long LEAST_CONNECTIONS = 128;

    private static final int MOST_PERCENT = 50;

    public ServerConfig {
        banks = List.copyOf(banks);
    }

    /**
     * The settings in force, checked; or what is wrong with them in one sentence.
     *
     * @param flags win over variables
     * @param environment wins over the file
     */
    public static Outcome<Settings, String> read(
            List<? extends Bank> banks,
            Map<String, String> flags,
            Map<String, String> environment,
            Map<String, String> file) {
        return new SettingsReader(ServerSettings.all(banks))
                .read(flags, environment, file)
                .flatMap(settings -> ServerSettings.problem(banks, settings)
                        .<Outcome<Settings, String>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.ok(settings)));
    }

    /** The listeners' public names: the banks' in their order, then the control surface's. */
    public static List<String> listeners(List<? extends Bank> banks) {
        return ServerSettings.listeners(banks).map(BankListener::name).toList();
    }

    List<String> listeners() {
        return listeners(banks);
    }

    public Path home() {
        return Path.of(settings.text("home"));
    }

    public Path pki() {
        return home().resolve("pki");
    }

    /** Where worlds are kept. */
    Path worlds() {
        return home().resolve("worlds");
    }

    /** Whether worlds end with the process. */
    boolean forgets() {
        return settings.is("store", "memory");
    }

    /** Whether several nodes share the worlds. */
    public boolean isShared() {
        return settings.text("store").startsWith(SharedDatabase.SCHEME);
    }

    /** Where the worlds are that several nodes share; empty where this server shares none. */
    Optional<SharedDatabase.Address> shared() {
        return isShared()
                ? Optional.of(new SharedDatabase.Address(
                        settings.text("store"),
                        Optional.of(settings.text("store.user")).filter(user -> !user.isEmpty()),
                        Optional.of(settings.text("store.password-file"))
                                .filter(file -> !file.isEmpty())
                                .map(file -> firstLine(Path.of(file)))))
                : Optional.empty();
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file, UTF_8).lines().findFirst().orElse("").strip();
        } catch (IOException unreadable) {
            throw new StoreException(file + ": " + FileProblems.of(unreadable), unreadable);
        }
    }

    /** The key that kept worlds are sealed with. */
    Path storeKey() {
        String named = settings.text("store.key-file");
        return named.isEmpty() ? worlds().resolve("key") : Path.of(named);
    }

    /** Where this server listens for the nodes that share its worlds. */
    NodeAddress nodeAddress() {
        return new NodeAddress(
                binding().addresses().get(0),
                binding().isEveryAddress(),
                settings.smallNumber("node.port"),
                settings.text("node.host"));
    }

    /** At these ports. */
    ServerConfig at(Map<String, Integer> ports) {
        Map<String, String> texts = new LinkedHashMap<>();
        ports.forEach((listener, port) -> texts.put(ServerSettings.port(listener), String.valueOf(port)));
        return new ServerConfig(banks, settings.with(texts), progress, controlToken);
    }

    /** Whether to begin with new worlds. */
    boolean isFresh() {
        return settings.is("fresh", "true");
    }

    /** Where the listeners are bound. */
    public Binding binding() {
        return new Binding(settings.text("bind"));
    }

    /** Names by which other machines call this one; the server's certificate is for them too. */
    public List<String> hosts() {
        return settings.list("hosts");
    }

    /** What the server's certificate has to be for, beside the names that it always has. */
    List<String> certificateHosts() {
        Binding binding = binding();
        boolean usual = binding.isLoopback() || binding.isEveryAddress();
        return Stream.concat(hosts().stream(), usual ? Stream.empty() : Stream.of(binding.setting()))
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
                .map(new ScenarioFiles(banks)::read)
                .map(read -> read.fold(found -> found, problem -> {
                    throw new IllegalArgumentException(problem);
                }));
    }

    /** The port of a listener as it is set; 0 for any free one. */
    public int port(String listener) {
        boolean free = settings.is("ephemeral", "true") && settings.isDefault(ServerSettings.port(listener));
        return free ? 0 : settings.smallNumber(ServerSettings.port(listener));
    }

    /** The ports as they are set, by listener, in the order of {@link #listeners(List)}. */
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        listeners().forEach(listener -> ports.put(listener, port(listener)));
        return ports;
    }

    /** As set; connections of all listeners never more than half the heap can hold with a whole body each. */
    HttpLimits httpLimits(long maxHeap) {
        int body = settings.smallNumber("limits.body");
        long held = maxHeap / 2 / (CONNECTION_BYTES + body) / listeners().size();
        return new HttpLimits(
                body,
                Math.toIntExact(
                        Math.min(settings.smallNumber("limits.connections"), Math.max(LEAST_CONNECTIONS, held))),
                settings.duration("limits.idle"));
    }

    /** As set; payments never more than half the heap can hold. */
    WorldLimits worldLimits(long maxHeap, JournalMemory journals, ServerMemory memory) {
        long payments = Math.min(settings.number("limits.payments"), maxHeap / 2 / PAYMENT_BYTES);
        return new WorldLimits(
                Math.toIntExact(payments),
                settings.smallNumber("limits.journal"),
                settings.smallNumber("limits.findings"),
                settings.smallNumber("limits.tasks"),
                journals,
                memory);
    }

    /** What all journals may hold. */
    JournalMemory journalMemory(long maxHeap) {
        return JournalMemory.ofHeap(
                maxHeap, Math.min(MOST_PERCENT, settings.smallNumber("limits.journal.heap-percent")));
    }

    /** What all worlds may hold beside the journals. */
    ServerMemory serverMemory(long maxHeap) {
        return ServerMemory.ofHeap(maxHeap, kind -> Math.min(MOST_PERCENT, settings.smallNumber(kind.setting())));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ServerConfig[home=" + home() + ", bind=" + binding().setting() + "]";
    }
}
