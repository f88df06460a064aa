package kz.paysandbox.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.emulator.fixture.SandboxWorld;

/** A small correct client: waits on the world's clock, trusts final statuses alone, repeats nothing that moves money. */
final class Shop {

    private static final Set<String> FINAL = Set.of("Processed", "Error", "RemotePaymentCanceled");
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 200;

    private final SandboxWorld world;
    private final Bank bank;
    private final List<String> seen = new ArrayList<>();
    private final List<Long> codes = new ArrayList<>();

    Shop(SandboxWorld world) {
        this.world = world;
        this.bank = new Bank(world);
    }

    /** Shows a QR code; one that nobody has seen cannot be paid, so an unknown outcome leads to a new one. */
    long sell(int amount) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Optional<Long> id = trySell(amount);
            if (id.isPresent()) {
                return id.get();
            }
            world.clock().advance(INTERVAL);
        }
        throw new AssertionError("the bank never answered");
    }

    /** One attempt to sell; empty where the outcome is unknown or a refusal, which {@link #codes} then holds. */
    Optional<Long> trySell(int amount) {
        Optional<JsonNode> answer = bank.post(
                "/qr/create",
                Map.of(
                        "OrganizationBin",
                        world.bin(),
                        "DeviceToken",
                        world.deviceToken(),
                        "Amount",
                        amount,
                        "ExternalId",
                        "order-1"));
        answer.ifPresent(node -> codes.add(node.path("StatusCode").asLong()));
        return answer.filter(node -> node.path("StatusCode").asLong() == 0)
                .map(node -> node.path("Data").path("QrPaymentId").asLong());
    }

    /** Asks at the announced interval until the status is final. */
    String follow(long payment) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Optional<String> status = status(payment);
            if (status.filter(FINAL::contains).isPresent()) {
                return status.get();
            }
            world.clock().advance(INTERVAL);
        }
        throw new AssertionError("no final status; seen " + seen);
    }

    /** Empty where it is unknown. */
    Optional<String> status(long payment) {
        Optional<JsonNode> answer = bank.get("/payment/status/" + payment);
        answer.ifPresent(node -> codes.add(node.path("StatusCode").asLong()));
        Optional<String> status = answer.filter(node -> node.path("StatusCode").asLong() == 0)
                .map(node -> node.path("Data").path("Status").asText());
        seen.add(status.orElse("unknown"));
        return status;
    }

    /** Gives money back; an unknown outcome, or "try again", leads to a question and never to a second attempt. */
    void refund(long payment, int amount) {
        BigDecimal goal = rest(payment).subtract(BigDecimal.valueOf(amount));
        Optional<Long> code = tryRefund(payment, amount);
        if (code.filter(refused -> refused == -99000005).isPresent()) {
            Optional<Long> unused = tryRefund(payment, rest(payment).intValue());
        } else if (code.isEmpty() && rest(payment).compareTo(goal) > 0) {
            Optional<Long> unused = tryRefund(payment, amount);
        }
    }

    /** One attempt; its StatusCode, empty where the outcome is unknown. */
    Optional<Long> tryRefund(long payment, int amount) {
        Optional<JsonNode> answer = bank.post(
                "/payment/return",
                Map.of(
                        "OrganizationBin",
                        world.bin(),
                        "DeviceToken",
                        world.deviceToken(),
                        "QrPaymentId",
                        payment,
                        "Amount",
                        amount));
        Optional<Long> code = answer.map(node -> node.path("StatusCode").asLong());
        code.ifPresent(codes::add);
        return code;
    }

    /** What can still be refunded, asked until there is an answer. */
    BigDecimal rest(long payment) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Optional<JsonNode> answer =
                    bank.get("/payment/details?QrPaymentId=" + payment + "&DeviceToken=" + world.deviceToken());
            if (answer.isPresent()) {
                return answer.get().path("Data").path("AvailableReturnAmount").decimalValue();
            }
            world.clock().advance(INTERVAL);
        }
        throw new AssertionError("the bank never answered");
    }

    /** What is on the way can go on after the bank has renewed the certificate. */
    void reloadCertificate() {
        bank.reloadCertificate();
    }

    /** Statuses in the order they were read; {@code unknown} where an answer said nothing. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    List<Long> codes() {
        return List.copyOf(codes);
    }
}
