package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.Emulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code requests --follow} as a process. */
class FollowedRequestsTest {

    @TempDir
    private Path home;

    @Test
    void it_prints_what_comes_and_ends_with_the_sandbox()
            throws IOException, InterruptedException, GeneralSecurityException {
        Process process;
        try (Emulator sandbox = Sandboxes.start(home)) {
            Sandboxes.createPayment(sandbox);
            process = follow("--endpoint", "r1 *");
            BufferedReader printed = process.inputReader(StandardCharsets.UTF_8);
            assertThat(printed.readLine()).startsWith("number  at");
            assertThat(printed.readLine()).startsWith("1").contains("r1 qr create", " ms ");
            Sandboxes.createPayment(sandbox);
            assertThat(printed.readLine()).startsWith("2").contains("r1 qr create");
        }
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("has ended");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void whoever_stops_it_has_seen_enough_and_it_leaves_with_0()
            throws IOException, InterruptedException, GeneralSecurityException {
        try (Emulator sandbox = Sandboxes.start(home)) {
            Sandboxes.createPayment(sandbox);
            Process process = follow("--json");
            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).startsWith("{\"number\":1,");
            process.destroy();
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void it_ends_when_nobody_reads_it() throws IOException, InterruptedException, GeneralSecurityException {
        try (Emulator sandbox = Sandboxes.start(home)) {
            Sandboxes.createPayment(sandbox);
            Process process = follow();
            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).startsWith("number  at");
            process.getInputStream().close();
            Sandboxes.createPayment(sandbox);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    private Process follow(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("requests", "--follow", "--home", home.toString()));
        words.addAll(List.of(options));
        return CommandProcess.builder(home, words, Map.of()).start();
    }
}
