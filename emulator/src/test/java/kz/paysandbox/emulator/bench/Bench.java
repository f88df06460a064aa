package kz.paysandbox.emulator.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the whole benchmark and prints figures and ratios; judges nothing. Arguments: the jar, a work folder, what to run. */
public final class Bench {

    private static final int STARTS = 7;
    private static final String MANY = "10000000";

    private static final Pattern ID = Pattern.compile("\"QrPaymentId\":(\\d+)");

    private final Path work;
    private final Path ports;
    private final Servers servers;
    private final Client client;

    private Bench(String jar, Path work) throws Exception {
        this.work = work;
        this.ports = work.resolve("ports-in-use.json");
        this.servers = new Servers(jar, work);
        this.client = servers.client();
    }

    /**
     * The third argument is {@code all}, or {@code load}, {@code store}, {@code handshakes}, {@code costs}, {@code page} or {@code memory}
     * for these alone.
     */
    public static void main(String[] args) throws Exception {
        Bench bench = new Bench(args[0], Path.of(args[1]));
        System.out.printf(
                "%d processors, Java %s, %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), System.getProperty("os.name"));
        PageOpen page =
                new PageOpen(bench.client, Path.of(args[1]), more -> bench.servers.sandbox(List.of("-Xmx512m"), more));
        if (args[2].equals("page")) {
            page.compare();
            return;
        }
        if (args[2].equals("start")) {
            Starts starts = new Starts(args[0], Path.of(args[1]));
            starts.compare();
            starts.embedded();
            return;
        }
        if (args[2].equals("load")) {
            bench.load();
            return;
        }
        if (args[2].equals("store")) {
            bench.store();
            return;
        }
        if (args[2].equals("memory")) {
            bench.growth();
            return;
        }
        if (args[2].equals("handshakes")) {
            bench.handshakes();
            return;
        }
        if (!args[2].equals("costs")) {
            bench.starts();
            bench.load();
            bench.handshakes();
            bench.worlds();
            bench.growth();
        }
        Costs costs = new Costs(
                bench.client,
                Path.of(args[1]),
                more -> bench.servers.sandbox(List.of("-Xmx512m"), more),
                bench.servers.bareWithoutPorts("-Xmx512m"));
        costs.bookkeeping();
        costs.cards();
        if (!args[2].equals("costs")) {
            page.compare();
        }
    }

    private void starts() throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int run = 0; run <= STARTS; run++) {
            double sandbox = startOnce(servers.sandbox(ports));
            double peer = startOnce(servers.bare(ports));
            if (run > 0) {
                ours.add(sandbox);
                bare.add(peer);
            }
        }
        report("start to all three listeners answering, ms", ours, bare);
    }

    private double startOnce(List<String> command) throws Exception {
        try (Subject subject = Subject.start(client, ports, command)) {
            return subject.startedInMillis();
        }
    }

    private void load() throws Exception {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        try {
            subjects.put(Load.SANDBOX, Subject.start(client, ports, servers.sandbox(ports, "-Xmx512m")));
            Path connectors = work.resolve("ports-bare.json");
            subjects.put("bare Javalin", Subject.start(client, connectors, servers.bare(connectors, "-Xmx512m")));
            Path defaults = work.resolve("ports-defaults.json");
            List<String> bare = servers.bare(defaults, "-Xmx512m");
            bare.add("defaults");
            subjects.put("bare Javalin, its defaults", Subject.start(client, defaults, bare));
            Peers peers = new Peers(client, work, servers.pki());
            peers.wireMock().ifPresent(subject -> subjects.put("WireMock", subject));
            peers.nginx().ifPresent(subject -> subjects.put("nginx, static", subject));
            new Load(client, subjects).compare();
        } finally {
            subjects.values().forEach(Subject::close);
        }
    }

    /** What it costs that worlds outlive the process: sandboxes asked in turn, one of which relays to the one before. */
    private void store() throws Exception {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String database = postgres.getJdbcUrl("postgres", "postgres");
            String key = "store.key-file=" + work.resolve("store.key").toAbsolutePath();
            try {
                subjects.put(Load.SANDBOX, stored("file", "--fresh"));
                subjects.put("sandbox, store=memory", stored("memory", "--store", "memory"));
                subjects.put("sandbox, PostgreSQL", stored("owner", "--store", database, "--set", key));
                subjects.put("node that relays to it", stored("relay", "--store", database, "--set", key));
                new Load(client, subjects).compare();
            } finally {
                subjects.values().forEach(Subject::close);
            }
        }
    }

    private Subject stored(String name, String... arguments) throws Exception {
        Path portsFile = work.resolve("ports-" + name + ".json");
        List<String> all = new ArrayList<>(List.of("--ports-file", portsFile.toString()));
        all.addAll(List.of(arguments));
        return Subject.start(client, portsFile, servers.sandbox(List.of("-Xmx512m"), all));
    }

    private void handshakes() throws Exception {
        try (Subject subject = Subject.start(client, ports, servers.sandbox(ports, "-Xmx512m"))) {
            new Handshakes(subject, servers.pki()).measure();
        }
    }

    private void worlds() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        try (Subject subject = Subject.start(client, ports, servers.sandbox(ports))) {
            URI uri = URI.create("http://127.0.0.1:" + subject.port("control") + "/__sandbox/worlds");
            List<Double> micros = new ArrayList<>();
            for (int made = 0; made < 500; made++) {
                long begun = System.nanoTime();
                http.send(
                        HttpRequest.newBuilder(uri)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                micros.add((System.nanoTime() - begun) / 1_000.0);
            }
            System.out.printf(
                    Locale.ROOT,
                    "new world, ms by HTTP: median %.2f, worst of the last 400 %.2f%n",
                    median(micros) / 1_000,
                    micros.subList(100, 500).stream()
                                    .mapToDouble(Double::doubleValue)
                                    .max()
                                    .orElse(0)
                            / 1_000);
        }
    }

    private void growth() throws Exception {
        String options = System.getProperty("bench.options", String.join(" ", LauncherOptions.with("-Xmx96m")));
        try (Subject subject = Subject.start(client, ports, servers.sandbox(ports, options.split(" ")))) {
            new Growth(client, Long.parseLong(System.getProperty("bench.requests", MANY))).run(subject, options);
        }
    }

    static void purchase(Client.Connection connection) throws java.io.IOException {
        Matcher id = ID.matcher(connection.call("POST", "/r1/v01/qr/create", "{\"DeviceToken\":321,\"Amount\":1}"));
        if (id.find()) {
            String body = "{\"qrPaymentId\":\"" + id.group(1) + "\"}";
            connection.call("POST", "/r1/v01/test/payment/scan", body);
            connection.call("POST", "/r1/v01/test/payment/confirm", body);
            connection.call("GET", "/r1/v01/payment/status/" + id.group(1), "");
        }
    }

    private static void report(String what, List<Double> ours, List<Double> bare) {
        System.out.printf(
                Locale.ROOT,
                "%s: sandbox %.0f, bare Javalin %.0f, ratio %.2f%n  sandbox %s%n  bare    %s%n",
                what,
                median(ours),
                median(bare),
                median(ours) / median(bare),
                ours.stream().map(Math::round).toList(),
                bare.stream().map(Math::round).toList());
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
    }
}
