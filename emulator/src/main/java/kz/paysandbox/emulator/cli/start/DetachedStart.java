package kz.paysandbox.emulator.cli.start;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.language.Language;

/** Starts the sandbox as a process of its own, which stays when this one leaves. */
final class DetachedStart {

    /** System property of the process in the background, which serves itself whatever its arguments say. */
    private static final String MARKER = "kzpay.sandbox.detached";

    private static final String SET_SESSION = "/usr/bin/setsid";
    private static final long LONGEST_SECONDS = 180;
    private static final long PAUSE_MILLIS = 50;
    private static final int LAST_LINES = 20;

    private final EmulatorConfig config;
    private final PidFile pid;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Language language;

    DetachedStart(EmulatorConfig config, PrintWriter out, PrintWriter err, Language language) {
        this.config = config;
        this.pid = new PidFile(config.home());
        this.out = out;
        this.err = err;
        this.language = language;
    }

    /** Whether this process is one that was started in the background. */
    static boolean isThisProcess() {
        return Boolean.getBoolean(MARKER);
    }

    /**
     * Returns when every listener can answer, or the start has failed.
     *
     * @param main the class that the process runs
     * @param arguments those of this process
     */
    int run(String main, List<String> arguments) throws InterruptedException {
        Optional<ProcessHandle> already = pid.running();
        if (already.isPresent()) {
            say("kzpay-sandbox is up already.");
            tell(already.get());
            return ExitCode.OK;
        }
        Process process = start(main, arguments);
        for (long waited = 0; waited < TimeUnit.SECONDS.toMillis(LONGEST_SECONDS); waited += PAUSE_MILLIS) {
            if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return failed(process.exitValue());
            }
            if (pid.running().filter(running -> running.pid() == process.pid()).isPresent()) {
                say("kzpay-sandbox is up.");
                tell(process.toHandle());
                return ExitCode.OK;
            }
        }
        process.destroy();
        complain("it was not up within " + LONGEST_SECONDS + " s and was stopped; see " + log());
        return ExitCode.FAILED;
    }

    private Process start(String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of(SET_SESSION))) {
            command.add(SET_SESSION);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-D" + MARKER + "=true", "-cp", System.getProperty("java.class.path"), main));
        // The entry sees by its arguments that it will serve, and then loads ahead what serving needs.
        arguments.stream().filter(word -> !word.startsWith("--detach")).forEach(command::add);
        try {
            Files.createDirectories(config.home());
            SafeFiles.write(log(), "", SafeFiles.Access.OWNER_ONLY);
            return new ProcessBuilder(command)
                    .redirectInput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException unable) {
            throw new UncheckedIOException("cannot start a process: " + FileProblems.of(unable), unable);
        }
    }

    private int failed(int code) {
        try {
            List<String> lines = Files.readAllLines(log());
            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).forEach(err::println);
        } catch (IOException unreadable) {
            complain("it ended; " + log() + " cannot be read");
        }
        return code == ExitCode.OK ? ExitCode.FAILED : code;
    }

    private void tell(ProcessHandle process) {
        Map<String, Integer> ports = Environment.ports(config);
        say("  pid       " + process.pid());
        say("  home      " + config.home());
        say("  log       " + log());
        if (!config.isLoopback()) {
            say("  token     SANDBOX_CONTROL_TOKEN, else in the file of --control-token-file, else in control.token of"
                    + " the home");
        }
        ports.forEach((name, port) -> out.println("  " + String.format("%-10s", name) + port));
        say("Stop it: sandbox down" + (isUsualHome() ? "" : " --home " + config.home()));
    }

    private void say(String line) {
        out.println(language.text(line));
    }

    private void complain(String line) {
        err.println("sandbox: " + language.text(line));
    }

    private boolean isUsualHome() {
        return config.home().equals(Path.of(".sandbox"));
    }

    private Path log() {
        return BoundedLog.of(config.home()).file();
    }
}
