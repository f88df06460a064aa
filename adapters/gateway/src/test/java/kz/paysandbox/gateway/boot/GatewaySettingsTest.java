package kz.paysandbox.gateway.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.paysandbox.adapters.money.Assumption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatewaySettingsTest {
    private static final GatewaySettings USUAL = GatewaySettings.of(Map.of());

    @ParameterizedTest
    @EnumSource
    void every_usual_value_is_one_of_its_kind(GatewaySetting setting) {
        USUAL.find(setting).ifPresent(setting.kind()::check);
        assertThat(setting.meaning()).isNotBlank();
        assertThat(GatewaySetting.ofVariable(setting.variable())).contains(setting);
    }

    @Test
    void spans_are_written_short_or_as_iso() {
        GatewaySettings settings =
                GatewaySettings.of(Map.of("kzpay.gateway.epay.life", "PT90M", "kzpay.gateway.expiry.every", "500ms"));
        assertThat(settings.span(GatewaySetting.EPAY_LIFE)).isEqualTo(Duration.ofMinutes(90));
        assertThat(settings.span(GatewaySetting.EXPIRY_EVERY)).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.span(GatewaySetting.REFUND_WINDOW)).isEqualTo(Duration.ofDays(180));
        assertThat(settings.spans(GatewaySetting.RETRIES_AFTER))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(6));
    }

    @ParameterizedTest
    @CsvSource({
        "kzpay.gateway.epay.life, 0s, a span of time",
        "kzpay.gateway.epay.life, soon, a span of time",
        "kzpay.gateway.jobs.threads, 0, a whole number from 1",
        "kzpay.gateway.jobs.threads, four, a whole number from 1",
        "kzpay.gateway.listen, 8550, HOST:PORT",
        "kzpay.gateway.listen, localhost:65536, HOST:PORT",
        "kzpay.gateway.listen, ::1:80, HOST:PORT",
        "kzpay.gateway.public-url, pay.example, an http or https address",
        "kzpay.gateway.public-url, ftp://pay.example, an http or https address",
        "kzpay.gateway.idempotency.required, yes, true or false",
        "kzpay.gateway.settle.assume, hope, sole-operator",
        "kzpay.gateway.retries.after, '1m,x', a span of time",
        "kzpay.gateway.retries.after, ',', a span of time",
        "kzpay.gateway.trusted-proxies, 10.0.0.0/33, kzpay.gateway.trusted-proxies",
        "kzpay.gateway.admin.allowed-addresses, everybody, kzpay.gateway.admin.allowed-addresses",
        "kzpay.gateway.cors.origins, https://shop.example/, an origin is",
        "kzpay.gateway.cors.origins, shop.example, an http or https address",
        "kzpay.kaspi.pfxx, x, did you mean kzpay.kaspi.pfx?",
        "kzpay.gateway.listne, x, did you mean kzpay.gateway.listen?",
        "kzpay.gateway.nothing-like-any-setting, x, there is no setting"
    })
    void what_is_no_setting_is_refused_and_says_what_is_meant(String name, String value, String message) {
        Map<String, String> wrong = Map.of(name, value);
        assertThatThrownBy(() -> GatewaySettings.of(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(message);
    }

    @Test
    void an_address_of_the_newer_kind_stands_in_brackets() {
        assertThat(ListenAddress.parse("[::1]:0")).isEqualTo(new ListenAddress("::1", 0));
        assertThat(ListenAddress.parse("[::1]:0").loopback()).isTrue();
        assertThat(ListenAddress.parse("0.0.0.0:80").loopback()).isFalse();
    }

    @Test
    void who_answers_for_each_bank_is_said() {
        assertThat(BankClients.names(Map.of("kzpay.backend", "emulator")))
                .isEqualTo("Kaspi: the sandbox, ePay: the sandbox");
        assertThat(BankClients.names(Map.of("kzpay.backend", "emulator", "kzpay.epay.backend", "production")))
                .isEqualTo("Kaspi: the sandbox, ePay: not set up");
        assertThat(BankClients.names(Map.of("kzpay.backend", "test", "kzpay.epay.client-id", "a")))
                .isEqualTo("Kaspi: test, ePay: test");
    }

    @Test
    void promises_are_named_or_none() {
        assertThat(USUAL.assumptions())
                .containsExactly(Assumption.SOLE_OPERATOR, Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED);
        assertThat(GatewaySettings.of(Map.of("kzpay.gateway.settle.assume", "none"))
                        .assumptions())
                .isEmpty();
    }

    @Test
    void an_option_beats_a_property_which_beats_the_environment_which_beats_the_file(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("gateway.properties");
        Files.writeString(file, """
                kzpay.gateway.listen=127.0.0.1:1
                kzpay.gateway.node=file
                kzpay.gateway.jobs.threads=7
                kzpay.gateway.data=file
                kzpay.backend=emulator
                other=1
                """);
        GatewaySettings settings = GatewaySettings.read(
                Map.of("kzpay.gateway.listen", "127.0.0.1:4"),
                Map.of(
                        "kzpay.settings",
                        file.toString(),
                        "kzpay.gateway.listen",
                        "127.0.0.1:3",
                        "kzpay.gateway.node",
                        "property",
                        "user.dir",
                        "/"),
                Map.of(
                        "KZPAY_GATEWAY_LISTEN", "127.0.0.1:2",
                        "KZPAY_GATEWAY_DATA", "environment",
                        "KZPAY_EPAY_CLIENT_ID", "test",
                        "PATH", "/bin"));
        assertThat(settings.listener(GatewaySetting.LISTEN)).contains(new ListenAddress("127.0.0.1", 4));
        assertThat(settings.find(GatewaySetting.NODE)).contains("property");
        assertThat(settings.data()).isEqualTo(Path.of("environment"));
        assertThat(settings.number(GatewaySetting.JOBS_THREADS)).isEqualTo(7);
        assertThat(settings.banks())
                .containsOnly(Map.entry("kzpay.backend", "emulator"), Map.entry("kzpay.epay.client-id", "test"));
        assertThat(settings).hasToString("GatewaySettings[values hidden]");
    }

    @Test
    void a_file_or_variable_that_names_no_setting_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("gateway.properties");
        Files.writeString(file, "kzpay.kaspi.pfxx=a\n");
        Map<String, String> properties = Map.of("kzpay.settings", file.toString());
        assertThatThrownBy(() -> GatewaySettings.read(Map.of(), properties, Map.of()))
                .hasMessageContaining("did you mean kzpay.kaspi.pfx?");
        assertThatThrownBy(() -> GatewaySettings.read(Map.of(), Map.of(), Map.of("KZPAY_GATEWAY_LISTN", "a")))
                .hasMessageContaining("did you mean KZPAY_GATEWAY_LISTEN?");
        assertThatThrownBy(() -> GatewaySettings.read(Map.of(), Map.of(), Map.of("KZPAY_EPAY_CLIENT_IDD", "a")))
                .hasMessageContaining("did you mean KZPAY_EPAY_CLIENT_ID?");
        assertThatThrownBy(() -> GatewaySettings.read(Map.of(), Map.of("kzpay.epay.terminl", "a"), Map.of()))
                .hasMessageContaining("did you mean kzpay.epay.terminal?");
    }

    @Test
    void a_secret_is_the_first_line_of_its_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, "word \nsecond\n");
        GatewaySettings settings = GatewaySettings.of(Map.of("kzpay.gateway.database.password.file", file.toString()));
        assertThat(settings.secret(GatewaySetting.DATABASE_PASSWORD, GatewaySetting.DATABASE_PASSWORD_FILE))
                .contains("word");
    }

    @Test
    void where_no_bank_is_named_it_is_the_sandbox_with_the_certificate_of_all_organisations(@TempDir Path home)
            throws IOException {
        Files.createDirectories(home.resolve("pki"));
        Files.writeString(home.resolve("pki/partner.pfx"), "");
        Map<String, String> banks =
                BankClients.completed(GatewaySettings.of(Map.of("kzpay.emulator.home", home.toString()))
                        .banks());
        assertThat(banks)
                .containsEntry("kzpay.backend", "emulator")
                .containsEntry(
                        "kzpay.kaspi.pfx", home.resolve("pki/partner.pfx").toString())
                .containsEntry(
                        "kzpay.kaspi.password.file",
                        home.resolve("pki/partner.password").toString());
        assertThat(BankClients.completed(
                        GatewaySettings.of(Map.of("kzpay.backend", "test")).banks()))
                .containsOnly(Map.entry("kzpay.backend", "test"));
    }
}
