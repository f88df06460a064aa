package kz.paysandbox.emulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command line as a process of its own, as the launcher does. */
final class CommandProcess {

    private static final long LONGEST_SECONDS = 120;

    private CommandProcess() {}

    /** What it printed, as UTF-8, and how it left. */
    static Terminal.Result run(Path folder, List<String> words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = builder(folder, words, Map.of())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(words + " did not end; it said: " + Files.readString(err));
        }
        return new Terminal.Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /**
     * A process that is not started yet.
     *
     * @param variables beside an environment without colours, columns and settings
     */
    static ProcessBuilder builder(Path folder, List<String> words, Map<String, String> variables) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SANDBOX_") || name.equals("COLUMNS"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(variables);
        return builder;
    }
}
