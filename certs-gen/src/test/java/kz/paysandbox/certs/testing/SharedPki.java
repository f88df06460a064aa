package kz.paysandbox.certs.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;
import kz.paysandbox.certs.Pki;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one PKI, made once in the whole run; a test that changes something works on a {@link #copy}. */
public final class SharedPki implements ParameterResolver {
    public static final Instant NOW = Instant.parse("2026-11-21T06:30:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private record Made(Path dir, Pki pki) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (Stream<Path> files = Files.walk(dir)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Pki.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedPki.class))
                .computeIfAbsent("pki", key -> make(), Made.class)
                .pki();
    }

    /** The same PKI in another folder. */
    public static Pki copy(Pki pki, Path target) throws IOException {
        Path source = pki.files().dir();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path to = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return Pki.open(target, CLOCK, new SecureRandom());
    }

    private static Made make() {
        try {
            Path dir = Files.createTempDirectory("pki");
            return new Made(dir, Pki.init(dir, CLOCK, new SecureRandom(), line -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
