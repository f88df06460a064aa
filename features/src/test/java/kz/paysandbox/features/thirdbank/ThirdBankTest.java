package kz.paysandbox.features.thirdbank;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import kz.paysandbox.features.Banks;
import kz.paysandbox.features.Verify;
import kz.paysandbox.features.bank.Settings;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.run.Participants;
import kz.paysandbox.features.run.Plan;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Result.Verdict;
import kz.paysandbox.features.run.Suite;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.targets.Targets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank that is added from outside is run as the suite's own are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThirdBankTest {

    private final SuiteBanks banks = new SuiteBanks(
            Stream.concat(Banks.all().all().stream(), Stream.of(new ToyBank())).toList());
    private final WireMockServer bank =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    ThirdBankTest() {
        bank.stubFor(get(urlPathEqualTo("/pay")).willReturn(ok("paid")));
        bank.stubFor(get(urlEqualTo("/pay?tenge=1001")).willReturn(aResponse().withStatus(400)));
        bank.start();
    }

    @AfterAll
    void stop() {
        bank.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "adapter"})
    void its_test_stand_is_a_target_and_its_scenarios_hold(String driver) {
        assertThat(Verify.run(banks, "--target=toy-test", "--set=TOY_URL=" + bank.baseUrl(), "--driver=" + driver))
                .isZero();
    }

    @Test
    void its_addresses_make_a_custom_target() {
        assertThat(Verify.run(banks, "--target=custom", "--set=TOY_URL=" + bank.baseUrl()))
                .isZero();
    }

    @Test
    void its_production_is_refused_by_its_host() {
        assertThat(Verify.run(banks, "--target=toy-test", "--set=TOY_URL=https://pay.toy-bank.example"))
                .isEqualTo(2);
    }

    @Test
    void a_failed_scenario_shows_its_exchanges_without_the_secrets(@TempDir Path folder) throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.feature"), """
                Feature: a shop that does not know the limit
                  Scenario: Too much
                    When the customer pays 1002 tenge at the toy bank
                    Then the bank agrees
                """);
        bank.stubFor(get(urlEqualTo("/pay?tenge=1002"))
                .willReturn(aResponse().withStatus(400).withBody("{\"toy_key\":\"k-123\",\"why\":\"too much\"}")));
        Randomness random = Randomness.of(new Random(1));
        Settings settings = new Settings(Map.of("TOY_URL", bank.baseUrl()));
        try (ShopServer shops = ShopServer.local();
                Target target = new Targets(banks, random).named("toy-test", settings)) {
            Participants participants = Participants.of(banks, target, Driver.raw(banks, random), shops, random);
            Result failed = Suite.run(new Plan(participants, List.of(wrong.toString()), "", List.of(), 1, 1))
                    .failures()
                    .get(0);

            assertThat(failed.details().bank()).isEqualTo("Toy Bank");
            assertThat(failed.reason()).contains("too much").doesNotContain("k-123");
            assertThat(failed.details().exchanges()).singleElement().satisfies(exchange -> {
                assertThat(exchange.target()).isEqualTo("/pay?tenge=1002");
                assertThat(exchange.outcome()).isEqualTo("400");
                assertThat(exchange.answer()).isEqualTo("{\"toy_key\":\"***\",\"why\":\"too much\"}");
            });
        }
    }

    @Test
    void its_scenarios_run_beside_those_of_the_other_banks_which_are_not_given_there() {
        Randomness random = Randomness.of(new Random(1));
        Settings settings = new Settings(Map.of("TOY_URL", bank.baseUrl()));
        try (ShopServer shops = ShopServer.local();
                Target target = new Targets(banks, random).named("toy-test", settings)) {
            Report report =
                    Suite.run(Plan.of(Participants.of(banks, target, Driver.adapter(banks, random), shops, random), 1));

            assertThat(report.failures()).isEmpty();
            assertThat(report.results())
                    .filteredOn(result -> result.verdict() == Verdict.PASSED)
                    .extracting(Result::name)
                    .containsExactly("The customer pays at the toy bank", "The toy bank takes no more than a thousand");
            assertThat(report.skipped()).containsKeys("Kaspi Pay is not given there", "Halyk ePay is not given there");
        }
    }
}
