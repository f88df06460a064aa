package kz.paysandbox.emulator.cli.start;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.HomeFolder;
import kz.paysandbox.emulator.cli.terminal.HomePorts;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.cli.terminal.SettingsException;
import kz.paysandbox.emulator.client.SandboxRefusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the sandbox of a home folder. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop the sandbox of this home, and wait until it is gone.",
        footer = {"", "Exit codes: 0 none runs any more, 1 one still does, or answers at the control port."})
public final class DownCommand implements Callable<Integer> {

    private static final long LONGEST_SECONDS = 10;
    private static final long PAUSE_MILLIS = 50;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Home of the sandbox. Default: SANDBOX_HOME, else home in sandbox.yaml, else .sandbox")
    private @Nullable String home;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = HomeFolder.of(home, System.getenv());
        PidFile pid = new PidFile(folder);
        Optional<ProcessHandle> running = pid.running();
        if (running.isEmpty()) {
            Optional<String> other = answering(folder);
            if (other.isPresent()) {
                complain("a sandbox answers at " + other.get() + ", the control port of "
                        + folder.resolve("ports.json") + ", and which process it is is not known: stop it where"
                        + " it was started, as in a container or in a test's program");
                return ExitCode.FAILED;
            }
            say(
                    Files.exists(folder.resolve("ports.json"))
                            ? "no sandbox of 'sandbox up' runs with the home " + folder
                                    + "; what wrote its ports.json is gone, or runs in another program"
                            : "no sandbox runs with the home " + folder);
            return ExitCode.OK;
        }
        running.get().destroy();
        if (!isGone(running.get())) {
            complain("process " + running.get().pid() + " was told to stop and still runs after " + LONGEST_SECONDS
                    + " s");
            return ExitCode.FAILED;
        }
        pid.remove(running.get());
        say("the sandbox of " + folder + " is down");
        return ExitCode.OK;
    }

    /** Where the sandbox of a ports file answers; empty where none does. */
    private static Optional<String> answering(Path folder) {
        try {
            return HomePorts.of(folder)
                    .map(ports -> "http://" + host() + ":" + ports.control())
                    .filter(there -> HealthProbe.isUp(URI.create(there + "/__sandbox/health")));
        } catch (SandboxRefusal | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** By which it can be reached, as the variables and the settings file say where they can be used. */
    private static String host() {
        try {
            return new EmulatorConfig(new SettingsOptions().read(System.getenv()), line -> {}).localHost();
        } catch (SettingsException unusable) {
            return "127.0.0.1";
        }
    }

    private static boolean isGone(ProcessHandle process) throws InterruptedException {
        for (long waited = 0; waited < TimeUnit.SECONDS.toMillis(LONGEST_SECONDS); waited += PAUSE_MILLIS) {
            if (!PidFile.isRunning(process)) {
                return true;
            }
            ends(process);
        }
        return false;
    }

    /** Waits a little for its end. */
    private static void ends(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException stillThere) {
            Thread.onSpinWait();
        }
    }

    private void say(String sentence) {
        spec.commandLine().getOut().println(LanguageOption.of(spec).text(sentence));
    }

    private void complain(String sentence) {
        spec.commandLine()
                .getErr()
                .println("sandbox: " + LanguageOption.of(spec).text(sentence));
    }
}
