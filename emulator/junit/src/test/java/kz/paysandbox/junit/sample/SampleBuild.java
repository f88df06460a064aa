package kz.paysandbox.junit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sample in a folder of its own, and what Maven said of it. */
record SampleBuild(Path project, Path output) {

    private static final Pattern NO_NETWORK = Pattern.compile("Unknown host|Could not transfer|Network is unreachable");

    /** Copies it; files of an earlier build would hide what is missing now. */
    static SampleBuild of(String name, Path project) throws IOException {
        if (Files.exists(project)) {
            try (Stream<Path> old = Files.walk(project)) {
                for (Path file :
                        old.sorted((first, second) -> second.compareTo(first)).toList()) {
                    Files.delete(file);
                }
            }
        }
        Path sample = Path.of("samples", name);
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = project.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new SampleBuild(project, project.resolveSibling(project.getFileName() + ".txt"));
    }

    /** Runs its tests; skipped where it needs what only a network has, and there is none. */
    void run(Path settings, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(maven(), "-B", "-s", settings.toString()));
        command.add("-Dmaven.repo.local=" + settings.resolveSibling("repository"));
        Properties own = System.getProperties();
        own.stringPropertyNames().stream()
                .filter(name -> List.of("sandbox.cache", "sandbox.home").contains(name))
                .forEach(name -> command.add("-D" + name + "=" + own.getProperty(name)));
        command.addAll(options);
        command.add("test");
        Process maven = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(maven.waitFor(10, TimeUnit.MINUTES)).as("ended in time").isTrue();
        } finally {
            maven.destroyForcibly();
        }
        String printed = text(output);
        assumeFalse(maven.exitValue() != 0 && NO_NETWORK.matcher(printed).find(), "there is no network");
        assertThat(maven.exitValue()).as(printed).isZero();
    }

    /** What surefire wrote of its only test class. */
    String report() {
        return text(project.resolve(Path.of("target", "surefire-reports", "TEST-example.shop.CheckoutTest.xml")));
    }

    /** The one that runs this test, else the one on the path. */
    private static String maven() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String name = windows ? "mvn.cmd" : "mvn";
        return Stream.of(System.getProperty("sample.maven.home", ""))
                .filter(home -> !home.isEmpty())
                .map(home -> Path.of(home, "bin", name))
                .filter(Files::exists)
                .map(Path::toString)
                .findFirst()
                .orElse(name);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            return "no " + file;
        }
    }
}
