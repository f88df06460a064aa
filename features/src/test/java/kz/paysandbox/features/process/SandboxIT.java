package kz.paysandbox.features.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.paysandbox.features.Verify;
import kz.paysandbox.features.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sandbox elsewhere, called by the bank's host names; and what the exit codes say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxIT {

    private static final String BANK = "mtokentest.kaspi.kz";

    private final Path home = Path.of("target", "sandbox-elsewhere");
    private final Path hosts = Path.of("target", "hosts");
    private final JavaProcess sandbox;

    SandboxIT() throws IOException {
        Files.writeString(hosts, "127.0.0.1 localhost " + BANK + "\n");
        sandbox = JavaProcess.start(
                List.of(), "kz.paysandbox.emulator.cli.Main", List.of("up", "--ephemeral", "--home", home.toString()));
        Path ports = home.resolve("ports.json");
        assertThat(sandbox.until(line -> Files.exists(ports))).isNotEmpty();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"raw", "adapter"})
    void holds_under_the_banks_names(String driver) {
        List<String> said;
        int exit;
        try (JavaProcess verify = JavaProcess.start(
                List.of("-Djdk.net.hosts.file=" + hosts),
                Verify.class.getName(),
                List.of(
                        "verify",
                        "--target=sandbox",
                        "--driver=" + driver,
                        "--set=SANDBOX_HOME=" + home,
                        "--set=SANDBOX_HOST=" + BANK))) {
            said = verify.until(line -> false);
            exit = verify.exitCode();
        }
        assertThat(exit).as(String.join("\n", said)).isZero();
        assertThat(said).anySatisfy(line -> assertThat(line).startsWith("sandbox, driver " + driver));
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"raw", "adapter"})
    void holds_without_a_hand_on_clock_and_customers(String driver) throws IOException {
        JsonNode ports = Json.read(Files.readString(home.resolve("ports.json")));
        Path pki = home.resolve("pki");
        assertThat(Verify.run(
                        "--target=custom",
                        "--driver=" + driver,
                        "--set=KASPI_API_KEY=test_sandbox",
                        "--set=KASPI_PFX=" + pki.resolve("partner.pfx"),
                        "--set=KASPI_KEY_PASSWORD="
                                + Files.readString(pki.resolve("partner.password"))
                                        .strip(),
                        "--set=KASPI_CA=" + pki.resolve("ca-bundle.pem"),
                        "--set=KASPI_BIN=180340021791",
                        "--set=KASPI_R1_URL=https://127.0.0.1:" + ports.path("kaspi-r1"),
                        "--set=KASPI_R2_URL=https://127.0.0.1:" + ports.path("kaspi-r2"),
                        "--set=KASPI_R3_URL=https://127.0.0.1:" + ports.path("kaspi-r3")))
                .isZero();
    }

    @Test
    void refusals_that_scenarios_want_are_not_printed() {
        List<String> said;
        int exit;
        try (JavaProcess verify = JavaProcess.start(
                List.of(), Verify.class.getName(), List.of("verify", "--lang=en", "--tags=@code:-10000"))) {
            said = verify.until(line -> false);
            exit = verify.exitCode();
        }
        assertThat(exit).as(String.join("\n", said)).isZero();
        assertThat(said).singleElement().asString().startsWith("emulator, driver raw: ");
    }

    @Test
    void nothing_that_can_be_tried_is_no_success() {
        assertThat(Verify.run("--target=sandbox", "--set=SANDBOX_HOME=" + home, "--tags=@row:r9_nothing"))
                .isEqualTo(5);
    }

    @Test
    void a_failure_is_one(@TempDir Path folder) throws IOException {
        Path own = Files.writeString(folder.resolve("own.feature"), """
                # language: ru
                Функция: своя
                  Сценарий: магазин думает, что продал
                    Допустим касса в торговой точке 1 по схеме r1
                    Когда кассир показывает QR-код на 200 тенге
                    Тогда покупка оплачена
                """);
        assertThat(Verify.run("--target=sandbox", "--set=SANDBOX_HOME=" + home, own.toString()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--target=production",
                "--target=elsewhere",
                "--target=sandbox --driver=pigeon",
                "--target=sandbox --tags=((",
                "--target=sandbox --format=pdf",
                "--no-such-option"
            })
    void usage_is_two(String line) {
        String[] arguments = ("--set=SANDBOX_HOME=" + home + " " + line).split(" ");
        assertThat(Verify.run(arguments)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "adapter"})
    void epay_holds_without_a_hand_on_clock_and_customers(String driver) throws IOException {
        JsonNode ports = Json.read(Files.readString(home.resolve("ports.json")));
        String base = "https://127.0.0.1:" + ports.path("epay");
        assertThat(Verify.run(
                        "--target=epay-test",
                        "--driver=" + driver,
                        "--set=EPAY_OAUTH_URL=" + base,
                        "--set=EPAY_API_URL=" + base,
                        "--set=EPAY_WIDGET_URL=" + base + "/payform/payment-api.js",
                        "--set=EPAY_CA=" + home.resolve("pki").resolve("ca-bundle.pem")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://epay-oauth.homebank.kz",
                "https://epay-api.homebank.kz.",
                "https://epay.homebank.kz/payform/payment-api.js",
                "https://epay-api-staging.homebank.kz",
                "https://EPAY-API.epayment.kz:443"
            })
    void production_of_halyk_is_refused_by_its_host(String production) {
        for (String setting : List.of("EPAY_OAUTH_URL", "EPAY_API_URL", "EPAY_WIDGET_URL")) {
            assertThat(Verify.run("--target=epay-test", "--set=" + setting + "=" + production))
                    .isEqualTo(2);
        }
    }

    @Test
    void production_is_refused_by_its_host_too() {
        assertThat(Verify.run(
                        "--target=custom",
                        "--set=KASPI_CA=" + home.resolve("pki").resolve("ca-bundle.pem"),
                        "--set=KASPI_R1_URL=https://qrapi-key.kaspi.kz",
                        "--set=KASPI_R2_URL=https://localhost:1",
                        "--set=KASPI_R3_URL=https://localhost:1"))
                .isEqualTo(2);
    }
}
