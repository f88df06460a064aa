package kz.paysandbox.emulator.blackbox.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.http.bank.BankModule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A running sandbox for one test class, with certificates of its own. */
public final class Sandbox implements BeforeAllCallback, AfterAllCallback {

    private final Map<String, String> settings;
    private final List<BankModule> banks;
    private final AtomicInteger worlds = new AtomicInteger();
    private @Nullable Path home;
    private @Nullable Emulator emulator;
    private @Nullable SSLContext anonymous;

    private Sandbox(Map<String, String> settings, List<BankModule> banks) {
        this.settings = Map.copyOf(settings);
        this.banks = List.copyOf(banks);
    }

    /** With settings other than the defaults: key, value, key, value. */
    public static Sandbox with(String... settings) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new Sandbox(map, EmulatorConfig.ownBanks());
    }

    /** The same with this bank in place of the sandbox's own. */
    public Sandbox onlyBank(BankModule bank) {
        return new Sandbox(settings, List.of(bank));
    }

    /** The same with one bank more. */
    public Sandbox andBank(BankModule bank) {
        return new Sandbox(
                settings, Stream.concat(banks.stream(), Stream.of(bank)).toList());
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        home = Files.createTempDirectory("sandbox-home");
        Files.createDirectory(home.resolve("pki"));
        SharedPki.of(context).copyTo(home.resolve("pki"));
        emulator = Emulator.start(EmulatorConfig.embedded(home, settings, banks));
    }

    /**
     * Ends it and starts it again in the same home, on the same ports.
     *
     * @param whileDown done while nothing runs
     */
    public void restart(Runnable whileDown) {
        Map<String, String> same = new HashMap<>(settings);
        emulator().ports().forEach((listener, port) -> same.put("port." + listener, String.valueOf(port)));
        emulator().close();
        whileDown.run();
        emulator = Emulator.start(EmulatorConfig.embedded(home(), same, banks));
    }

    /** As {@link #restart(Runnable)}, at once. */
    public void restart() {
        restart(() -> {});
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (emulator != null) {
            emulator.close();
        }
        if (home != null) {
            SharedPki.delete(home);
        }
    }

    public Emulator emulator() {
        return Objects.requireNonNull(emulator);
    }

    public int port(String listener) {
        return Objects.requireNonNull(emulator().ports().get(listener), listener);
    }

    public Path home() {
        return Objects.requireNonNull(home);
    }

    /** A file of the PKI folder. */
    public Path pki(String name) {
        return home().resolve("pki").resolve(name);
    }

    /** For clients without a certificate; sessions are resumed, which spares handshakes. */
    public SSLContext anonymous() {
        SSLContext present = anonymous;
        if (present == null) {
            present = Identity.anonymous(pki("ca-bundle.pem"));
            anonymous = present;
        }
        return present;
    }

    /** The control surface of the default world. */
    public Control control() {
        return new Control(port("control"), "main");
    }

    /** The default world, with the certificates of the PKI folder. */
    public TestWorld main() {
        return new TestWorld(this, "main");
    }

    /** A new world for one test. */
    public TestWorld world() {
        return world("{\"name\":\"test-" + worlds.incrementAndGet() + "\"}");
    }

    /** A new world as the control surface makes it from this JSON. */
    public TestWorld world(String json) {
        String name =
                control().post("/worlds", json).expect(201).json().get("name").asText();
        return new TestWorld(this, name);
    }
}
