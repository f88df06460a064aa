package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.tls.TestPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendSwitchTest {
    @TempDir
    Path home;

    @Test
    void a_property_beats_the_environment_which_beats_the_file() throws Exception {
        Path file = Files.writeString(home.resolve("kzpay.properties"), "kzpay.backend=production\nkzpay.kaspi.ca=a\n");
        Settings settings = Settings.of(
                        Map.of("kzpay.backend", "test"),
                        Map.of("KZPAY_BACKEND", "custom", "KZPAY_KASPI_API_KEY", " k "))
                .withFile(file);
        assertThat(settings.find(Setting.BACKEND)).contains("test");
        assertThat(settings.find(Setting.KASPI_API_KEY)).contains("k");
        assertThat(settings.find(Setting.KASPI_CA)).contains("a");
        assertThat(settings.find(Setting.KASPI_KEY)).isEmpty();
        assertThat(Settings.of(Map.of("kzpay.backend", "custom")).find(Setting.BACKEND))
                .contains("custom");
        Path mistyped = Files.writeString(home.resolve("bad.properties"), "kzpay.bakend=test\n");
        assertThatThrownBy(() -> settings.withFile(mistyped)).hasMessageContaining("kzpay.bakend");
    }

    @Test
    void each_bank_may_have_a_backend_of_its_own() throws Exception {
        Settings settings = with(Map.of(
                "kzpay.backend", "test",
                "kzpay.kaspi.backend", "custom",
                "kzpay.kaspi.r1.url", "https://bank.example:1",
                "kzpay.kaspi.api-key", "k",
                "kzpay.epay.client-id", "test",
                "kzpay.epay.client-secret", "s",
                "kzpay.epay.terminal", "t"));
        assertThat(KaspiPlan.of(settings, "r1").base()).hasToString("https://bank.example:1");
        assertThat(EpayPlan.of(settings).hosts().oauth()).hasToString("https://test-epay-oauth.epayment.kz");
        assertThatThrownBy(() -> KaspiPlan.of(settings, "r2")).hasMessageContaining("kzpay.kaspi.r2.url");
        assertThatThrownBy(() -> Backend.parse("live")).hasMessageContaining("production");
    }

    @Test
    void the_sandbox_is_found_by_its_ports_file() throws Exception {
        sandbox();
        Settings settings =
                Settings.of(Map.of("kzpay.backend", "emulator", "kzpay.emulator.home", home.toString()), Map.of());
        assertThat(KaspiPlan.of(settings, "r1").base()).hasToString("https://localhost:41001");
        assertThat(KaspiPlan.of(settings, "r3").base()).hasToString("https://localhost:41003");
        assertThat(EpayPlan.of(settings).hosts().api()).hasToString("https://localhost:41004");
        assertThat(EpayPlan.of(settings).hosts().widget())
                .hasToString("https://localhost:41004/payform/payment-api.js");
        try (KaspiR3 client = Kzpay.of(settings).kaspiR3()) {
            assertThat(client.testHooks()).isNotNull();
        }
        assertThatThrownBy(() -> KaspiPlan.of(
                        Settings.of(
                                Map.of(
                                        "kzpay.backend",
                                        "emulator",
                                        "kzpay.emulator.home",
                                        home.resolve("no").toString()),
                                Map.of()),
                        "r1"))
                .hasMessageContaining("./sandbox up");
    }

    @Test
    void production_refuses_what_is_of_the_sandbox() throws Exception {
        Map<String, String> good = production();
        assertThatThrownBy(() -> Kzpay.of(with(good)).kaspiR3().testHooks()).hasMessageContaining("test stands");
        refused(good, "kzpay.emulator.fault", "lost", "sandbox headers");
        refused(good, "kzpay.kaspi.r3.url", "https://localhost:8545", "no production host");
        refused(good, "kzpay.kaspi.r3.url", "http://qrapi-cert-ip.kaspi.kz", "not https");
        refused(good, "kzpay.kaspi.r3.url", "https://mtokentest.kaspi.kz:8545", "no production host");
        refused(good, "kzpay.emulator.home", home.toString(), "would be the sandbox's");
        Path sandboxRoot =
                TestPki.create("CN=Kaspi Sandbox Root").writeRoot(Files.createDirectories(home.resolve("x")));
        refused(good, "kzpay.kaspi.ca", sandboxRoot.toString(), "trusts CN=Kaspi Sandbox Root");
        Path pki = Files.createDirectories(home.resolve("x/pki"));
        Files.copy(Path.of(good.getOrDefault("kzpay.kaspi.ca", "")), pki.resolve("ca-bundle.pem"));
        refused(good, "kzpay.emulator.home", home.resolve("x").toString(), "trusts CN=Test Root");
    }

    /** The sandbox's home is elsewhere or gone: copies are known by what they say, and by what lies beside them. */
    @Test
    void production_refuses_what_was_copied_out_of_a_sandbox() throws Exception {
        Map<String, String> good = new HashMap<>(production());
        TestPki pki = TestPki.create();
        Path copied = TestPki.writePfx(home.resolve("copied.pfx"), pki.issue("sandbox merchant"), false);
        refused(good, "kzpay.kaspi.pfx", copied.toString(), "the client certificate is of CN=sandbox merchant");
        Path folder = Files.createDirectories(home.resolve("copies"));
        Path root = pki.writeRoot(folder);
        Files.writeString(folder.resolve("kbs_root_ca.key"), "a key");
        refused(good, "kzpay.kaspi.ca", root.toString(), "lies beside kbs_root_ca.key");
    }

    @Test
    void production_refuses_a_clear_key_that_others_can_read() throws Exception {
        Map<String, String> good = new HashMap<>(production());
        good.remove("kzpay.kaspi.pfx");
        TestPki.Issued merchant = TestPki.create().issue("merchant");
        Path key = TestPki.writeClearKey(home.resolve("clear.key"), merchant);
        good.put(
                "kzpay.kaspi.certificate",
                TestPki.writeCertificate(home.resolve("m.cer"), merchant).toString());
        good.put("kzpay.kaspi.key", key.toString());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Kzpay.of(with(good)).kaspiR3()).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Kzpay.of(with(good)).kaspiR3().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8544", "https://my_bank:8544", "https://bank.example/?x=1"})
    void an_address_that_nothing_can_be_sent_to_is_refused_by_its_settings_name(String address) throws Exception {
        Map<String, String> custom = new HashMap<>(Map.of(
                "kzpay.backend", "custom",
                "kzpay.kaspi.api-key", "k",
                "kzpay.epay.client-id", "test",
                "kzpay.epay.client-secret", "s",
                "kzpay.epay.terminal", "t",
                "kzpay.epay.api.url", "https://bank.example",
                "kzpay.epay.widget.url", "https://bank.example/payform/payment-api.js"));
        custom.put("kzpay.kaspi.r1.url", address);
        custom.put("kzpay.epay.oauth.url", address);
        Settings settings = with(custom);
        assertThatThrownBy(() -> Kzpay.of(settings).kaspiR1())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kzpay.kaspi.r1.url");
        assertThatThrownBy(() -> Kzpay.of(settings).epay())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kzpay.epay.oauth.url");
        custom.put("kzpay.kaspi.r1.url", "https://bank.example:1/proxy/");
        assertThat(KaspiPlan.of(with(custom), "r1").base()).hasToString("https://bank.example:1/proxy");
    }

    @Test
    void what_is_missing_is_named_with_both_spellings() {
        assertThatThrownBy(() -> Kzpay.of(Settings.of(Map.of(), Map.of())).epay())
                .hasMessageContaining("kzpay.backend")
                .hasMessageContaining("KZPAY_BACKEND");
    }

    private void refused(Map<String, String> good, String name, String value, String why) {
        Map<String, String> changed = new HashMap<>(good);
        changed.put(name, value);
        assertThatThrownBy(() -> Kzpay.of(Settings.of(changed, Map.of())).kaspiR3())
                .hasMessageContaining("refusing production")
                .hasMessageContaining(why);
    }

    private Map<String, String> production() throws Exception {
        TestPki pki = TestPki.create();
        Path pfx = TestPki.writePfx(home.resolve("merchant.pfx"), pki.issue("merchant"), false);
        return Map.of(
                "kzpay.backend",
                "production",
                "kzpay.kaspi.ca",
                pki.writeRoot(home).toString(),
                "kzpay.kaspi.pfx",
                pfx.toString(),
                "kzpay.kaspi.password",
                TestPki.PASSWORD);
    }

    private Settings with(Map<String, String> values) throws Exception {
        Map<String, String> all = new HashMap<>(values);
        if (!all.containsKey("kzpay.kaspi.ca")) {
            all.put("kzpay.kaspi.ca", TestPki.create().writeRoot(home).toString());
        }
        return Settings.of(all, Map.of());
    }

    private void sandbox() throws Exception {
        Files.writeString(
                home.resolve("ports.json"),
                "{\"kaspi-r1\":41001,\"kaspi-r2\":41002,\"kaspi-r3\":41003,\"epay\":41004,\"control\":41005}");
        Path pki = Files.createDirectories(home.resolve("pki"));
        TestPki authority = TestPki.create();
        Files.move(authority.writeRoot(pki), pki.resolve("ca-bundle.pem"));
        TestPki.writePfx(pki.resolve("merchant.pfx"), authority.issue("merchant"), false);
        Files.writeString(pki.resolve("merchant.password"), TestPki.PASSWORD);
    }
}
