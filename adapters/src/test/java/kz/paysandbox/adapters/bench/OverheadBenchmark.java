package kz.paysandbox.adapters.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.HostileServer;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.Surroundings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code status} of Kaspi against the same GET by the JDK's client, and the same call over no network at all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields before each trial
public class OverheadBenchmark {
    private static final byte[] ANSWER = HostileServer.answer("{\"Data\":{\"Status\":\"Wait\"},\"StatusCode\":0}");

    private HostileServer server;
    private HttpClient bare;
    private HttpRequest bareRequest;
    private KaspiR1 client;
    private KaspiR1 offline;

    /** One server and the clients. */
    @Setup(Level.Trial)
    public void start() throws IOException, NoSuchAlgorithmException {
        server = HostileServer.plain().replies((out, socket) -> out.write(ANSWER));
        bare = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI uri = server.uri().resolve("/r1/v01/payment/status/15");
        bareRequest =
                HttpRequest.newBuilder(uri).header("Api-Key", "test_sandbox").build();
        HttpSettings http = HttpSettings.standard(Surroundings.system());
        SSLContext tls = SSLContext.getDefault();
        client = KaspiR1.of(KaspiSettings.of(server.uri(), http, () -> tls), ApiKey.of("test_sandbox"));
        byte[] body = "{\"Data\":{\"Status\":\"Wait\"},\"StatusCode\":0}".getBytes(StandardCharsets.UTF_8);
        offline = KaspiR1.of(
                KaspiSettings.over(
                        server.uri(),
                        http,
                        http.over(request -> new ApiResponse(request.requestId(), 200, Map.of("server", "x"), body))),
                ApiKey.of("test_sandbox"));
    }

    /** Lets go. */
    @TearDown(Level.Trial)
    public void stop() throws IOException {
        client.close();
        offline.close();
        server.close();
    }

    /** The floor: the JDK's client and nothing else. */
    @Benchmark
    public byte[] bareJdkClient() throws IOException, InterruptedException {
        return bare.send(bareRequest, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    /** The same call through the adapter. */
    @Benchmark
    public PaymentStatus adapter() {
        return client.status(15);
    }

    /** All of the adapter but the HTTP client. */
    @Benchmark
    public PaymentStatus adapterWithoutNetwork() {
        return offline.status(15);
    }

    /** Runs it, allocation included. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(OverheadBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
