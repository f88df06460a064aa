package kz.paysandbox.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.merchant.ShopConfig;
import kz.paysandbox.gateway.boot.Gateway;
import kz.paysandbox.gateway.boot.GatewaySettings;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;

/**
 * A gateway on a port of its own, over a new database and a world of the sandbox's. Its calendar and the world's move
 * together, by {@link #advance}; its jobs run by {@link #runDue}.
 */
public final class GatewayFixture implements AutoCloseable {
    /** The organisation of trade points 1, 2, 12 and 23. */
    public static final String BIN = "180340021791";

    /** The organisation of trade points 101 and 102. */
    public static final String OTHER_BIN = "990340000013";

    /** The shop of most tests. */
    public static final String SHOP = "5";

    private static final OpenApi API = OpenApi.document();

    private final SandboxServer sandbox;
    private final SandboxWorld world;
    private final TestClock clock = new TestClock();
    private final Map<String, String> settings = new HashMap<>();
    private final Path data;
    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Gateway> others = new ArrayList<>();
    private final Set<String> accepted = new HashSet<>();
    private Gateway gateway;

    private GatewayFixture(
            TestDatabase database, Map<String, String> bank, Function<SandboxWorld, Map<String, String>> more) {
        sandbox = SandboxServer.start(bank);
        world = sandbox.world();
        try {
            data = Files.createTempDirectory("gateway");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        world.clock().freezeAt(clock.instant());
        settings.putAll(world.settings());
        settings.putAll(database.settings(data));
        settings.put("kzpay.gateway.listen", "127.0.0.1:0");
        settings.putAll(more.apply(world));
        gateway = started();
    }

    /** A new one. */
    public static GatewayFixture on(TestDatabase database) {
        return on(database, Map.of());
    }

    /** A new one with settings of the test's, by their whole names. */
    public static GatewayFixture on(TestDatabase database, Map<String, String> settings) {
        return new GatewayFixture(database, Map.of(), world -> settings);
    }

    /** A new one over a sandbox with settings of the test's, as {@code epay.saved-card-3ds}. */
    public static GatewayFixture over(TestDatabase database, Map<String, String> bank) {
        return new GatewayFixture(database, bank, world -> Map.of());
    }

    /** A new one whose card payments hold the money first: of the world's shop with two steps. */
    public static GatewayFixture holding(TestDatabase database) {
        return new GatewayFixture(
                database,
                Map.of(),
                world -> world.epayShops().stream()
                        .filter(shop -> shop.steps() == 2)
                        .findFirst()
                        .map(shop -> Map.of(
                                "kzpay.epay.client-id",
                                shop.clientId(),
                                "kzpay.epay.client-secret",
                                shop.clientSecret(),
                                "kzpay.epay.terminal",
                                shop.terminal()))
                        .orElseThrow());
    }

    private Gateway started() {
        return Gateway.start(
                GatewaySettings.of(settings), GatewaySurroundings.system().driven(clock));
    }

    public Gateway gateway() {
        return gateway;
    }

    public SandboxWorld world() {
        return world;
    }

    public TestClock clock() {
        return clock;
    }

    /** The settings that the gateway was started with. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** The gateway's folder. */
    public Path data() {
        return data;
    }

    /** Moves the gateway's calendar and the world's. */
    public void advance(Duration by) {
        clock.advance(by);
        world.clock().advance(by);
    }

    /** Ends the gateway and starts it anew, over the same database. */
    public void restart() {
        gateway.close();
        gateway = started();
    }

    /** Ends the gateway and starts it anew, with other settings besides. */
    public void restart(Map<String, String> more) {
        gateway.close();
        settings.putAll(more);
        gateway = started();
    }

    /** Another gateway over the same database, which must be PostgreSQL; it ends with this. */
    public Gateway another() {
        Gateway another = started();
        others.add(another);
        return another;
    }

    /** Registers a till of the first organisation's trade point 1 for the shop. */
    public ShopConfig till(String shop) {
        return till(shop, BIN, 1);
    }

    /** Registers a till for the shop; its first one is its default. */
    public ShopConfig till(String shop, String bin, long tradePoint) {
        return gateway.useCases()
                .banks()
                .merchant()
                .register(shop, Bin.of(bin), tradePoint, "TILL-" + shop + "-" + tradePoint, "");
    }

    /** Makes a token of a shop; of all shops where it is empty. */
    public String token(Optional<String> shop, String role) {
        return gateway.tokens()
                .make(new AccessTokens.Terms(shop, Role.of(role).orElseThrow(), Optional.empty(), Optional.empty()))
                .token();
    }

    /** Makes an owner's token of a shop. */
    public String owner(String shop) {
        return token(Optional.of(shop), "owner");
    }

    /** Makes a cashier's token of a shop. */
    public String cashier(String shop) {
        return token(Optional.of(shop), "cashier");
    }

    /** Makes an admin's token. */
    public String admin() {
        return token(Optional.empty(), "admin");
    }

    /** The address of a path of the gateway's. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }

    public HttpAnswer get(String path, String token) {
        return send(authorized(path, token).GET());
    }

    public HttpAnswer post(String path, String token, String json, String... headers) {
        HttpRequest.Builder request = authorized(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** A request with a token; without one where it is empty. */
    public HttpRequest.Builder authorized(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Sends a request; its answer must fit the gateway's OpenAPI document. */
    public HttpAnswer send(HttpRequest.Builder request) {
        try {
            HttpRequest built = request.build();
            HttpAnswer answer = new HttpAnswer(http.send(built, HttpResponse.BodyHandlers.ofString()));
            List<String> faults = API.faults(built.method(), built.uri().getPath(), answer);
            if (!faults.isEmpty()) {
                throw new AssertionError("an answer does not fit openapi.yaml: " + faults);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs all jobs that are due, until none is. */
    public void runDue() {
        gateway.runDue();
    }

    /** A rule that the test's shop breaks, not the gateway: such as two invoices of one amount to one phone. */
    public void accept(String rule) {
        accepted.add(rule);
    }

    /** The bank's rules that the gateway broke. */
    public List<String> findings() {
        return Findings.of(world, accepted);
    }

    /** Ends everything; a gateway that broke a rule of the bank's fails the test. */
    @Override
    public void close() {
        others.forEach(Gateway::close);
        gateway.close();
        List<String> findings = findings();
        world.close();
        sandbox.close();
        delete(data);
        if (!findings.isEmpty()) {
            throw new AssertionError("the gateway left the bank's rules: " + findings);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
