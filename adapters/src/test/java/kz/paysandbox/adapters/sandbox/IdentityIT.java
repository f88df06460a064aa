package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.tls.BadKeyMaterial;
import kz.paysandbox.adapters.transport.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that the sandbox renews, withdraws or never should have let in. */
@ExtendWith(WithSandbox.class)
class IdentityIT {
    private final Stage stage;
    private final String world;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @TempDir
    private Path folder;

    IdentityIT(Stage stage) {
        this.stage = stage;
        this.world = stage.sandbox()
                .post("/worlds", Map.of("name", "identity-" + stage.order()))
                .path("name")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "not-yet-valid", "self-signed", "wrong-ca", "no-client-auth", "revoked"})
    void a_bad_certificate_is_refused_before_anything_is_applied(String name) throws IOException {
        try (KaspiR3 kaspi = stage.kzpay(
                        "kzpay.kaspi.pfx",
                        stage.sandbox().pki("bad/" + name + ".pfx").toString(),
                        "kzpay.kaspi.password.file",
                        stage.sandbox().pki("bad/" + name + ".password").toString())
                .kaspiR3()) {
            stage.sandbox().forgetRequests();
            refused(told(kaspi.createQr(Stage.BIN, Order.of(DeviceToken.of("321"), Tenge.of(200)))));
            refused(told(kaspi.refund(Stage.BIN, DeviceToken.of("321"), 15, Tenge.of(5))));
            refused(told(kaspi.invoice(
                    Stage.BIN, DeviceToken.of("321"), Phone.parse("87010000001"), Tenge.of(5), Optional.empty())));
            assertThatThrownBy(kaspi::ping).isInstanceOf(ConnectionFailed.class);
            assertThat(stage.sandbox().arrived("r3 *")).isZero();
        }
    }

    @Test
    void a_renewed_certificate_is_taken_up_while_running_and_calls_go_on() throws IOException {
        Path pfx = deliver(stage.sandbox().control("GET", "/worlds/" + world + "/certificate", Map.of(), "main"));
        try (KaspiR2 kaspi = kaspi(pfx)) {
            kaspi.ping();
            deliver(stage.sandbox().control("POST", "/certificates/" + world + "/renew", Map.of(), world));
            ahead.set(Duration.ofSeconds(2));
            kaspi.ping();
            assertThat(kaspi.tradePoints()).isNotEmpty();
            assertThat(TestLog.text()).contains("The TLS identity or trust was replaced");
        }
    }

    @Test
    void a_certificate_that_is_withdrawn_while_running_fails_the_next_call_until_a_new_one_is_there()
            throws IOException {
        Path pfx = deliver(stage.sandbox().control("GET", "/worlds/" + world + "/certificate", Map.of(), "main"));
        try (KaspiR2 kaspi = kaspi(pfx)) {
            DeviceToken till = stage.secret(kaspi.registerDevice("ID-1", 1));
            stage.sandbox().control("POST", "/certificates/" + world + "/revoke", Map.of(), world);
            shutOut(kaspi, till);
            deliver(stage.sandbox().control("POST", "/certificates/" + world + "/renew", Map.of(), world));
            ahead.set(Duration.ofSeconds(2));
            assertThat(told(kaspi.createQr(Order.of(till, Tenge.of(200)))).settlement())
                    .isEqualTo(Settlement.APPLIED);
        }
    }

    @Test
    void a_certificate_that_expires_while_running_fails_the_next_call() throws IOException {
        Path pfx = deliver(stage.sandbox().control("GET", "/worlds/" + world + "/certificate", Map.of(), "main"));
        try (KaspiR2 kaspi = kaspi(pfx)) {
            DeviceToken till = stage.secret(kaspi.registerDevice("ID-2", 1));
            long payment = told(kaspi.createQr(Order.of(till, Tenge.of(200))))
                    .orThrow()
                    .id();
            assertThat(kaspi.status(payment).kind()).isEqualTo(PaymentStatus.Kind.CREATED);
            stage.sandbox().control("POST", "/clock/advance", Map.of("by", "P2000D"), world);
            shutOut(kaspi, till);
            assertThatThrownBy(() -> kaspi.status(payment)).isInstanceOf(PaymentException.class);
        }
    }

    @Test
    void a_wrong_password_names_the_file_and_not_the_password() throws IOException {
        Path pfx = deliver(stage.sandbox().control("GET", "/worlds/" + world + "/certificate", Map.of(), "main"));
        assertThatThrownBy(
                        () -> stage.kzpay("kzpay.kaspi.pfx", pfx.toString(), "kzpay.kaspi.password", "not-the-password")
                                .kaspiR2())
                .isInstanceOf(BadKeyMaterial.class)
                .hasMessageContaining(pfx.toString())
                .hasMessageNotContaining("not-the-password");
    }

    /**
     * The bank closes the connection that is still open: what was just being sent there is honestly unknown. Each
     * connection after that is refused. Nothing is applied.
     */
    private void shutOut(KaspiR2 kaspi, DeviceToken till) {
        int before = payments();
        Order order = Order.of(till, Tenge.of(200));
        assertThat(told(kaspi.createQr(order)).settlement()).isNotEqualTo(Settlement.APPLIED);
        refused(told(kaspi.createQr(order)));
        refused(told(kaspi.createQr(order)));
        assertThat(payments()).isEqualTo(before);
    }

    private int payments() {
        return stage.sandbox().control("GET", "/payments", Map.of(), world).size();
    }

    /** Refused by an alert before any byte of an answer: under TLS 1.3 after the request was written. */
    private static void refused(MoneyAnswer<?> answer) {
        assertThat(answer.settlement()).as("%s", answer).isEqualTo(Settlement.NOT_APPLIED);
        PaymentException reason = answer.<PaymentException>fold(
                yes -> {
                    throw new AssertionError(yes);
                },
                MoneyAnswer.NotApplied::reason,
                MoneyAnswer.Unknown::reason);
        assertThat(reason).isInstanceOf(ConnectionFailed.class);
        assertThat(reason.effect()).isEqualTo(Effect.NONE);
        assertThat(reason.passing()).isFalse();
    }

    private KaspiR2 kaspi(Path pfx) throws IOException {
        return stage.kzpay(
                        "kzpay.kaspi.pfx",
                        pfx.toString(),
                        "kzpay.kaspi.password.file",
                        folder.resolve("password").toString())
                .with(http -> {
                    Surroundings usual = http.surroundings();
                    return http.withSurroundings(new Surroundings(
                            new Ahead(), usual.nanoTime(), usual.sleeper(), usual.random(), usual.requestIds()));
                })
                .kaspiR2();
    }

    private Path deliver(JsonNode identity) throws IOException {
        String password = identity.path("password").asText();
        stage.secrets().keep(identity, password);
        Files.writeString(folder.resolve("password"), password);
        return Files.write(
                folder.resolve("merchant.pfx"),
                Base64.getDecoder().decode(identity.path("pfxBase64").asText()));
    }

    /** This machine's time, or later, so that files are looked at again without anybody sleeping. */
    private final class Ahead extends Clock {
        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
