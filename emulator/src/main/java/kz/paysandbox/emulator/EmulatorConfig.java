package kz.paysandbox.emulator;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.emulator.boot.Banks;
import kz.paysandbox.emulator.boot.ScenarioFiles;
import kz.paysandbox.emulator.boot.ServerConfig;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.http.bank.BankModule;
import kz.paysandbox.emulator.scenario.ScenarioText;

/**
 * The configuration of an embedded server.
 *
 * @param settings all of them, checked
 * @param progress hears what takes long, as making the first certificates
 * @param controlToken what the control surface demands beyond the loopback; empty for that of the token file
 * @param banks that are served
 */
public record EmulatorConfig(
        Settings settings, Consumer<String> progress, Optional<String> controlToken, List<BankModule> banks) {

    public EmulatorConfig {
        banks = List.copyOf(banks);
    }

    /** With the sandbox's own banks. */
    public EmulatorConfig(Settings settings, Consumer<String> progress, Optional<String> controlToken) {
        this(settings, progress, controlToken, Banks.ALL);
    }

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
        return embedded(home, settings, Banks.ALL);
    }

    /**
     * For use inside another program, with other banks, as {@link #ownBanks()} and one more.
     *
     * @throws IllegalArgumentException where a setting is unknown or malformed
     */
    public static EmulatorConfig embedded(Path home, Map<String, String> settings, List<BankModule> banks) {
        Map<String, String> flags = new HashMap<>(settings);
        flags.put("home", home.toString());
        flags.putIfAbsent("ephemeral", "true");
        flags.putIfAbsent("store", "memory");
        return ServerConfig.read(banks, flags, Map.of(), Map.of())
                .<EmulatorConfig>fold(
                        given -> new EmulatorConfig(given, progress -> {}, Optional.empty(), banks), problem -> {
                            throw new IllegalArgumentException(problem);
                        });
    }

    /** The banks that the sandbox serves by itself. */
    public static List<BankModule> ownBanks() {
        return Banks.ALL;
    }

    /**
     * The settings in force with the sandbox's own banks, checked; or what is wrong with them in one sentence.
     *
     * @param flags win over variables
     * @param environment wins over the file
     */
    public static Outcome<Settings, String> read(
            Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
        return ServerConfig.read(Banks.ALL, flags, environment, file);
    }

    /** The public names of all listeners of a server with these banks. */
    public static List<String> listeners(List<? extends Bank> banks) {
        return ServerConfig.listeners(banks);
    }

    /** A scenario by a name of the catalogue or a file; or what is wrong in one text that is ready to be printed. */
    public static Outcome<ScenarioText, String> scenario(String nameOrFile) {
        return new ScenarioFiles(Banks.ALL).read(nameOrFile);
    }

    /** The scenario in a file; problems begin with the file's name, as compilers print them. */
    public static Outcome<ScenarioText, String> scenario(Path file) {
        return new ScenarioFiles(Banks.ALL).file(file);
    }

    ServerConfig server() {
        return new ServerConfig(banks, settings, progress, controlToken);
    }

    /** Whether the worlds are in a database that several nodes share. */
    public boolean isShared() {
        return server().isShared();
    }

    public Path home() {
        return server().home();
    }

    public Path pki() {
        return server().pki();
    }

    public String bind() {
        return server().binding().setting();
    }

    public boolean isLoopback() {
        return server().binding().isLoopback();
    }

    /** A host that reaches the listeners from this machine, as a URL spells it. */
    public String localHost() {
        return server().binding().host();
    }

    /** What the listeners are bound to: both addresses of the loopback for {@code localhost}. */
    public List<String> addresses() {
        return server().binding().addresses();
    }

    /** Names by which other machines call this one; the server's certificate is for them too. */
    public List<String> hosts() {
        return server().hosts();
    }

    /** The port of a listener as it is set; 0 for any free one. */
    public int port(String listener) {
        return server().port(listener);
    }

    /** The ports of all listeners as they are set, by name. */
    public Map<String, Integer> ports() {
        return server().ports();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "EmulatorConfig[home=" + home() + ", bind=" + bind() + "]";
    }
}
