package kz.paysandbox.junit.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@code java} that runs the sandbox: of {@code sandbox.java}, else of this program, else of {@code JAVA_HOME}. */
final class JavaProgram {

    private JavaProgram() {}

    /**
     * Its path.
     *
     * @throws SandboxException where there is none
     */
    static Path find(Choices choices) {
        Optional<String> chosen = choices.find("sandbox.java");
        List<Path> candidates = chosen.map(Path::of)
                .map(path -> List.of(path, in(path)))
                .orElseGet(() -> Stream.of(
                                Optional.ofNullable(System.getProperty("java.home")),
                                choices.environment().apply("JAVA_HOME"))
                        .flatMap(Optional::stream)
                        .map(Path::of)
                        .map(JavaProgram::in)
                        .toList());
        return candidates.stream()
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new SandboxException("there is no java in " + candidates
                        + "; name a Java 17 or later with -Dsandbox.java=PATH or JAVA_HOME"));
    }

    private static Path in(Path home) {
        return home.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
    }
}
