package kz.paysandbox.certs.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T06:30:00Z");

    @TempDir
    Path dir;

    @Test
    void the_file_reads_as_the_emulator_expects() throws IOException {
        Path file = dir.resolve("registry.json");
        Registry registry = new Registry(file);
        registry.add(entry(255));
        registry.add(entry(256));
        registry.revokeNewest(entry -> entry.name().equals("c256"), NOW.plusMillis(5));

        JsonNode json = JsonMapper.builder().build().readTree(file.toFile());
        assertThat(json.path("version").asInt()).isEqualTo(1);
        JsonNode first = json.path("certificates").get(0);
        assertThat(first.toString())
                .isEqualTo("{\"name\":\"c255\",\"fingerprint\":\"f255\",\"serial\":\"ff\",\"subject\":\"CN=c255\","
                        + "\"world\":\"main\",\"bins\":[\"180340021791\"],\"notBefore\":\"2026-11-21T06:30:00Z\","
                        + "\"notAfter\":\"2026-11-21T06:30:01Z\",\"issuedAt\":\"2026-11-21T06:30:00Z\"}");
        assertThat(json.path("certificates").get(1).path("revokedAt").asText()).isEqualTo("2026-11-21T06:30:00Z");
        assertThat(registry.certificates()).hasSize(2).first().isEqualTo(entry(255));
    }

    @Test
    void threads_lose_nothing_of_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writes = new ArrayList<>();
            IntStream.range(1, 41)
                    .forEach(i -> writes.add(threads.submit(() -> {
                        new Registry(dir.resolve("registry.json")).add(entry(i));
                        return i;
                    })));
            for (Future<?> write : writes) {
                write.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(new Registry(dir.resolve("registry.json")).certificates())
                .extracting(RegisteredCertificate::name)
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void processes_lose_nothing_of_each_other() throws Exception {
        List<Process> writers = List.of(writer(1000), writer(2000));
        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }
        assertThat(new Registry(dir.resolve("registry.json")).certificates()).hasSize(2 * RegistryWriter.COUNT);
    }

    private Process writer(int first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistryWriter.class.getName(),
                        dir.resolve("registry.json").toString(),
                        Integer.toString(first))
                .inheritIO()
                .start();
    }

    static RegisteredCertificate entry(int number) {
        return new RegisteredCertificate(
                "c" + number,
                "f" + number,
                BigInteger.valueOf(number),
                "CN=c" + number,
                "main",
                List.of("180340021791"),
                new RegisteredCertificate.Times(NOW, NOW.plusSeconds(1), NOW, Optional.empty()));
    }
}
