package kz.paysandbox.junit.sample;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/**
 * A Maven repository of its own, with what this build has just made as if it were installed; the rest comes as files from
 * the repository that this build itself was made from.
 */
record Repository(Path work) {

    private static final String VERSION = "0.1.0";

    /** With the parent's pom, and the one jar that a stranger's dependency leads to. */
    static Repository of(Path work) throws IOException {
        Repository repository = new Repository(work);
        repository.put("kzpay-sandbox", "pom", Path.of("..", "..", "pom.xml"));
        repository.put("sandbox-junit", "pom", Path.of("pom.xml"));
        repository.put("sandbox-junit", "jar", Path.of("target", "sandbox-junit-" + VERSION + ".jar"));
        return repository;
    }

    /** Whatever repository a pom names, the files of this machine's stand in for it. */
    Path settingsOffline() throws IOException {
        return write("<mirrors><mirror><id>files</id><mirrorOf>*</mirrorOf><url>"
                + ofThisBuild().toUri() + "</url></mirror></mirrors>");
    }

    /** The files of this machine's first, then Maven Central. */
    Path settings() throws IOException {
        String url = "<id>files</id><url>" + ofThisBuild().toUri() + "</url>";
        return write("<profiles><profile><id>files</id>"
                + "<repositories><repository>" + url + "</repository></repositories>"
                + "<pluginRepositories><pluginRepository>" + url + "</pluginRepository></pluginRepositories>"
                + "</profile></profiles><activeProfiles><activeProfile>files</activeProfile></activeProfiles>");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(work.resolve("settings.xml"), "<settings>" + content + "</settings>");
    }

    private void put(String artifact, String type, Path file) throws IOException {
        Path place = work.resolve("repository").resolve(Path.of("kz", "paysandbox", artifact, VERSION));
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
