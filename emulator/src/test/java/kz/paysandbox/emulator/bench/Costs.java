package kz.paysandbox.emulator.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What journal, findings and faults that never happen cost, and what a card order costs. */
final class Costs {

    private static final int SECONDS = 4;
    private static final int CONNECTIONS = 16;
    private static final int IDLE_FAULTS = 20;

    private final Client client;
    private final Path work;
    private final Function<List<String>, List<String>> sandbox;
    private final List<String> bare;

    /**
     * @param sandbox the command that starts a sandbox with these further arguments, its ports file left out
     */
    Costs(Client client, Path work, Function<List<String>, List<String>> sandbox, List<String> bare) {
        this.client = client;
        this.work = work;
        this.sandbox = sandbox;
        this.bare = bare;
    }

    void bookkeeping() throws Exception {
        Path onFile = work.resolve("ports-on.json");
        Path offFile = work.resolve("ports-off.json");
        try (Subject on = Subject.start(client, onFile, with(onFile));
                Subject off = Subject.start(
                        client, offFile, with(offFile, "--set", "limits.journal=0", "--set", "limits.findings=0"))) {
            for (int fault = 0; fault < IDLE_FAULTS; fault++) {
                idleFault(on.port("control"), fault);
            }
            Pairs.compare(
                    "purchases of four calls at Kaspi r1, requests/s",
                    "journal, findings, " + IDLE_FAULTS + " idle faults",
                    () -> 4 * rate(on.port("kaspi-r1"), Bench::purchase),
                    "all of them off",
                    () -> 4 * rate(off.port("kaspi-r1"), Bench::purchase));
        }
    }

    void cards() throws Exception {
        Path ours = work.resolve("ports-cards.json");
        Path theirs = work.resolve("ports-bare.json");
        try (Subject subject = Subject.start(client, ours, with(ours));
                Subject peer = Subject.start(client, theirs, withPorts(theirs))) {
            CardFlow atPeer = CardFlow.atBareServer();
            CardFlow flow;
            try (Client.Connection connection = client.new Connection(subject.port("epay"))) {
                flow = CardFlow.atSandbox(connection);
            }
            Pairs.compare(
                    "ePay: token, payment by saved card, status, requests/s",
                    "sandbox",
                    () -> CardFlow.REQUESTS * rate(subject.port("epay"), flow::order),
                    "bare Javalin",
                    () -> CardFlow.REQUESTS * rate(peer.port("epay"), atPeer::order));
        }
    }

    private double rate(int port, Client.Call call) {
        return client.throughput(port, CONNECTIONS, SECONDS, call);
    }

    private List<String> with(Path ports, String... settings) {
        List<String> command = sandbox.apply(List.of("--ports-file", ports.toString(), "--store", "memory"));
        command.addAll(List.of(settings));
        return command;
    }

    private List<String> withPorts(Path ports) {
        return Stream.concat(bare.stream(), Stream.of(ports.toString())).toList();
    }

    /** Concerns every call of the purchase, and meets none: no call has this amount. */
    private static void idleFault(int control, int number) throws Exception {
        String fault =
                "{\"when\":{\"endpoint\":\"r1 *\",\"amount\":" + (777_000 + number) + "},\"then\":{\"http\":503}}";
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control + "/__sandbox/faults"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(fault))
                                .build(),
                        BodyHandlers.discarding());
    }
}
