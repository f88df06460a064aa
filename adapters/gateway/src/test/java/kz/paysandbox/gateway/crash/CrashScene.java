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
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.boot.Gateway;
import kz.paysandbox.gateway.boot.GatewaySettings;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;
import kz.paysandbox.junit.json.Json;

/** A gateway in a process that is killed, and its successor over the same database, whose calendar the test moves. */
final class CrashScene implements AutoCloseable {
    static final String PHONE = "87010000001";

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
    private final GatewayProcess victim;
    private final TestClock clock = new TestClock();
    private Optional<Gateway> successor = Optional.empty();

    private final HoldingProxy wire;

    CrashScene(TestDatabase database, Path folder) {
        settings.putAll(world.settings());
        settings.putAll(database.settings(folder.resolve("data")));
        settings.put("kzpay.gateway.listen", "127.0.0.1:0");
        wire = HoldingProxy.before(URI.create(world.settings().get("kzpay.kaspi.r3.url")));
        Map<String, String> wired = new HashMap<>(settings);
        wired.put("kzpay.kaspi.r3.url", wire.address());
        victim = GatewayProcess.start(folder, wired);
        HttpAnswer till = victim.post(
                "/admin/shops/5/devices",
                "{\"organization_bin\":\"180340021791\",\"trade_point_id\":1,\"device_id\":\"T1\"}");
        if (till.status() >= 300) {
            throw new AssertionError(till.toString());
        }
    }

    HoldingProxy wire() {
        return wire;
    }

    SandboxWorld world() {
        return world;
    }

    Map<String, String> settings() {
        return settings;
    }

    GatewayProcess victim() {
        return victim;
    }

    /** An invoice of 100 tenge, by the bank's number. */
    String invoice() {
        return victim.post("/payments/kaspi/create", invoiceBody()).text("/external_id");
    }

    static String invoiceBody() {
        return "{\"shop_id\":5,\"amount\":100,\"phone\":\"" + PHONE + "\",\"message\":\"Order 1\"}";
    }

    /** An invoice that the customer has paid, as the gateway knows. */
    String paid() {
        String number = invoice();
        world.customer().confirm(number);
        HttpAnswer status = victim.get("/payments/kaspi/status/" + number);
        if (!status.text("/status").equals("Processed")) {
            throw new AssertionError(status.toString());
        }
        return number;
    }

    void refund(String number, int amount) {
        victim.begin(
                "/payments/kaspi/refund",
                "{\"shop_id\":5,\"external_id\":\"" + number + "\",\"amount\":" + amount + "}");
    }

    /** What the bank does with a call to this row from now on. */
    void fault(String row, Map<String, ?> then) {
        world.faults().add(Map.of("when", Map.of("endpoint", row), "then", then));
    }

    /** Until the bank has been called on as many of the rows that have faults. */
    void calledAtTheBank(int calls) {
        Await.until(
                "the bank is called " + calls + " times",
                () -> Json.parse(world.control().get("/faults")).items().stream()
                                .mapToLong(fault -> fault.at("hits").number(0))
                                .sum()
                        >= calls);
    }

    /** Kills the gateway, and starts its successor. */
    Gateway crash() {
        victim.kill();
        world.faults().clear();
        Gateway started = Gateway.start(
                GatewaySettings.of(settings), GatewaySurroundings.system().driven(clock));
        successor = Optional.of(started);
        return started;
    }

    /** Lets the successor look into the books, at all times at which it does. */
    void settle() {
        Gateway gateway = successor.orElseThrow();
        gateway.runDue();
        for (Duration pause : LOOKS) {
            clock.advance(pause);
            gateway.runDue();
        }
    }

    /** The only operation of this kind that is not of the preparation. */
    Operation last(OperationKind kind) {
        Gateway gateway = successor.orElseThrow();
        return gateway.database().transaction(sql -> {
            List<Operation> all = gateway.database()
                    .tables()
                    .operations()
                    .within(
                            sql,
                            Optional.of("5"),
                            Optional.empty(),
                            clock.instant().minus(Duration.ofDays(2)),
                            clock.instant(),
                            1000);
            return all.stream()
                    .filter(one -> one.kind() == kind)
                    .reduce((a, b) -> b)
                    .orElseThrow();
        });
    }

    Payment payment(Operation operation) {
        Gateway gateway = successor.orElseThrow();
        return gateway.database()
                .transaction(sql -> gateway.database()
                        .tables()
                        .payments()
                        .find(sql, operation.paymentId())
                        .orElseThrow());
    }

    long attention() {
        Gateway gateway = successor.orElseThrow();
        return gateway.database().<Long>transaction(gateway.database().tables().attention()::count);
    }

    @Override
    public void close() {
        victim.close();
        try {
            wire.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        successor.ifPresent(Gateway::close);
        world.close();
        sandbox.close();
    }
}
