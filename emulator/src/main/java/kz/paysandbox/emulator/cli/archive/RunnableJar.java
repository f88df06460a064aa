package kz.paysandbox.emulator.cli.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The one jar that a process was started from. */
final class RunnableJar {

    private RunnableJar() {}

    /** Absolute; empty where the class path has folders or several jars, as in a test. */
    static Optional<Path> ofThisProcess() {
        return Optional.of(System.getProperty("java.class.path", ""))
                .filter(path -> path.endsWith(".jar"))
                .map(path -> Path.of(path).toAbsolutePath())
                .filter(Files::isRegularFile);
    }
}
