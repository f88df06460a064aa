package kz.paysandbox.emulator.bench;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Starts of processes in turn, each until its first answer over TLS: the sandbox with its archive and without, WireMock
 * where its jar is on the class path, mountebank where {@code bench.mountebank} names its program.
 */
final class Starts {

    private static final int RUNS = 7;
    private static final int FIRST_WITH_CACHE = 25;
    private static final int SANDBOX_PORT = 19_543;
    private static final int PEER_PORT = 19_643;
    private static final String STATUS = "/r1/v01/partner/tradepoints";

    /** A program, and where it answers with 200. */
    private record Program(List<String> command, int port, String path) {}

    private final Path work;
    private final Path home;
    private final String jar;
    private final HttpClient client;

    Starts(String jar, Path work) throws GeneralSecurityException {
        this.jar = Path.of(jar).toAbsolutePath().toString();
        this.work = work.toAbsolutePath();
        this.home = this.work.resolve("home");
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        this.client = HttpClient.newBuilder()
                .sslContext(context)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    void compare() throws Exception {
        Map<String, Program> programs = programs();
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int run = 0; run <= RUNS; run++) {
            for (Map.Entry<String, Program> program : programs.entrySet()) {
                double once = once(program.getValue());
                if (run > 0) {
                    millis.computeIfAbsent(program.getKey(), name -> new ArrayList<>())
                            .add(once);
                }
            }
        }
        List<Double> ours = millis.getOrDefault("sandbox with its archive", List.of());
        millis.forEach((name, each) -> System.out.printf(
                Locale.ROOT,
                "start to the first answer over TLS, %-26s median %5.0f ms (%.0f to %.0f), the sandbox's pairs with it %.2f%n",
                name,
                median(each),
                each.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                each.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                median(ratios(ours, each))));
    }

    /** The same in a JVM that runs already, in one child process of its own. */
    void embedded() throws IOException, InterruptedException {
        new ProcessBuilder(Subject.java(
                        "-cp", System.getProperty("java.class.path"), EmbeddedStarts.class.getName(), home.toString()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private Map<String, Program> programs() throws IOException, InterruptedException {
        Path archive = work.resolve("start.archive");
        Process made = new ProcessBuilder(Subject.java("-Dkzpay.sandbox.archive=" + archive, "-jar", jar, "archive"))
                .inheritIO()
                .start();
        made.waitFor();
        boolean cache = Runtime.version().feature() >= FIRST_WITH_CACHE;
        Map<String, Program> programs = new LinkedHashMap<>();
        programs.put(
                "sandbox with its archive",
                sandbox((cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive, "-XX:+VerifySharedSpaces"));
        programs.put("sandbox without", sandbox());
        wiremock()
                .ifPresent(found -> programs.put(
                        "WireMock",
                        new Program(
                                Subject.java("-jar", found, "--port", "0", "--https-port", String.valueOf(PEER_PORT)),
                                PEER_PORT,
                                "/__admin/mappings")));
        String mountebank = System.getProperty("bench.mountebank", "");
        if (!mountebank.isEmpty()) {
            Path imposters = Files.writeString(
                    work.resolve("imposters.json"),
                    "{\"imposters\":[{\"port\":" + PEER_PORT + ",\"protocol\":\"https\",\"stubs\":[]}]}");
            programs.put(
                    "mountebank",
                    new Program(
                            List.of(mountebank, "start", "--configfile", imposters.toString(), "--nologfile"),
                            PEER_PORT,
                            "/"));
        }
        return programs;
    }

    private Program sandbox(String... options) {
        List<String> command = Subject.java(options);
        command.addAll(LauncherOptions.with("-Xmx384m"));
        command.addAll(List.of("-jar", jar, "up", "--quiet", "--ephemeral", "--home", home.toString()));
        command.addAll(List.of("--port", "kaspi-r1=" + SANDBOX_PORT));
        return new Program(command, SANDBOX_PORT, STATUS);
    }

    private static Optional<String> wiremock() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("wiremock-standalone"))
                .findFirst();
    }

    private double once(Program program) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(program.command())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!answers(program)) {
                if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
                    throw new IOException("ended before it answered: " + program.command());
                }
            }
            return (System.nanoTime() - begun) / 1_000_000.0;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private boolean answers(Program program) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + program.port() + program.path()))
                .header("Api-Key", "test_sandbox")
                .header("X-Request-ID", String.valueOf(System.nanoTime()))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<Double> ratios(List<Double> ours, List<Double> others) {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < Math.min(ours.size(), others.size()); pair++) {
            ratios.add(ours.get(pair) / others.get(pair));
        }
        return ratios;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    /** The peers' certificates are their own. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
