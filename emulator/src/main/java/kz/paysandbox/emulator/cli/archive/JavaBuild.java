package kz.paysandbox.emulator.cli.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A build of Java, by the file {@code release} in its folder, as the launchers read it.
 *
 * @param name for names of files: version, then the first word of who built it
 */
record JavaBuild(int feature, String name) {

    /** The first with a cache of classes and profiles in place of a class-data archive (JEP 514). */
    private static final int FIRST_WITH_CACHE = 25;

    private static final Pattern LINE = Pattern.compile("([A-Z_]+)=\"?([^\"]*)\"?");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.+_-]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    /** The one that runs this program; empty where its folder does not say what it is. */
    static Optional<JavaBuild> ofThisProcess() {
        Path release = Path.of(System.getProperty("java.home"), "release");
        try {
            return Files.isReadable(release) ? of(Files.readAllLines(release)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Optional<JavaBuild> of(List<String> release) {
        Optional<String> version = value(release, "JAVA_VERSION", VERSION);
        String maker =
                value(release, "IMPLEMENTOR", WORD).map(word -> "-" + word).orElse("");
        return version.map(number -> number.replaceFirst("\\D.*", ""))
                .filter(number -> number.matches("\\d{1,4}"))
                .map(number -> new JavaBuild(
                        Integer.parseInt(number),
                        value(release, "JAVA_RUNTIME_VERSION", VERSION)
                                        .or(() -> version)
                                        .orElse(number)
                                + maker));
    }

    private static Optional<String> value(List<String> release, String name, Pattern beginning) {
        return release.stream()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(1).equals(name))
                .map(line -> beginning.matcher(line.group(2)))
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .findFirst();
    }

    private boolean hasCache() {
        return feature >= FIRST_WITH_CACHE;
    }

    /** The end of the archives' names. */
    String ending() {
        return hasCache() ? ".aot" : ".jsa";
    }

    /** The options by which a JVM writes an archive at its end; a cache has profiles too, which its second compiler needs. */
    List<String> training(Path archive) {
        return List.of(
                (hasCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive,
                hasCache() ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m");
    }

    /** The options by which a JVM starts with an archive, or without a word where it is none of its own. */
    List<String> using(Path archive) {
        return List.of(
                (hasCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive,
                "-XX:+VerifySharedSpaces",
                hasCache() ? "-Xlog:aot*=off,cds*=off" : "-Xlog:cds*=off");
    }
}
