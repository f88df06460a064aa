package kz.paysandbox.emulator.boot;

import static kz.paysandbox.emulator.core.settings.Evidence.OURS;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.COUNT;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.DURATION;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.LIST;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.NUMBER;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.PORT;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.bank.BankListener;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.store.postgres.SharedDatabase;

/** The settings of a server as a whole, and the one table of all settings. */
public final class ServerSettings {

    /** The control surface's listener. */
    static final BankListener CONTROL = new BankListener("control", 8540);

    private ServerSettings() {}

    /** Every setting there is with these banks. */
    public static List<Setting> all(List<? extends Bank> banks) {
        return Stream.of(
                        server(),
                        listeners(banks).map(ServerSettings::port),
                        banks.stream().flatMap(bank -> bank.settings().stream()))
                .flatMap(settings -> settings)
                .toList();
    }

    /** What is wrong with values that are of the right kind and yet cannot be used. */
    static Optional<String> problem(List<? extends Bank> banks, Settings settings) {
        String store = settings.text("store");
        if (!store.equals("file") && !store.equals("memory") && !store.startsWith(SharedDatabase.SCHEME)) {
            return Optional.of("store: '" + settings.shown("store")
                    + "' is neither file nor memory nor the address of a PostgreSQL database, " + SharedDatabase.SCHEME
                    + "//HOST/NAME");
        }
        if (store.startsWith(SharedDatabase.SCHEME) && settings.is("fresh", "true")) {
            return Optional.of("fresh: worlds that several nodes share are not put aside by one;"
                    + " remove them with sandbox worlds remove, or name another database or schema (currentSchema=)");
        }
        return banks.stream().flatMap(bank -> bank.problem(settings).stream()).findFirst();
    }

    /** The banks' listeners in their order, then the control surface's. */
    static Stream<BankListener> listeners(List<? extends Bank> banks) {
        return Stream.concat(banks.stream().flatMap(bank -> bank.listeners().stream()), Stream.of(CONTROL));
    }

    /** The key of a listener's port. */
    static String port(String listener) {
        return "port." + listener;
    }

    private static Stream<Setting> server() {
        return Stream.concat(general(), Arrays.stream(MemoryKind.values()).map(ServerSettings::share));
    }

    /** How much of the heap something may take. */
    private static Setting share(MemoryKind kind) {
        return Setting.of(
                OURS,
                COUNT,
                kind.setting(),
                String.valueOf(kind.percent()),
                "Percent of the heap without 32 MB, 50 at most, that " + kind.what()
                        + " may take, one world three quarters of it; " + kind.atLimit());
    }

    private static Stream<Setting> general() {
        return Stream.of(
                Setting.of(OURS, TEXT, "home", ".sandbox", "Folder that holds pki/ and ports.json"),
                Setting.of(OURS, TEXT, "config", "", "The settings file; empty for sandbox.yaml where there is one"),
                Setting.of(OURS, TEXT, "ports-file", "", "A further file to write the ports to, as JSON"),
                Setting.of(
                        OURS,
                        TEXT,
                        "bind",
                        "localhost",
                        "Address to listen on: localhost for 127.0.0.1 and ::1, 0.0.0.0 for all of this machine's;"
                                + " beyond the loopback the control surface demands a token"),
                Setting.of(
                        OURS,
                        LIST,
                        "hosts",
                        "",
                        "Names by which other machines call this one; the server's certificate is for them too"),
                Setting.of(
                        OURS,
                        TEXT,
                        "control.token-file",
                        "",
                        "File with the token that the control surface demands beyond the loopback, made where it is"
                                + " absent; empty for control.token in the home"),
                Setting.of(
                        OURS,
                        TEXT,
                        "scenario",
                        "",
                        "What the default world begins with: a scenario of the" + " catalogue, or a scenario file"),
                Setting.of(OURS, NUMBER, "seed", "1", "What all ids, tokens and faults follow"),
                Setting.of(
                        OURS,
                        TEXT,
                        "store",
                        "file",
                        "Where worlds are kept, so that a restart loses nothing: file for worlds/ in the home, or memory,"
                                + " where they end with the process, or jdbc:postgresql://HOST/NAME for a database that"
                                + " several nodes share"),
                Setting.of(OURS, TEXT, "store.user", "", "User of the shared database; empty for that of its address"),
                Setting.of(
                        OURS,
                        TEXT,
                        "store.password-file",
                        "",
                        "File whose first line is the password for the shared database; empty for that of its address"),
                Setting.of(
                        OURS,
                        TEXT,
                        "store.key-file",
                        "",
                        "File of the key that kept worlds are sealed with, which all nodes of a shared database need;"
                                + " empty for worlds/key in the home"),
                Setting.of(
                        OURS,
                        TEXT,
                        "node.host",
                        "",
                        "Name or address at which other nodes of a shared database reach this one; empty for the address"
                                + " that is listened on, or this machine's"),
                Setting.of(
                        OURS,
                        PORT,
                        "node.port",
                        "0",
                        "Port at which other nodes of a shared database reach this one; 0 for any free one"),
                Setting.choice(
                        OURS,
                        "fresh",
                        "Whether to begin with new worlds; kept ones are put aside, in place of those put aside before",
                        "false",
                        "true"),
                Setting.choice(OURS, "ephemeral", "Whether every port not named is any free one", "false", "true"),
                Setting.choice(
                        OURS,
                        "level",
                        "How closely callers are held to the bank's written rules",
                        "documented",
                        "lenient",
                        "strict"),
                Setting.choice(
                        OURS,
                        "reason-header",
                        "Whether every refusal of a bank says why in the header X-Sandbox-Reason, which no bank sends",
                        "true",
                        "false"),
                Setting.of(OURS, COUNT, "limits.worlds", "1000", "Worlds at a time"),
                Setting.of(
                        OURS,
                        COUNT,
                        "limits.payments",
                        "1000000",
                        "Payments a world and bank; fewer where the heap"
                                + " is small. The oldest final ones go first"),
                Setting.of(
                        OURS,
                        COUNT,
                        "limits.journal",
                        "10000",
                        "Journal entries a world, 0 for none; the oldest go first"),
                Setting.of(
                        OURS,
                        COUNT,
                        "limits.journal.heap-percent",
                        "12",
                        "Percent of the heap, 50 at most, that the journals of all worlds may take: one world half of it, and callers"
                                + " without credentials together an eighth more; the oldest go first"),
                Setting.of(
                        OURS, COUNT, "limits.findings", "10000", "Findings a world, 0 for none; the oldest go first"),
                Setting.of(OURS, COUNT, "limits.tasks", "100000", "Things to do later a world"),
                Setting.of(OURS, COUNT, "limits.body", "65536", "Bytes of a request body"),
                Setting.of(
                        OURS,
                        COUNT,
                        "limits.connections",
                        "10000",
                        "Open connections of each listener; fewer where the heap is small"),
                Setting.of(OURS, DURATION, "limits.idle", "PT30S", "How long a connection may say nothing"));
    }

    private static Setting port(BankListener listener) {
        return Setting.of(
                OURS,
                PORT,
                port(listener.name()),
                String.valueOf(listener.port()),
                "Port of the listener " + listener.name() + "; 0 for any free one");
    }
}
