package kz.paysandbox.emulator.blackbox.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Control;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever mistypes a name is told, and told which was meant; nothing is quietly ignored. */
class MistypedNamesTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();
    private final Control control = world.control();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /requets | | 404 | unknown-path | /__sandbox/requests",
                "GET | /requests?limt=5 | | 400 | unknown-parameter | limit",
                "GET | /requests?endpoint=r1%20qr%20creat | | 400 | invalid | r1 qr create",
                "GET | /findings?rule=kaspi.poll.too-fas | | 400 | invalid | kaspi.poll.too-fast",
                "GET | /findings?rul=x | | 400 | unknown-parameter | rule",
                "GET | /payments?bank=kapsi | | 400 | invalid | kaspi",
                "GET | /payments?scheme=r4 | | 400 | invalid | r1",
                "GET | /payments?status=processed | | 400 | invalid | Processed",
                "POST | /payments/1/scann | | 404 | unknown-path | scan",
                "POST | /payments/1/scan | {\"phon\":\"87010000001\"} | 400 | invalid | phone",
                "POST | /returns/1/scan | {\"phon\":\"87010000001\"} | 400 | invalid | phone",
                "PUT | /clock | {\"mode\":\"frozn\"} | 400 | invalid | frozen",
                "PUT | /clock | {\"mod\":\"frozen\"} | 400 | invalid | mode",
                "POST | /clock/advance | {\"bye\":\"PT1S\"} | 400 | invalid | by",
                "PUT | /customer | {\"mode\":\"pay\"} | 400 | invalid | pays",
                "PUT | /customer | {\"scanAftr\":\"PT1S\"} | 400 | invalid | scanAfter",
                "POST | /faults | {\"when\":{\"endpoint\":\"r1 qr creat\"},\"then\":{\"http\":500}} | 400 | invalid | r1 qr create",
                "POST | /faults | {\"when\":{},\"then\":{\"statuscode\":-999}} | 400 | invalid | statusCode",
                "POST | /faults | {\"when\":{},\"then\":{\"body\":\"malfromed\"}} | 400 | invalid | malformed",
                "POST | /requests/verify | {\"where\":{\"endpont\":\"r1 qr create\"}} | 400 | invalid | endpoint",
                "POST | /requests/verify | {\"where\":{\"endpoint\":\"r1 qr crete\"}} | 400 | invalid | r1 qr create",
                "POST | /scenarios/refund-answer-lots/activate | | 404 | unknown-scenario | refund-answer-lost",
                "GET | /scenarios/refund-answer-lots | | 404 | unknown-scenario | refund-answer-lost",
                "PATCH | /organizations/180340021971 | {} | 404 | unknown | 180340021791",
                "PATCH | /organizations/180340021791 | {\"paymentMethods\":[\"Redd\"]} | 400 | invalid | Red",
                "PUT | /callbacks/policy | {\"duplicate\":1} | 400 | invalid | duplicates",
                "POST | /worlds | {\"nam\":\"x\"} | 400 | invalid | name"
            })
    void a_problem_document_suggests_what_was_meant(
            String method, String path, String body, int status, String type, String suggestion) {
        Answer answer = control.send(method, path, Map.of(), body == null ? "" : body);

        assertThat(answer.expect(status).contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:kzpay-sandbox:" + type);
        assertThat(answer.json().path("suggestion").asText()).isEqualTo(suggestion);
        assertThat(answer.json().path("detail").asText()).contains("did you mean");
    }

    @Test
    void a_world_in_a_path_is_suggested_as_one_in_the_header_is() {
        String mistyped = world.name().replace("test", "tset");

        Answer deleted = control.delete("/worlds/" + mistyped).expect(404);
        Answer certificate = control.get("/worlds/" + mistyped + "/certificate").expect(404);

        assertThat(deleted.json().path("suggestion").asText()).startsWith("test-");
        assertThat(certificate.json().path("suggestion").asText()).startsWith("test-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/requests?limit=abc",
                "/requests?limit=-1",
                "/requests?limit=0",
                "/requests?since=yesterday",
                "/requests?since=-1",
                "/requests?since=1.5",
                "/requests?since=2027-01-01",
                "/requests?since=99999999999999999999",
                "/payments?limit=many",
                "/payments?limit=-5",
                "/world?verbose=1",
                "/clock?world=main"
            })
    void a_value_or_parameter_that_makes_no_sense_is_refused(String path) {
        Answer answer = control.get(path).expect(400);

        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":{\"min\":2,\"max\":1}}",
                "{\"count\":{\"min\":-1}}",
                "{\"count\":{\"max\":-1}}",
                "{\"count\":{\"min\":\"two\"}}",
                "{\"within\":\"soon\"}",
                "{\"where\":{\"http\":99}}"
            })
    void a_verification_that_nothing_could_meet_is_refused(String question) {
        assertThat(control.post("/requests/verify", question).expect(400).contentType())
                .startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"drop-aftr, drop-after", "status-cod=-999, status-code=-999", "nonsense, ''", "reason-code=484, ''"})
    void a_fault_that_the_bank_does_not_have_is_refused_and_nothing_happens(String name, String suggestion) {
        Bank bank = world.bank("r1");
        Map<String, String> headers = new HashMap<>(bank.headers());
        headers.put("X-Sandbox-Fault", name);
        String body = "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":100}";

        Answer answer = bank.send("POST", "/r1/v01/qr/create", headers, Optional.of(body.getBytes(UTF_8)))
                .expect(400);

        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:kzpay-sandbox:unknown-fault");
        assertThat(answer.json().path("suggestion").asText()).isEqualTo(suggestion);
        assertThat(control.findings()).containsExactly("sandbox.fault.unknown");
        assertThat(control.notes()).anyMatch(note -> note.contains("X-Sandbox-Fault"));
        assertThat(control.get("/payments").json()).isEmpty();
    }

    @Test
    void a_bank_path_that_is_nearly_one_has_a_note() {
        Bank bank = world.bank("r1");
        bank.get("payment/sttus/1").expect(404);
        bank.get("qr/create").expect(405);

        assertThat(control.notes())
                .anyMatch(note -> note.contains("did you mean GET /r1/v01/payment/status/"))
                .anyMatch(note -> note.contains("did you mean POST /r1/v01/qr/create (r1 qr create)?"));
    }

    @Test
    void the_nearest_misses_are_explained_field_by_field_most_similar_first() {
        Bank bank = world.bank("r1");
        bank.tradePoints();
        bank.qr(100);
        bank.qr(200);
        bank.get("health/ping");

        JsonNode problem = control.post("/requests/verify", """
                                {"where":{"endpoint":"r1 qr create","body":{"Amount":100}},"count":{"min":2}}""").expect(422).json();

        assertThat(problem.path("detail").asText()).isEqualTo("1 requests match, wanted are at least 2");
        assertThat(problem.path("matched")).hasSize(1);
        assertThat(problem.path("matched").path(0).asLong()).isEqualTo(2);
        assertThat(problem.path("nearest").path(0).path("number").asLong()).isEqualTo(3);
        assertThat(problem.path("nearest").path(0).path("differences").path(0).asText())
                .isEqualTo("body Amount is '200', not '100'");
        assertThat(problem.path("nearest"))
                .hasSize(3)
                .noneMatch(miss -> miss.path("number").asLong() == 2);
        assertThat(problem.path("nearest").path(1).path("differences").toString())
                .contains("endpoint is 'r1 health ping', not 'r1 qr create'", "body has no Amount");
    }

    @Test
    void too_many_matches_are_named_instead() {
        Bank bank = world.bank("r1");
        bank.qr(100);
        bank.qr(100);

        JsonNode problem = control.post("/requests/verify", """
                                {"where":{"endpoint":"r1 qr *"},"count":{"min":1,"max":1}}""").expect(422).json();

        assertThat(problem.path("detail").asText()).isEqualTo("2 requests match, wanted are exactly 1");
        assertThat(problem.path("matched")).hasSize(2);
        assertThat(problem.path("nearest")).isEmpty();
    }

    @Test
    void the_catalogue_has_every_rule() {
        JsonNode findings = control.get("/catalogue").expect(200).json().path("findings");

        assertThat(findings).hasSizeGreaterThan(45);
        assertThat(findings.findValuesAsText("rule")).doesNotHaveDuplicates().contains("epay.token.reused");
    }

    @ParameterizedTest
    @CsvSource({"r1 *, reasonCode", "epay payment cryptopay, statusCode", "epay *, statusCode"})
    void a_fault_whose_code_no_bank_of_its_endpoints_has_is_refused(String endpoint, String code) {
        Answer answer = control.post(
                        "/faults", "{\"when\":{\"endpoint\":\"" + endpoint + "\"},\"then\":{\"" + code + "\":-999}}")
                .expect(400);

        assertThat(answer.json().path("detail").asText()).contains("is of a bank that has no such code");
    }

    @ParameterizedTest
    @CsvSource({"r1 qr create, 400", "* create, 400", "r4 *, 400", "*, 201", "r1 *, 201", "epay *, 201"})
    void a_handshake_is_refused_by_listener_and_not_by_row(String endpoint, int status) {
        control.post("/faults", "{\"when\":{\"endpoint\":\"" + endpoint + "\"},\"then\":{\"handshake\":\"refuse\"}}")
                .expect(status);
        control.delete("/faults");
    }

    @Test
    void a_reason_code_that_no_bank_has_is_refused_wherever_it_is_asked_for() {
        control.post("/faults", """
                {"when":{"endpoint":"epay *"},"then":{"reasonCode":9999999999}}""").expect(400);
    }

    @Test
    void verify_reads_a_long_text() {
        world.bank("r1").post("device/register", "{\"DeviceId\":\"" + "x".repeat(20_000) + "\",\"TradePointId\":1}");

        control.post("/requests/verify", """
                {"where":{"body":{"TradePointId":"1"}},"count":{"min":1}}""").expect(200);
    }
}
