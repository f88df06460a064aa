package kz.paysandbox.emulator.cli.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kz.paysandbox.certs.HostName;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.archive.BackgroundArchive;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.cli.terminal.SettingsException;
import kz.paysandbox.emulator.language.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and serves until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start the sandbox and serve until Ctrl-C.",
        footer = {
            "",
            "Every option but --quiet, --detach and --while-used has a variable: --seed is SANDBOX_SEED,",
            "--port control=N is SANDBOX_PORT_CONTROL, --set limits.idle=PT1M is SANDBOX_LIMITS_IDLE.",
            "Flags win over variables, variables over the settings file.",
            "",
            "Examples:",
            "  sandbox up",
            "  sandbox up --ephemeral --ports-file ports.json",
            "  sandbox up --detach && sandbox down",
            "  sandbox up --bind 0.0.0.0 --host sandbox --host 192.168.1.7",
            "  sandbox up --scenario refund-answer-lost",
            "  sandbox up --level strict --set limits.idle=PT1M",
        })
public final class UpCommand implements Callable<Integer> {

    private static final long LONGEST_CLOSING_MILLIS = 300;

    /** A node that owns worlds gives them up in the database, so that the others need not wait until its term is over. */
    private static final long LONGEST_CLOSING_OF_NODE_MILLIS = 3_000;

    /** The runnable jar's entry, which a process in the background begins with. */
    private static final String MAIN = "kz.paysandbox.emulator.cli.Main";

    private static final Duration LINGER = Duration.ofMillis(300);

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--quiet", description = "No banner")
    private boolean quiet;

    @Option(
            names = "--detach",
            description = "Start in the background, and return when every listener can answer; sandbox down stops it")
    private boolean detach;

    @Option(
            names = "--while-used",
            paramLabel = "FILE",
            description = "Write a port here, as JSON, once all can answer; serve as long as somebody holds a"
                    + " connection to it, or this program's standard input, and 0.3 s longer")
    private @Nullable Path whileUsed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private volatile boolean serving;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Language language = LanguageOption.of(spec);
        EmulatorConfig config = new EmulatorConfig(
                options.read(System.getenv()),
                line -> out.println(language.text(line)),
                Optional.ofNullable(System.getenv("SANDBOX_CONTROL_TOKEN")));
        checkBind(config.bind());
        config.hosts().forEach(UpCommand::checkHost);
        checkScenario(config);
        if (detach && !DetachedStart.isThisProcess()) {
            return new DetachedStart(config, out, spec.commandLine().getErr(), language).run(MAIN, arguments());
        }
        if (DetachedStart.isThisProcess()) {
            BoundedLog.of(config.home()).watch();
        }
        OutOfMemory.watchThreads();
        Optional<Leases> leases = leases();
        Emulator emulator = Emulator.start(config, OutOfMemory::end);
        PidFile pid = new PidFile(config.home());
        leaveWhenTold(emulator, pid);
        pid.write();
        if (leases.isPresent() && whileUsed != null) {
            leases.get().publish(whileUsed);
        }
        if (!quiet && !DetachedStart.isThisProcess()) {
            Banner.lines(emulator).forEach(line -> out.println(language.text(line)));
        }
        out.flush();
        serving = true;
        BackgroundArchive.begin();
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    /** Watched from the beginning: a starter that dies during the start takes this process with it. */
    private Optional<Leases> leases() throws IOException {
        if (whileUsed == null) {
            return Optional.empty();
        }
        Leases leases = Leases.open(UUID.randomUUID().toString(), System.in);
        leases.whenUnused(LINGER, () -> Runtime.getRuntime().exit(ExitCode.OK));
        return Optional.of(leases);
    }

    /** Those of the whole command line. */
    private List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    private static void checkHost(String name) {
        try {
            HostName.of(name);
        } catch (IllegalArgumentException malformed) {
            throw new SettingsException("--host: " + malformed.getMessage());
        }
    }

    private static void checkBind(String address) {
        if (new InetSocketAddress(address, 0).isUnresolved()) {
            throw new SettingsException("--bind: '" + address
                    + "' is no address and no host's name; use localhost, or 0.0.0.0 for all of this machine's");
        }
    }

    private static void checkScenario(EmulatorConfig config) {
        String scenario = config.settings().text("scenario");
        if (!scenario.isEmpty()) {
            EmulatorConfig.scenario(scenario).refusal().ifPresent(problem -> {
                throw new SettingsException("--scenario: " + problem);
            });
        }
    }

    /**
     * SIGINT and SIGTERM end a JVM with 128 + n; serving until then is what was asked for, so this leaves with 0, and
     * with 1 where it has not come to that. Clients that keep their connections busy are waited for 300 ms at most; a node
     * that has cut them may take 3 s to give the worlds up.
     */
    private void leaveWhenTold(Emulator emulator, PidFile pid) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Thread closing = new Thread(
                    () -> {
                        pid.remove(ProcessHandle.current());
                        emulator.close();
                    },
                    "sandbox-closing");
            closing.setDaemon(true);
            closing.start();
            try {
                closing.join(emulator.config().isShared() ? LONGEST_CLOSING_OF_NODE_MILLIS : LONGEST_CLOSING_MILLIS);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(serving ? ExitCode.OK : ExitCode.FAILED);
        }));
    }
}
