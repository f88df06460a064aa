package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens: three kinds of bodies, grants, expiry, refusals. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenIT {

    private EpaySandbox sandbox;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/api/oauth2/token", "/epay2/oauth2/token"})
    void every_hosts_path_gives_a_token_with_a_numeric_life(String path) {
        Answer answer = sandbox.postForm(sandbox.base() + path, "", fields());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("expires_in").isInt()).isTrue();
        assertThat(answer.json().get("expires_in").asInt()).isEqualTo(7200);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.text("refresh_token")).isEmpty();
        assertThat(answer.text("access_token")).hasSize(22);
    }

    @Test
    void a_multipart_form_is_read_and_its_secret_stays_out_of_the_journal() {
        StringBuilder body = new StringBuilder();
        fields().forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        Answer answer = sandbox.post(
                sandbox.base() + "/oauth2/token", "", "multipart/form-data; boundary=b", body + "--b--\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(sandbox.get(sandbox.control("/requests"), "x").body()).doesNotContain(EpaySandbox.SECRET);
    }

    @Test
    void json_is_read_and_is_a_finding() {
        assertThat(sandbox.postJson(sandbox.base() + "/oauth2/token", "", fields())
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.get(sandbox.control("/findings"), "x").body()).contains("epay.token.json-body");
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret, wrong, 401, invalid_client",
        "client_id, nobody, 401, invalid_client",
        "grant_type, magic, 400, unsupported_grant_type",
        "scope, everything, 400, invalid_scope",
        "amount, much, 400, invalid_request",
        "currency, EUR, 400, invalid_request"
    })
    void what_is_wrong_is_refused_as_oauth_says(String field, String value, int status, String error) {
        Map<String, String> fields = fields();
        fields.put(field, value);
        Answer answer = sandbox.postForm(sandbox.base() + "/oauth2/token", "", fields);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("error")).isEqualTo(error);
    }

    @Test
    void a_passwords_token_is_renewed_once() {
        Map<String, String> fields = fields();
        fields.putAll(Map.of("grant_type", "password", "username", "cashier", "password", "secret"));
        Answer first = sandbox.postForm(sandbox.base() + "/oauth2/token", "", fields);
        assertThat(first.json().get("expires_in").asInt()).isEqualTo(43199);
        fields.putAll(Map.of("grant_type", "refresh_token", "refresh_token", first.text("refresh_token")));
        assertThat(sandbox.postForm(sandbox.base() + "/oauth2/token", "", fields)
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.postForm(sandbox.base() + "/oauth2/token", "", fields)
                        .text("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_token_expires_by_the_worlds_clock() {
        String token = sandbox.token(Map.of());
        sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", "PT2H"));
        Answer answer = sandbox.get(sandbox.base() + "/check-status/payment/transaction/123456", token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("error")).isEqualTo("invalid_token");
    }

    @Test
    void a_token_that_may_not_pay_does_not_pay() {
        String token = sandbox.token(Map.of("scope", "webapi"));
        assertThat(sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_life_can_be_written_as_text() {
        try (EpaySandbox other = EpaySandbox.start(Map.of("epay.expires-in", "string"))) {
            Answer answer = other.postForm(other.base() + "/oauth2/token", "", fields());
            assertThat(answer.json().get("expires_in").isTextual()).isTrue();
        }
    }

    private static Map<String, String> fields() {
        return new HashMap<>(Map.of(
                "grant_type", "client_credentials",
                "scope", EpaySandbox.SCOPE,
                "client_id", "test",
                "client_secret", EpaySandbox.SECRET,
                "invoiceID", "123456",
                "amount", "100",
                "currency", "KZT",
                "terminal", EpaySandbox.TERMINAL));
    }
}
