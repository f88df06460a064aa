package kz.paysandbox.emulator.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A short form of the benchmark, beside a bare Javalin with the same connectors, in turn: it fails where a ratio of the
 * module's README is halved, and says nothing of less. A machine that has other work for every processor is not asked: there
 * the compilers are still at it when the measurement begins.
 */
@Tag("thorough")
@Isolated
class GrossLossIT {

    private static final int CONNECTIONS = 16;
    private static final int WARM_REQUESTS = 40_000;
    private static final int ROUNDS = 5;
    private static final int STARTS = 3;
    private static final Pattern ID = Pattern.compile("\"QrPaymentId\":(\\d+)");

    /** The README's, processor time of a bare Javalin for a request / the sandbox's. */
    private static final double STATUS = 1.4;

    private static final double CREATE = 0.75;

    /** The README's, bare Javalin / sandbox: until all listeners answer. */
    private static final double START = 1.0;

    private final Path work = Path.of("target", "bench-smoke");
    private final Path ours = work.resolve("ports-sandbox.json");
    private final Path theirs = work.resolve("ports-bare.json");

    @Test
    void no_ratio_is_halved() throws Exception {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        assumeThat(machine.getSystemLoadAverage())
                .as("load of the machine")
                .isLessThan(3.0 * machine.getAvailableProcessors());
        Servers servers = new Servers("target/sandbox.jar", work.toAbsolutePath());
        Client client = servers.client();
        List<Double> starts = new ArrayList<>();
        for (int round = 0; round < STARTS; round++) {
            try (Subject sandbox = Subject.start(client, ours, servers.sandbox(ours, "-Xmx512m"));
                    Subject bare = Subject.start(client, theirs, servers.bare(theirs, "-Xmx512m"))) {
                starts.add((double) bare.startedInMillis() / sandbox.startedInMillis());
                if (round == STARTS - 1) {
                    assertThat(ratio(client, sandbox, bare, status(client, sandbox)))
                            .as("status, processor time, bare Javalin / sandbox")
                            .isGreaterThan(STATUS / 2);
                    assertThat(ratio(client, sandbox, bare, GrossLossIT::create))
                            .as("create, processor time, bare Javalin / sandbox")
                            .isGreaterThan(CREATE / 2);
                }
            }
        }
        assertThat(median(starts)).as("start, bare Javalin / sandbox").isGreaterThan(START / 2);
    }

    /** Of a payment that is open; the other server answers any. */
    private static Client.Call status(Client client, Subject sandbox) throws IOException {
        try (Client.Connection connection = client.new Connection(sandbox.port("kaspi-r1"))) {
            Matcher id = ID.matcher(create(connection));
            assertThat(id.find()).isTrue();
            String path = "/r1/v01/payment/status/" + id.group(1);
            return asking -> asking.call("GET", path, "");
        }
    }

    private static String create(Client.Connection connection) throws IOException {
        return connection.call("POST", SampleAnswers.CREATE_PATH, SampleAnswers.CREATE);
    }

    /** Processor time of the other server for a request, over that of the sandbox. */
    private static double ratio(Client client, Subject sandbox, Subject bare, Client.Call call) throws IOException {
        warm(client, sandbox, call);
        warm(client, bare, call);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(nanos(client, bare, call) / nanos(client, sandbox, call));
        }
        return median(ratios);
    }

    /** By requests and not by seconds, so that a busy machine has compiled as much. */
    private static void warm(Client client, Subject subject, Client.Call call) throws IOException {
        for (double made = 0; made < WARM_REQUESTS; ) {
            made += client.throughput(subject.port("kaspi-r1"), CONNECTIONS, 1, call);
        }
    }

    private static double nanos(Client client, Subject subject, Client.Call call) throws IOException {
        Duration before = subject.processorTime();
        double requests = client.throughput(subject.port("kaspi-r1"), CONNECTIONS, 1, call);
        return subject.processorTime().minus(before).toNanos() / requests;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
