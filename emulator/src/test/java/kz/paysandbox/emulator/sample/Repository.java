package kz.paysandbox.emulator.sample;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/**
 * A Maven repository of its own, with what this build has just made as if it were installed; the rest comes as files from
 * the repository that this build itself was made from, so nothing is downloaded.
 */
record Repository(Path folder) {

    private static final String VERSION = "0.1.0";

    /** The parent's pom, and the two jars that a stranger's dependency leads to. */
    void install() throws IOException {
        put("kzpay-sandbox", "pom", Path.of("..", "pom.xml"));
        put("certs-gen", "pom", Path.of("..", "certs-gen", "pom.xml"));
        put("certs-gen", "jar", Path.of("..", "certs-gen", "target", "certs-gen-" + VERSION + ".jar"));
        put("emulator", "pom", Path.of("pom.xml"));
        put("emulator", "jar", Path.of("target", "emulator-" + VERSION + ".jar"));
    }

    /** Whatever repository a pom names, the files of this machine's stand in for it. */
    Path settings() throws IOException {
        String settings = "<settings><mirrors><mirror><id>files</id><mirrorOf>*</mirrorOf><url>"
                + ofThisBuild().toUri()
                + "</url></mirror></mirrors></settings>";
        return Files.writeString(folder.resolveSibling("settings.xml"), settings);
    }

    private void put(String artifact, String type, Path file) throws IOException {
        Path place = folder.resolve(Path.of("kz", "paysandbox", artifact, VERSION));
        Files.createDirectories(place);
        Files.copy(file, place.resolve(artifact + "-" + VERSION + "." + type), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where JUnit's jar was found: group, artifact and version below it. */
    private static Path ofThisBuild() {
        try {
            Path jar = Path.of(Test.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolve(Path.of("..", "..", "..", "..", "..", "..")).normalize();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
