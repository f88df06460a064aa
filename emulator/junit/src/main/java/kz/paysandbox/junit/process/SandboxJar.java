package kz.paysandbox.junit.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The runnable sandbox: the one that {@code sandbox.jar} names, else the one inside this artifact, which is copied to the
 * user's cache once.
 *
 * @param file where it is, or will be
 * @param id changes with its content
 * @param inside where it is copied from; empty for a jar that is a file already
 */
record SandboxJar(Path file, String id, Optional<URL> inside) {

    private static final String RESOURCE = "/META-INF/sandbox/sandbox.jar";
    private static final int ID_LENGTH = 16;

    static SandboxJar find(Choices choices) {
        return choices.find("sandbox.jar").map(SandboxJar::named).orElseGet(() -> nested(choices));
    }

    private static SandboxJar named(String path) {
        Path file = Path.of(path).toAbsolutePath();
        try {
            String id = Sha256.of(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            return new SandboxJar(file, id, Optional.empty());
        } catch (IOException absent) {
            throw new SandboxException("sandbox.jar is " + path + ", which cannot be read", absent);
        }
    }

    private static SandboxJar nested(Choices choices) {
        URL jar = SandboxJar.class.getResource(RESOURCE);
        URL digest = SandboxJar.class.getResource(RESOURCE + ".sha256");
        if (jar == null || digest == null) {
            throw new SandboxException("this build of sandbox-junit has no sandbox inside, as in an IDE before `mvn"
                    + " package`; name one with -Dsandbox.jar=emulator/target/sandbox.jar or SANDBOX_JAR");
        }
        try (InputStream in = digest.openStream()) {
            return nested(UserFolder.cache(choices), jar, new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            throw new SandboxException(digest + " cannot be read", unreadable);
        }
    }

    static SandboxJar nested(Path cache, URL jar, String digest) {
        String id = digest.strip();
        Path file = UserFolder.inside(cache, id.substring(0, ID_LENGTH)).resolve("sandbox.jar");
        return new SandboxJar(file, id, Optional.of(jar));
    }

    /** The file, whole: copied where it is absent or damaged. Programs that do so at once do not disturb each other. */
    Path whole() {
        return inside.map(this::copied).orElse(file);
    }

    private Path copied(URL from) {
        try {
            if (Files.exists(file) && Sha256.of(file).equals(id)) {
                return file;
            }
            Path copy = Files.createTempFile(file.toAbsolutePath().getParent(), ".sandbox", ".jar");
            try (InputStream in = from.openStream()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                if (!Sha256.of(copy).equals(id)) {
                    throw new IOException(from + " is damaged: its SHA-256 is not " + id);
                }
                Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(copy);
            }
            return file;
        } catch (IOException failed) {
            throw new SandboxException("the sandbox cannot be copied to " + file, failed);
        }
    }
}
