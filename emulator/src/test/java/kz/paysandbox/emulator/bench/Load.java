package kz.paysandbox.emulator.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Status and create of Kaspi r1 over kept-alive TLS: the sandbox and other servers, all up, measured in turn. */
final class Load {

    static final String SANDBOX = "sandbox";

    private static final int WARM_SECONDS = 6;
    private static final int SECONDS = 4;
    private static final int ROUNDS = 5;
    private static final int CONNECTIONS = 16;
    private static final Pattern ID = Pattern.compile("\"QrPaymentId\":(\\d+)");

    /** Starts a server. */
    interface Start {
        Subject start() throws Exception;
    }

    /**
     * One measurement.
     *
     * @param micros processor time of the server for a request
     */
    private record Measured(double rate, double half, double nearlyAll, double micros) {}

    private final Client client;
    private final Map<String, Subject> subjects;

    /**
     * @param subjects the sandbox and its peers by name
     */
    Load(Client client, Map<String, Subject> subjects) {
        this.client = client;
        this.subjects = subjects;
    }

    void compare() throws Exception {
        String created =
                call(SANDBOX, connection -> connection.call("POST", SampleAnswers.CREATE_PATH, SampleAnswers.CREATE));
        Matcher id = ID.matcher(created);
        if (!id.find()) {
            throw new IOException("no payment was created: " + created);
        }
        String status = "/r1/v01/payment/status/" + id.group(1);
        String answered = call(SANDBOX, connection -> connection.call("GET", status, ""));
        System.out.printf(
                "%nthe sandbox answers %d and %d bytes, its peers %d and %d%n",
                answered.length(), created.length(), SampleAnswers.STATUS.length(), SampleAnswers.CREATED.length());
        compare("status", connection -> connection.call("GET", status, ""));
        compare("create", connection -> connection.call("POST", SampleAnswers.CREATE_PATH, SampleAnswers.CREATE));
    }

    private void compare(String what, Client.Call call) throws Exception {
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        for (String name : subjects.keySet()) {
            measured.put(name, new ArrayList<>());
            var unused = measured(name, WARM_SECONDS, call);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, List<Measured>> subject : measured.entrySet()) {
                subject.getValue().add(measured(subject.getKey(), SECONDS, call));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%n%s of Kaspi r1, kept-alive TLS, %d connections, medians of %d%n%-28s %10s %9s %8s %8s %9s %9s%n",
                what,
                CONNECTIONS,
                ROUNDS,
                "",
                "requests/s",
                "ours/it",
                "p50 ms",
                "p99 ms",
                "CPU us",
                "it/ours");
        List<Measured> ours = measured.getOrDefault(SANDBOX, List.of());
        measured.forEach((name, all) -> print(name, all, ours));
    }

    private static void print(String name, List<Measured> all, List<Measured> ours) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %10.0f %9.2f %8.2f %8.2f %9.1f %9.2f%n",
                name,
                median(all, Measured::rate),
                ratio(ours, all, Measured::rate),
                median(all, Measured::half),
                median(all, Measured::nearlyAll),
                median(all, Measured::micros),
                ratio(all, ours, Measured::micros));
    }

    private Measured measured(String name, int seconds, Client.Call call) throws IOException {
        Subject subject = subject(name);
        Duration before = subject.processorTime();
        Latencies calls = client.latencies(subject.port("kaspi-r1"), CONNECTIONS, seconds, call);
        double micros = subject.processorTime().minus(before).toNanos() / 1_000.0 / calls.count();
        return new Measured(calls.count() / (double) seconds, calls.millis(0.5), calls.millis(0.99), micros);
    }

    /** One thing that is asked of one server. */
    private interface Asked {
        String of(Client.Connection connection) throws IOException;
    }

    private String call(String name, Asked asked) throws IOException {
        try (Client.Connection connection = client.new Connection(subject(name).port("kaspi-r1"))) {
            return asked.of(connection);
        }
    }

    private Subject subject(String name) {
        Subject found = subjects.get(name);
        if (found == null) {
            throw new IllegalStateException("no " + name);
        }
        return found;
    }

    /** Of the ratios of one round each. */
    private static double ratio(List<Measured> over, List<Measured> under, ToDoubleFunction<Measured> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < over.size(); round++) {
            ratios.add(figure.applyAsDouble(over.get(round)) / figure.applyAsDouble(under.get(round)));
        }
        return ratios.stream().sorted().skip(ratios.size() / 2).findFirst().orElse(Double.NaN);
    }

    private static double median(List<Measured> all, ToDoubleFunction<Measured> figure) {
        return all.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElse(Double.NaN);
    }
}
