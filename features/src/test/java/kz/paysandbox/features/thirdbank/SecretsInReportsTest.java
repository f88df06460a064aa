package kz.paysandbox.features.thirdbank;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.paysandbox.features.Banks;
import kz.paysandbox.features.Verify;
import kz.paysandbox.features.bank.SuiteBanks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever sentence fails on an answer with secrets, no report of any format has them. */
class SecretsInReportsTest {

    private static final List<String> REPORTS = List.of("report.html", "junit.xml", "report.json", "report.ndjson");

    private static final List<String> SENTENCES = List.of(
            "the bank refuses with code 7",
            "the bank agrees",
            "the HTTP status is 418",
            "the bank's answer is as the document prints it: \"epay-authorisation-token\"",
            "the answer has \"access_token\" \"another\"",
            "the answer has \"data.phone\" \"another\"",
            "the answer's text has \"nothing of the kind\"",
            "the answer has a number \"access_token\"");

    private final SuiteBanks banks = new SuiteBanks(
            Stream.concat(Banks.all().all().stream(), Stream.of(new ToyBank())).toList());
    private final WireMockServer bank =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        bank.start();
    }

    @AfterEach
    void stop() {
        bank.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400})
    void no_format_has_a_secret_of_an_answer(int status) throws IOException {
        Random random = new Random(status);
        String token = "eyJ" + letters(random, 40) + "." + letters(random, 20);
        String apiKey = letters(random, 24);
        String inner = letters(random, 24);
        String phone = "7705" + digits(random, 7);
        String card = "4405639704015096";
        bank.stubFor(get(urlPathEqualTo("/pay"))
                .willReturn(aResponse().withStatus(status).withBody("""
                {"access_token":"%s","data":{"Api-Key":"%s","ApiKey":"%s","phone":%s,"PhoneNumber":"%s","hpan":"%s"},
                "cardNumber":"%s","said":"{\\"refresh_token\\":\\"%s\\"}","why":"too much"}""".formatted(
                                token, apiKey, apiKey, phone, phone, card, card, inner))));
        Path feature = Files.writeString(folder.resolve("secrets.feature"), scenarios());
        Path out = folder.resolve("out");

        int exit = Verify.run(
                banks,
                "--target=toy-test",
                "--set=TOY_URL=" + bank.baseUrl(),
                "--format=html,junit,json,messages",
                "--out=" + out,
                feature.toString());

        assertThat(exit).isEqualTo(1);
        for (String report : REPORTS) {
            assertThat(Files.readString(out.resolve(report)))
                    .as(report)
                    .contains("too much", "HTTP status of ")
                    .doesNotContain(token, apiKey, inner, phone, card);
        }
    }

    private static String scenarios() {
        return IntStream.range(0, SENTENCES.size())
                .mapToObj(number -> """
                          Scenario: sentence %d
                            When the customer pays 200 tenge at the toy bank
                            Then %s
                        """.formatted(number, SENTENCES.get(number)))
                .collect(Collectors.joining("\n", "Feature: secrets\n", ""));
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String digits(Random random, int count) {
        return random.ints(count, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }
}
