package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads until the first answer, its certificates made and worlds kept before: what is used later is loaded later. */
class StartClassesTest {

    /**
     * With what the JVM makes at run time for lambdas, a fifth of them. About 6,550 when this was written, SQLite's and
     * those that read and write what is kept among them.
     */
    private static final int MOST = 6_800;

    /** Certificates made and requests sent, codes and texts read, the page, and what a scenario is read by. */
    private static final List<String> LATER = List.of(
            "org.bouncycastle.",
            "com.google.zxing.",
            "org.yaml.snakeyaml.Yaml",
            "org.yaml.snakeyaml.parser.",
            "org.apache.hc.client5.http.impl.",
            "org.h2.",
            "org.flywaydb.",
            "io.prometheus.",
            "kz.paysandbox.emulator.control.events.WorldEvents",
            "kz.paysandbox.emulator.input.YamlReader",
            "kz.paysandbox.emulator.language.PhraseBook",
            "kz.paysandbox.emulator.page.PageFile",
            "kz.paysandbox.emulator.scenario.ScenarioReader");

    private static final Pattern CLASS = Pattern.compile("\\] (\\S+) source:");

    @TempDir
    private Path folder;

    /** Those of the other tests, where they are there already; and worlds are kept, as by every start but the first. */
    @BeforeEach
    void certificates_are_made_and_worlds_kept() throws IOException {
        Path made = Path.of("target/sandbox");
        Emulator.start(EmulatorConfig.embedded(made)).close();
        Path pki = Files.createDirectories(folder.resolve("home/pki"));
        try (Stream<Path> files = Files.list(made.resolve("pki"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, pki.resolve(file.getFileName()));
            }
        }
        Emulator.start(EmulatorConfig.embedded(folder.resolve("home"), Map.of("store", "file")))
                .close();
    }

    @Test
    void they_are_few_and_none_that_is_used_later() throws IOException, InterruptedException, GeneralSecurityException {
        List<String> loaded = loaded();
        assertThat(loaded)
                .contains("kz.paysandbox.emulator.kaspi.KaspiEndpoints")
                .hasSizeLessThan(MOST)
                .noneMatch(name -> LATER.stream().anyMatch(name::startsWith));
    }

    private List<String> loaded() throws IOException, InterruptedException, GeneralSecurityException {
        try (LoggedStart sandbox = LoggedStart.in(folder)) {
            assertThat(answered(sandbox.port("kaspi-r1"))).isEqualTo("HTTP/1.1 200 OK");
            return CLASS.matcher(sandbox.loaded())
                    .results()
                    .map(line -> line.group(1))
                    .toList();
        }
    }

    /** The first line of the answer to a call of Kaspi Pay's scheme r1. */
    private String answered(int port) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(folder.resolve("home/pki/ca-bundle.p12").toFile(), "changeit".toCharArray()));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(String.join(
                                    "\r\n",
                                    "GET /r1/v01/partner/tradepoints HTTP/1.1",
                                    "Host: localhost",
                                    "Api-Key: test_sandbox",
                                    "X-Request-ID: 1",
                                    "Connection: close",
                                    "",
                                    "")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
