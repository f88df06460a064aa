package kz.paysandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kz.paysandbox.junit.process.Choices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The way in without JUnit's extension. */
@EnabledIf("kz.paysandbox.junit.SandboxAvailability#isThere")
class SandboxServerTest {

    private static final int CONFLICT = 409;

    @SuppressWarnings("NullAway.Init")
    private static SandboxServer server;

    @BeforeAll
    static void start() {
        server = SandboxServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void worlds_have_credentials_of_their_own_and_follow_their_seed() {
        try (SandboxWorld one = server.world(9);
                SandboxWorld other = server.world(9)) {
            assertThat(one.seed()).isEqualTo(9);
            assertThat(one.apiKey()).isNotEqualTo(other.apiKey());
            assertThat(one.epay()).isNotEqualTo(other.epay());
            assertThat(one.epayShops()).extracting(EpayShop::steps).contains(1, 2);
            assertThat(one.epay().toString()).doesNotContain(one.epay().clientSecret());
            assertThat(one.bin()).isEqualTo("180340021791");
        }
    }

    @Test
    void settings_and_properties_name_what_is_there() {
        Path certificate;
        try (SandboxWorld world = server.world()) {
            Map<String, String> settings = world.settings();
            certificate = Path.of(settings.getOrDefault("kzpay.kaspi.pfx", ""));
            assertThat(certificate).exists();
            assertThat(Path.of(settings.getOrDefault("kzpay.kaspi.ca", ""))).exists();
            assertThat(world.kaspiR1())
                    .hasToString(settings.get("kzpay.kaspi.r1.url") + "/r1/v01")
                    .hasToString(world.properties().get("KASPI_R1_URL") + "/r1/v01");
            assertThat(world.properties()).containsAllEntriesOf(settings).containsKeys("EPAY_TERMINAL", "KASPI_BIN");
        }
        assertThat(certificate).doesNotExist();
    }

    @Test
    void a_world_that_is_closed_is_gone_and_may_be_closed_again() {
        SandboxWorld world = server.world();
        world.close();
        world.close();
        try (SandboxWorld next = server.world()) {
            assertThat(next.control().get("/worlds")).contains(next.name()).doesNotContain("\"" + world.name() + "\"");
        }
    }

    @Test
    void a_customer_pays_by_qr_code_once() throws Exception {
        try (SandboxWorld world = server.world()) {
            String answer = Calls.createQr(world, "/qr/create");
            long payment = Long.parseLong(answer.replaceAll(".*\"QrPaymentId\":(\\d+).*", "$1"));
            assertThat(world.customer().pay(payment)).isEqualTo("Processed");
            assertThat(world.customer().statusOf(payment)).isEqualTo("Processed");
            assertThatThrownBy(() -> world.customer().pay(String.valueOf(payment)))
                    .isInstanceOfSatisfying(SandboxRefusal.class, refusal -> {
                        assertThat(refusal.status()).isEqualTo(CONFLICT);
                        assertThat(refusal.problem()).contains("\"type\"");
                    });
        }
    }

    @Test
    void a_customer_passes_3_d_secure() throws Exception {
        try (SandboxWorld world = server.world()) {
            String payment = new CardOrder(world, "700007").pay();
            assertThat(world.customer().statusOf(payment)).isEqualTo("3D");
            assertThat(world.customer().pay(payment)).isEqualTo("CHARGE");
        }
    }

    @Test
    void clock_faults_customer_and_journal_are_the_world_s() throws Exception {
        try (SandboxWorld world = server.world()) {
            world.clock().freeze();
            var before = world.clock().now();
            world.clock().advance(Duration.ofHours(1));
            assertThat(world.clock().now()).isEqualTo(before.plusSeconds(3_600));
            String fault = world.faults().http("r1 *", 503);
            assertThat(Calls.createQr(world, "/qr/create")).doesNotContain("QrPaymentId");
            world.faults().remove(fault);
            assertThat(Calls.createQr(world, "/qr/create")).contains("QrPaymentId");
            assertThat(world.journal().entries("r1 qr create"))
                    .extracting(WorldJournal.Entry::status)
                    .containsExactly(503, 200);
            world.journal().verify(Map.of("endpoint", "r1 qr create"), 2);
        }
    }

    @Test
    void a_scenario_is_played_by_its_name_or_from_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "name: mine\nbank: kaspi\ntitle: {en: Mine, ru: Moy}\ncorrect: Waits.\nstart: {customer: {mode: declines}}\n");
        SandboxOptions plain = SandboxOptions.seeded(1);
        try (SandboxWorld world = server.world(plain.withScenario(file.toString()))) {
            assertThat(world.control().read("/customer").at("mode").text()).isEqualTo("declines");
        }
        assertThatThrownBy(() -> server.world(plain.withScenario("customer-declinse")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the scenario customer-declinse: ");
    }

    @Test
    void a_world_whose_scenario_cannot_be_played_is_closed(@TempDir Path folder) throws Exception {
        Path unreadable = Files.writeString(folder.resolve("mine.yaml"), "no: scenario");
        try (SandboxServer own = SandboxServer.start(Map.of("seed", "211"));
                SandboxWorld before = own.world()) {
            List<String> worlds = names(before.control().get("/worlds"));
            for (String scenario : List.of("customer-declinse", "no\0path", unreadable.toString())) {
                assertThatThrownBy(() -> own.world(SandboxOptions.seeded(1).withScenario(scenario)))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(names(before.control().get("/worlds"))).isEqualTo(worlds);
            }
        }
    }

    private static List<String> names(String worlds) {
        return Pattern.compile("\"name\":\"[^\"]*\"")
                .matcher(worlds)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void a_sandbox_that_runs_already_is_used_as_it_is() throws Exception {
        String control = server.world().control().base().toString();
        for (String address : List.of(control, control.replace("/__sandbox", ""), control + "/")) {
            try (SandboxServer external = SandboxServer.start(at(address), Map.of());
                    SandboxWorld world = external.world()) {
                assertThat(Calls.createQr(world, "/qr/create")).contains("QrPaymentId");
                assertThat(Path.of(world.settings().getOrDefault("kzpay.kaspi.ca", "")))
                        .exists();
            }
        }
        assertThatThrownBy(() -> SandboxServer.start(at(control), Map.of("level", "strict")))
                .hasMessageContaining("takes no settings: give it {level=strict}");
        assertThatThrownBy(() -> SandboxServer.start(at("http://127.0.0.1:1"), Map.of()))
                .hasMessage("no sandbox answers at http://127.0.0.1:1/__sandbox");
    }

    private static Choices at(String control) {
        return Choices.over(name -> Optional.of(control).filter(value -> name.equals("sandbox.control")));
    }

    @Test
    void settings_that_do_not_exist_are_refused_with_what_the_sandbox_says() {
        assertThatThrownBy(() -> SandboxServer.start(Map.of("levle", "strict")))
                .hasMessageStartingWith("the sandbox did not start: ")
                .hasMessageContaining("levle");
    }
}
