package kz.paysandbox.emulator.cli.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The launcher and the runnable jar alone, in a folder of their own.
 *
 * @param variables beside an environment without settings
 */
record LaunchedJar(Path folder, Map<String, String> variables) {

    /** What a command ended with, and what it said on both of its outputs. */
    record Ended(int code, String said) {}

    static LaunchedJar in(Path project) throws IOException {
        Path target = Files.createDirectories(project.resolve("emulator/target"));
        Files.copy(builtJar(), target.resolve("sandbox.jar"));
        Path jvm = Files.createDirectories(project.resolve("emulator/dist/src/bin"))
                .resolve("jvm.sh");
        Files.copy(Path.of("dist/src/bin/jvm.sh"), jvm);
        Path launcher = Files.copy(Path.of("..", "sandbox"), project.resolve("sandbox"));
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException(launcher + " cannot be run");
        }
        return new LaunchedJar(project.toRealPath(), Map.of());
    }

    static Path builtJar() {
        return Path.of("target", "sandbox.jar").toAbsolutePath();
    }

    /** With one variable more. */
    LaunchedJar with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new LaunchedJar(folder, more);
    }

    LaunchedJar without() {
        return with("SANDBOX_ARCHIVE", "off");
    }

    Path jar() {
        return folder.resolve("emulator/target/sandbox.jar");
    }

    /** The archives beside the jar. */
    List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(jar().getParent())) {
            return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)"))
                    .toList();
        }
    }

    /** Everything beside the jar that is neither it, nor an archive or its label, nor the lock. */
    List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(jar().getParent())) {
            return files.filter(file -> !file.toString().matches(".*(\\.jar|\\.jsa|\\.aot|\\.txt|\\.lock)"))
                    .toList();
        }
    }

    Process start(Path said, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(folder.resolve("sandbox").toString()), Stream.of(words))
                                .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SANDBOX_") || name.endsWith("JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(variables);
        return builder.start();
    }

    Ended run(String... words) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = start(said, words);
        process.getOutputStream().close();
        int code = process.waitFor();
        return new Ended(code, Files.readString(said));
    }
}
