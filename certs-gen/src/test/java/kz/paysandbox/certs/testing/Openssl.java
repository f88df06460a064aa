package kz.paysandbox.certs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.certs.Pki;
import org.junit.jupiter.api.Assumptions;

/** The machine's own {@code openssl}: the judge that shares no code with us. */
public final class Openssl {
    /** How a run ended and what it printed, both streams together. */
    public record Result(int exit, String output) {}

    private Openssl() {}

    /** Runs it; where there is no openssl 3 the test is skipped with that reason. */
    public static Result run(Object... arguments) {
        String version = start(List.of("openssl", "version")).output();
        Assumptions.assumeTrue(version.startsWith("OpenSSL 3"), "no openssl 3 on this machine: " + version);
        List<String> command = new ArrayList<>(List.of("openssl"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return start(command);
    }

    /** {@code openssl verify} against the PKI's own authorities, at the time of {@link SharedPki#NOW}. */
    public static Result verify(Pki pki, Object... arguments) {
        List<Object> command = new ArrayList<>(List.of(
                "verify",
                "-x509_strict",
                "-attime",
                SharedPki.NOW.getEpochSecond(),
                "-CAfile",
                pki.files().rootCertificate(),
                "-untrusted",
                pki.files().intermediateCertificate()));
        command.addAll(List.of(arguments));
        return run(command.toArray());
    }

    private static Result start(List<String> command) {
        try {
            Path output = Files.createTempFile("openssl", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("openssl hangs: " + command);
                }
                return new Result(process.exitValue(), new String(Files.readAllBytes(output), UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            if (command.contains("version")) {
                return new Result(-1, "not found");
            }
            throw new UncheckedIOException(e);
        }
    }
}
