package kz.paysandbox.emulator.cli.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.certs.Pki;

/** A sandbox in a process of its own that is called a few times and then ends, writing down the classes that it used. */
record ArchiveTraining(Path jar, JavaBuild java) {

    /** The runnable jar's entry. */
    static final String MAIN = "kz.paysandbox.emulator.cli.Main";

    private static final int ROUNDS = 2;
    private static final long LOOK_MILLIS = 20;
    private static final long LONGEST_START_SECONDS = 120;
    private static final long LONGEST_END_SECONDS = 300;

    /** Options meant for other JVMs, as a debugger's port that is taken already. */
    private static final Set<String> JVM_OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /**
     * The archive, made in a folder.
     *
     * @param work a folder for this alone
     * @throws IOException where there is none, or none that a JVM starts with
     */
    Path archive(Path work) throws IOException, InterruptedException {
        Path home = work.resolve("home");
        Pki.init(home.resolve("pki"), InstantSource.system(), new SecureRandom(), made -> {});
        Path archive = work.resolve("made" + java.ending());
        Path lease = work.resolve("lease.json");
        Process sandbox = process(
                        work,
                        java.training(archive),
                        List.of(
                                "up",
                                "--quiet",
                                "--ephemeral",
                                "--home",
                                home.toString(),
                                "--while-used",
                                lease.toString()))
                .start();
        try {
            await(sandbox, lease);
            TrainingCalls calls = TrainingCalls.of(home);
            for (int round = 0; round < ROUNDS; round++) {
                calls.all();
            }
            sandbox.getOutputStream().close();
            ended(sandbox, LONGEST_END_SECONDS);
        } finally {
            sandbox.destroyForcibly();
        }
        Process tried = process(work, java.using(archive), List.of("--version")).start();
        try {
            ended(tried, LONGEST_START_SECONDS);
        } finally {
            tried.destroyForcibly();
        }
        return archive;
    }

    private static void await(Process sandbox, Path lease) throws IOException, InterruptedException {
        long left = TimeUnit.SECONDS.toMillis(LONGEST_START_SECONDS) / LOOK_MILLIS;
        while (Files.notExists(lease)) {
            if (sandbox.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) || --left == 0) {
                throw new IOException("the sandbox whose classes are written down did not start");
            }
        }
    }

    private static void ended(Process process, long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("the JVM wrote no archive that it starts with");
        }
    }

    private ProcessBuilder process(Path folder, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", jar.toString(), MAIN));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        clear(builder);
        return builder;
    }

    /** Settings and options of those who have it made are not those of every start. */
    static void clear(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("SANDBOX_") || JVM_OPTIONS.contains(name));
    }
}
