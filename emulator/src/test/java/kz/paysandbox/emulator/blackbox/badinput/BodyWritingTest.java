package kz.paysandbox.emulator.blackbox.badinput;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Http;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in other encodings than UTF-8, and values with blanks around them: told of, and refused at level strict. */
class BodyWritingTest {

    @RegisterExtension
    static final Sandbox DOCUMENTED = Sandbox.with();

    @RegisterExtension
    static final Sandbox STRICT = Sandbox.with("level", "strict");

    @RegisterExtension
    static final Sandbox UTF_8_ONLY = Sandbox.with("kaspi.body-encoding", "utf-8", "epay.body-encoding", "utf-8");

    private static final String CYRILLIC = "windows-1251";
    private static final String CREATE = "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":1,\"ExternalId\":\"я\"}";

    static Stream<byte[]> wide() {
        return Stream.of(
                ("\ufeff" + CREATE).getBytes(UTF_8),
                ("\ufeff" + CREATE).getBytes(UTF_16LE),
                CREATE.getBytes(UTF_16LE),
                CREATE.getBytes(UTF_16BE),
                CREATE.getBytes(Charset.forName("UTF-32LE")),
                CREATE.getBytes(Charset.forName("UTF-32BE")));
    }

    @ParameterizedTest
    @MethodSource("wide")
    void kaspi_reads_other_encodings_of_unicode_with_a_finding_and_not_at_strict(byte[] body) {
        TestWorld world = DOCUMENTED.world();
        assertThat(world.bank("r1").post("qr/create", body).code()).isZero();
        assertThat(rules(world)).contains("kaspi.body.encoding");

        TestWorld strict = STRICT.world();
        assertThat(strict.bank("r1").post("qr/create", body).expect(400).code()).isEqualTo(-400);
        assertThat(rules(strict)).contains("kaspi.body.encoding");

        assertThat(UTF_8_ONLY
                        .world()
                        .bank("r1")
                        .post("qr/create", body)
                        .expect(400)
                        .code())
                .isEqualTo(-400);
    }

    @Test
    void kaspi_says_that_a_body_is_windows_1251() {
        TestWorld world = DOCUMENTED.world();
        world.bank("r1")
                .post("qr/create", CREATE.getBytes(Charset.forName(CYRILLIC)))
                .expect(400);
        assertThat(world.control().get("/findings").body()).contains("kaspi.body.encoding", "read as windows-1251");
    }

    @Test
    void kaspi_says_that_a_charset_is_named_which_is_not_utf_8() {
        TestWorld world = DOCUMENTED.world();
        Bank bank = world.bank("r1");
        Map<String, String> headers = new HashMap<>(bank.headers());
        headers.put("Content-Type", "application/json; charset=windows-1251");
        byte[] ascii = CREATE.replace("я", "a").getBytes(UTF_8);
        bank.send("POST", "/r1/v01/qr/create", headers, Optional.of(ascii)).expect(200);
        assertThat(world.control().get("/findings").body()).contains("Content-Type says charset=windows-1251");

        headers.put("Content-Type", "application/json; charset=UTF-8");
        TestWorld quiet = DOCUMENTED.world();
        headers.put("Api-Key", quiet.apiKey());
        quiet.bank("r1").send("POST", "/r1/v01/qr/create", headers, Optional.of(CREATE.getBytes(UTF_8)));
        assertThat(rules(quiet)).doesNotContain("kaspi.body.encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s%%0A", "%%20%s", "%s%%0D%%0A", "%s\n"})
    void epay_takes_blanks_off_with_a_finding_and_not_at_strict(String written) {
        TestWorld world = DOCUMENTED.world();
        assertThat(token(DOCUMENTED, world, written).status()).isEqualTo(200);
        assertThat(rules(world)).contains("epay.value.blanks");

        TestWorld strict = STRICT.world();
        Answer refused = token(STRICT, strict, written);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_request");
        assertThat(rules(strict)).contains("epay.value.blanks");
    }

    @Test
    void epay_says_nothing_of_a_form_as_it_should_be() {
        TestWorld world = STRICT.world();
        assertThat(token(STRICT, world, "%s").status()).isEqualTo(200);
        assertThat(rules(world)).doesNotContain("epay.value.blanks", "epay.body.encoding");
    }

    @Test
    void epay_reads_json_in_other_encodings_with_a_finding_and_not_at_strict() {
        for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE, Charset.forName("UTF-32LE")}) {
            TestWorld world = DOCUMENTED.world();
            assertThat(json(DOCUMENTED, world, charset).status()).isEqualTo(200);
            assertThat(rules(world)).contains("epay.body.encoding");
            assertThat(json(STRICT, STRICT.world(), charset).status()).isEqualTo(400);
            assertThat(json(UTF_8_ONLY, UTF_8_ONLY.world(), charset).status()).isEqualTo(400);
        }
        TestWorld cyrillic = DOCUMENTED.world();
        assertThat(json(DOCUMENTED, cyrillic, Charset.forName(CYRILLIC)).status())
                .isEqualTo(400);
        assertThat(rules(cyrillic)).contains("epay.body.encoding");
    }

    private static Answer token(Sandbox sandbox, TestWorld world, String written) {
        String form = "grant_type=client_credentials&scope=payment&client_id=" + epay(world, "clientId") + "&terminal="
                + epay(world, "terminal") + "&client_secret=" + written.formatted(epay(world, "clientSecret"));
        return post(sandbox, world, "application/x-www-form-urlencoded", form.getBytes(UTF_8));
    }

    private static Answer json(Sandbox sandbox, TestWorld world, Charset charset) {
        String json =
                "{\"grant_type\":\"client_credentials\",\"scope\":\"payment\",\"postLink\":\"https://shop.example/я\","
                        + "\"client_id\":\"" + epay(world, "clientId") + "\",\"terminal\":\"" + epay(world, "terminal")
                        + "\",\"client_secret\":\"" + epay(world, "clientSecret") + "\"}";
        return post(sandbox, world, "application/json", json.getBytes(charset));
    }

    private static Answer post(Sandbox sandbox, TestWorld world, String type, byte[] body) {
        return Http.tls(sandbox.port("epay"), sandbox.anonymous())
                .send(
                        "POST",
                        "/oauth2/token",
                        Map.of("Content-Type", type, "X-Sandbox-World", world.name()),
                        Optional.of(body));
    }

    private static String epay(TestWorld world, String member) {
        return world.control().get("/world").json().path("epay").path(member).asText();
    }

    private static List<String> rules(TestWorld world) {
        return world.control().get("/findings").json().findValuesAsText("rule");
    }
}
