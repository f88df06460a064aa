package kz.paysandbox.gateway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.Findings;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.boot.Gateway;
import kz.paysandbox.gateway.boot.GatewaySettings;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import kz.paysandbox.gateway.http.card.CardCustomer;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;
import kz.paysandbox.junit.json.Json;

/**
 * A gateway in a process that is killed, and its successor over the same database, whose calendar the test moves. Its
 * card payments hold the money first.
 */
final class CrashScene implements AutoCloseable {
    private static final String PHONE = "87010000001";

    /** Of the gateway's end: it can be called by nobody any more. */
    private static final Set<String> ACCEPTED = Set.of("epay.callback.unreachable");

    /** When operations are looked into. */
    private static final List<Duration> LOOKS = List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private final SandboxServer sandbox = SandboxServer.start();
    private final SandboxWorld world = sandbox.world();
    private final Map<String, String> settings = new HashMap<>();
    private final HoldingProxy kaspi;
    private final HoldingProxy epay;
    private final HeldWrites writes;
    private final GatewayProcess victim;
    private final CardCustomer customer = new CardCustomer(world);
    private final AtomicInteger amount = new AtomicInteger(100);
    private TestClock clock = new TestClock();
    private Optional<Gateway> successor = Optional.empty();

    CrashScene(TestDatabase database, Path folder) {
        this(database, folder, Map.of());
    }

    CrashScene(TestDatabase database, Path folder, Map<String, String> more) {
        settings.putAll(world.settings());
        settings.putAll(database.settings(folder.resolve("data")));
        settings.putAll(holding(world));
        settings.put("kzpay.gateway.listen", "127.0.0.1:0");
        settings.putAll(more);
        writes = HeldWrites.in(database, settings, folder.resolve("held"));
        kaspi = HoldingProxy.before(URI.create(world.settings().get("kzpay.kaspi.r3.url")));
        epay = HoldingProxy.before(URI.create(world.settings().get("kzpay.epay.api.url")));
        Map<String, String> wired = new HashMap<>(settings);
        wired.put("kzpay.kaspi.r3.url", kaspi.address());
        wired.put("kzpay.epay.api.url", epay.address());
        victim = GatewayProcess.start(folder, wired, writes.option());
        HttpAnswer till = victim.post(
                "/admin/shops/5/devices",
                "{\"organization_bin\":\"180340021791\",\"trade_point_id\":1,\"device_id\":\"T1\"}");
        if (till.status() >= 300) {
            throw new AssertionError(till.toString());
        }
    }

    /** The world's shop with two steps. */
    private static Map<String, String> holding(SandboxWorld world) {
        return world.epayShops().stream()
                .filter(shop -> shop.steps() == 2)
                .findFirst()
                .map(shop -> Map.of(
                        "kzpay.epay.client-id", shop.clientId(),
                        "kzpay.epay.client-secret", shop.clientSecret(),
                        "kzpay.epay.terminal", shop.terminal()))
                .orElseThrow();
    }

    SandboxWorld world() {
        return world;
    }

    GatewayProcess victim() {
        return victim;
    }

    /** What is written of an invoice of another amount than all before. */
    String invoiceBody() {
        return "{\"shop_id\":5,\"amount\":" + amount.incrementAndGet() + ",\"phone\":\"" + PHONE
                + "\",\"message\":\"Order 1\"}";
    }

    /** An invoice, by the bank's number. */
    String invoice() {
        return victim.post("/payments/kaspi/create", invoiceBody()).text("/external_id");
    }

    /** An invoice of more than 100 tenge that the customer has paid, as the gateway knows. */
    String paid() {
        String number = invoice();
        world.customer().confirm(number);
        HttpAnswer status = victim.get("/payments/kaspi/status/" + number);
        if (!status.text("/status").equals("Processed")) {
            throw new AssertionError(status.toString());
        }
        return number;
    }

    /** The path of a card payment of 750 tenge that the bank holds, as the gateway knows. */
    String held() {
        HttpAnswer opened = victim.post(
                "/api/v1/payments/initiate",
                "{\"shop_id\":5,\"amount\":75000,\"currency\":\"KZT\",\"payment_type\":\"order\"}");
        customer.pay(opened);
        String payment = "/api/v1/payments/" + opened.text("/payment_id");
        Await.until(
                "the money is held", () -> victim.get(payment).text("/status").equals("processing"));
        return payment;
    }

    /** The path of a card payment of 750 tenge that is completed. */
    String charged() {
        String payment = held();
        HttpAnswer charged = victim.post(payment + "/charge", "");
        if (!charged.text("/status").equals("completed")) {
            throw new AssertionError(charged.toString());
        }
        return payment;
    }

    CompletableFuture<HttpAnswer> refund(String number, int tenge) {
        return victim.client()
                .begin(
                        "/payments/kaspi/refund",
                        "{\"shop_id\":5,\"external_id\":\"" + number + "\",\"amount\":" + tenge + "}");
    }

    /** What the banks do with a call to this row from now on. */
    void fault(String row, Map<String, ?> then) {
        world.faults().add(Map.of("when", Map.of("endpoint", row), "then", then));
    }

    /** Until the banks have been called as often on the rows that have faults. */
    void calledAtTheBanks(int calls) {
        Await.until(
                "the banks are called " + calls + " times",
                () -> Json.parse(world.control().get("/faults")).items().stream()
                                .mapToLong(fault -> fault.at("hits").number(0))
                                .sum()
                        >= calls);
    }

    /** From now on nothing that the gateway sends reaches a bank. */
    void holdWires() {
        kaspi.hold();
        epay.hold();
    }

    /** How many pieces the wires hold. */
    int heldOnWires() {
        return kaspi.held() + epay.held();
    }

    HeldWrites writes() {
        return writes;
    }

    /** Kills the gateway, and starts its successor; from now on time stands still. */
    GatewayClient crash() {
        victim.kill();
        writes.close();
        world.faults().clear();
        clock = new TestClock();
        world.clock().freezeAt(clock.instant());
        Gateway started = Gateway.start(
                GatewaySettings.of(settings), GatewaySurroundings.system().driven(clock));
        successor = Optional.of(started);
        return new GatewayClient(started.port(), victim.admin());
    }

    /** Lets the successor look into the books, at all times at which it does. */
    void settle() {
        Gateway gateway = successor.orElseThrow();
        gateway.runDue();
        for (Duration pause : LOOKS) {
            clock.advance(pause);
            world.clock().advance(pause);
            gateway.runDue();
        }
    }

    /** The shop's operations, oldest first. */
    List<Operation> operations() {
        Gateway gateway = successor.orElseThrow();
        return gateway.database()
                .transaction(sql -> gateway.database()
                        .tables()
                        .operations()
                        .within(
                                sql,
                                Optional.of("5"),
                                Optional.empty(),
                                clock.instant().minus(Duration.ofDays(2)),
                                clock.instant(),
                                1000));
    }

    @Override
    public void close() {
        victim.close();
        writes.close();
        try {
            kaspi.close();
            epay.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        successor.ifPresent(Gateway::close);
        List<String> findings = Findings.of(world, ACCEPTED);
        world.close();
        sandbox.close();
        if (!findings.isEmpty()) {
            throw new AssertionError("the gateway left the banks' rules: " + findings);
        }
    }
}
