package kz.paysandbox.emulator.blackbox.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.certs.Pki;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Certificates made once a test run, as that takes seconds; every server gets a copy that it may change. */
final class SharedPki implements AutoCloseable {

    private final Path folder;

    private SharedPki(Path folder) {
        this.folder = folder;
    }

    static SharedPki of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedPki.class))
                .computeIfAbsent("pki", key -> make(), SharedPki.class);
    }

    void copyTo(Path target) throws IOException {
        for (Path file : files(folder)) {
            Path copy = target.resolve(folder.relativize(file).toString());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst =
                files(folder).stream().sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    private static SharedPki make() {
        try {
            Path folder = Files.createTempDirectory("sandbox-pki");
            Pki.init(folder, InstantSource.system(), new SecureRandom(), line -> {});
            return new SharedPki(folder);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
