package kz.paysandbox.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Check 19: kill -9 between "written" and "answered", with each call that moves money under way. The outcome comes from
 * the books, no money moves twice, and the shop that repeats its call with its key gets that outcome.
 */
class KilledGatewayIT {
    private static final Map<String, ?> NEVER_APPLIED = Map.of("delay", "PT30S", "drop", "before");
    private static final Map<String, ?> APPLIED_AND_NOT_ANSWERED = Map.of("slow", Map.of("bytesPerSecond", 1));

    @TempDir
    private Path folder;

    /** A call that moves money, made with a key of its name. */
    private record Call(String name, String row, String path, String body) {
        HttpAnswer made(GatewayClient gateway) {
            return gateway.post(path, body, "Idempotency-Key", name);
        }
    }

    /** All eight, each of a payment of its own. */
    private static List<Call> calls(CrashScene scene) {
        String paid = scene.paid();
        String unpaid = scene.invoice();
        return List.of(
                new Call("create", "r3 remote create", "/payments/kaspi/create", scene.invoiceBody()),
                new Call("link", "r3 qr create-link", "/api/v1/kaspi/create-link", "{\"shop_id\":5,\"amount\":310}"),
                new Call("qr", "r3 qr create", "/api/v1/kaspi/create-qr", "{\"shop_id\":5,\"amount\":320}"),
                new Call(
                        "refund",
                        "r3 payment return",
                        "/payments/kaspi/refund",
                        "{\"shop_id\":5,\"external_id\":\"" + paid + "\",\"amount\":40}"),
                new Call(
                        "cancel",
                        "r3 remote cancel",
                        "/api/v1/kaspi/cancel",
                        "{\"shop_id\":5,\"external_id\":\"" + unpaid + "\"}"),
                new Call("charge", "epay operation charge", scene.held() + "/charge", "{}"),
                new Call("release", "epay operation cancel", scene.held() + "/cancel", "{}"),
                new Call(
                        "card refund",
                        "epay operation refund",
                        scene.charged() + "/refund",
                        "{\"refund_amount\":20000}"));
    }

    /** Begins all; nobody waits for the answers, which the dead gateway does not give. */
    private static List<CompletableFuture<HttpAnswer>> begin(CrashScene scene, List<Call> calls) {
        return calls.stream()
                .map(call -> scene.victim().client().begin(call.path(), call.body(), "Idempotency-Key", call.name()))
                .toList();
    }

    /** How often the banks were asked to move money, by row. */
    private static Map<String, Integer> asked(CrashScene scene, List<Call> calls) {
        Map<String, Integer> asked = new LinkedHashMap<>();
        calls.forEach(call -> asked.put(
                call.name(), scene.world().journal().entries(call.row()).size()));
        return asked;
    }

    /** Repeats all calls before and after the books were looked at; what is final stays as it is, byte for byte. */
    private static Map<String, HttpAnswer> repeated(CrashScene scene, List<Call> calls) {
        GatewayClient successor = scene.crash();
        calls.forEach(call ->
                assertThat(call.made(successor).status()).as(call.name()).isLessThan(500));
        scene.settle();
        Map<String, HttpAnswer> answers = new LinkedHashMap<>();
        calls.forEach(call -> answers.put(call.name(), call.made(successor)));
        calls.forEach(call -> {
            HttpAnswer again = call.made(successor);
            assertThat(again.status())
                    .as(call.name())
                    .isEqualTo(of(answers, call.name()).status());
            assertThat(again.header("Idempotent-Replayed")).as(call.name()).contains("true");
            if (again.status() != 202 && again.status() < 400) {
                assertThat(again.body()).isEqualTo(of(answers, call.name()).body());
            }
        });
        return answers;
    }

    private static <T> T of(Map<String, T> map, String name) {
        return Optional.ofNullable(map.get(name)).orElseThrow();
    }

    private static void statuses(Map<String, HttpAnswer> answers, int status, String... names) {
        Stream.of(names)
                .forEach(name -> assertThat(of(answers, name).status())
                        .as(name + ": " + of(answers, name))
                        .isEqualTo(status));
    }

    private static void refused(Map<String, HttpAnswer> answers, String... names) {
        Stream.of(names)
                .forEach(name -> assertThat(of(answers, name).status())
                        .as(name + ": " + of(answers, name))
                        .isIn(409, 502, 503));
    }

    private static void amounts(Map<String, HttpAnswer> answers) {
        assertThat(of(answers, "refund").json().path("refunded_amount").decimalValue())
                .isEqualByComparingTo("40");
        assertThat(of(answers, "cancel").text("/status")).isEqualTo("RemotePaymentCanceled");
        assertThat(of(answers, "charge").text("/status")).isEqualTo("completed");
        assertThat(of(answers, "release").text("/status")).isEqualTo("cancelled");
        assertThat(of(answers, "card refund").text("/refunded_amount")).isEqualTo("20000");
    }

    @ParameterizedTest
    @EnumSource
    void check_19_before_anything_has_reached_a_bank(TestDatabase database) {
        try (CrashScene scene = new CrashScene(database, folder)) {
            List<Call> calls = calls(scene);
            Map<String, Integer> before = asked(scene, calls);
            scene.holdWires();
            begin(scene, calls);
            Await.until("all ask the banks", () -> scene.heldOnWires() >= calls.size());
            repeated(scene, calls);
            Map<String, Integer> after = asked(scene, calls);
            // a call of which nothing was written before the bank was first asked is made by its repetition
            after.forEach(
                    (name, count) -> assertThat(count).as(name).isBetween(of(before, name), of(before, name) + 1));
            assertThat(of(after, "create")).isEqualTo(of(before, "create"));
            assertThat(of(after, "refund")).isEqualTo(of(before, "refund"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_19_while_the_banks_have_calls_that_they_never_carry_out(TestDatabase database) {
        try (CrashScene scene = new CrashScene(database, folder)) {
            List<Call> calls = calls(scene);
            calls.forEach(call -> scene.fault(call.row(), NEVER_APPLIED));
            begin(scene, calls);
            scene.calledAtTheBanks(calls.size());
            Map<String, Integer> asked = asked(scene, calls);
            Map<String, HttpAnswer> answers = repeated(scene, calls);
            statuses(answers, 202, "create");
            refused(answers, "link", "qr", "refund", "charge", "release", "card refund");
            assertThat(of(answers, "cancel").status()).isIn(202, 409, 502, 503);
            atMostOnce(scene, calls, asked);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_19_while_the_banks_have_carried_calls_out_and_answer_slowly(TestDatabase database) {
        try (CrashScene scene = new CrashScene(database, folder)) {
            List<Call> calls = calls(scene);
            calls.forEach(call -> scene.fault(call.row(), APPLIED_AND_NOT_ANSWERED));
            begin(scene, calls);
            scene.calledAtTheBanks(calls.size());
            Map<String, Integer> asked = asked(scene, calls);
            Map<String, HttpAnswer> answers = repeated(scene, calls);
            statuses(answers, 202, "create");
            refused(answers, "link", "qr");
            statuses(answers, 200, "refund", "cancel", "charge", "release", "card refund");
            amounts(answers);
            atMostOnce(scene, calls, asked);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_19_while_the_banks_answers_are_being_written(TestDatabase database) {
        written(database, HeldWrites.Write.OUTCOME);
    }

    @ParameterizedTest
    @EnumSource
    void check_19_while_what_the_shop_will_be_told_is_being_written(TestDatabase database) {
        written(database, HeldWrites.Write.ANSWER);
    }

    private void written(TestDatabase database, HeldWrites.Write write) {
        try (CrashScene scene = new CrashScene(database, folder)) {
            List<Call> calls = calls(scene);
            scene.writes().hold(write);
            begin(scene, calls);
            Await.until("all wait for the write", () -> scene.writes().waiting() >= calls.size());
            Map<String, Integer> asked = asked(scene, calls);
            Map<String, HttpAnswer> answers = repeated(scene, calls);
            List<String> names = new ArrayList<>(answers.keySet());
            statuses(answers, 200, names.toArray(String[]::new));
            assertThat(of(answers, "create").text("/external_id")).isNotBlank();
            assertThat(of(answers, "link").text("/payment_link")).startsWith("https://");
            assertThat(of(answers, "qr").text("/qr_token")).isNotBlank();
            amounts(answers);
            assertThat(asked(scene, calls)).isEqualTo(asked);
        }
    }

    private static void atMostOnce(CrashScene scene, List<Call> calls, Map<String, Integer> asked) {
        asked(scene, calls)
                .forEach((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(of(asked, name) + 1));
        asked(scene, calls)
                .forEach((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(1 + prepared(name)));
    }

    /** Calls of the preparation: two invoices, and the charge of the payment that is refunded. */
    private static int prepared(String name) {
        return switch (name) {
            case "create" -> 2;
            case "charge" -> 1;
            default -> 0;
        };
    }
}
