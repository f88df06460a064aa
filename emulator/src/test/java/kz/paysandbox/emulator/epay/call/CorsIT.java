package kz.paysandbox.emulator.epay.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.epay.EpayEndpoints;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a shop's page in a browser may read of the bank's answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorsIT {

    private static final String SHOP = "http://localhost:3000";

    private EpaySandbox sandbox;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void a_browser_may_ask_for_every_row_of_the_api() {
        EpayEndpoints.TABLE.stream()
                .filter(row -> !isPage(row.path()))
                .map(row -> row.path().replaceAll("\\{[a-zA-Z]+}", "x"))
                .forEach(path -> {
                    Answer asked = preflight(sandbox, path, "authorization,content-type,x-requested-with");
                    assertThat(asked.status()).as(path).isEqualTo(204);
                    assertThat(header(asked, "Access-Control-Allow-Origin")).contains("*");
                    assertThat(header(asked, "Access-Control-Allow-Methods").orElse(""))
                            .contains("GET", "POST");
                    assertThat(header(asked, "Access-Control-Allow-Headers"))
                            .contains("authorization,content-type,x-requested-with");
                });
    }

    @Test
    void answers_and_refusals_are_readable() {
        assertThat(allowed(token(sandbox, EpaySandbox.SECRET))).isTrue();
        Answer wrong = token(sandbox, "wrong");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(allowed(wrong)).isTrue();
        assertThat(allowed(sandbox.get(sandbox.base() + "/cards/me", "nobody's")))
                .isTrue();
        assertThat(allowed(sandbox.get(sandbox.base() + "/no/such/address", "x")))
                .isTrue();
        assertThat(allowed(sandbox.get(sandbox.base() + "/payment/cryptopay", "x")))
                .isTrue();
        assertThat(allowed(sandbox.get(sandbox.base() + "/api/public.rsa", "x")))
                .isTrue();
        assertThat(allowed(sandbox.send(
                        HttpRequest.newBuilder(URI.create(sandbox.base() + "/check-status/payment/transaction/123456"))
                                .header("X-Sandbox-Fault", "reason-code=454"))))
                .isTrue();
    }

    @Test
    void pages_are_not() {
        assertThat(allowed(sandbox.get(sandbox.base() + "/payform/pay/x", "x"))).isFalse();
        assertThat(allowed(sandbox.get(sandbox.base() + "/payform/?params=x", "x")))
                .isFalse();
        assertThat(preflight(sandbox, "/payform/pay/x/card", "content-type").status())
                .isEqualTo(405);
    }

    @Test
    void names_of_headers_that_are_none_are_not_said_back() {
        assertThat(header(preflight(sandbox, "/oauth2/token", "a: b"), "Access-Control-Allow-Headers"))
                .contains("Authorization, Content-Type");
        Answer noBrowser = sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.base() + "/oauth2/token"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(noBrowser.status()).isEqualTo(405);
    }

    @Test
    void the_switch_narrows_it_to_the_token_or_to_nothing() {
        try (EpaySandbox tokenOnly = EpaySandbox.start(Map.of("epay.cors", "token"))) {
            assertThat(allowed(token(tokenOnly, EpaySandbox.SECRET))).isTrue();
            assertThat(preflight(tokenOnly, "/epay2/oauth2/token", "content-type")
                            .status())
                    .isEqualTo(204);
            assertThat(allowed(tokenOnly.get(tokenOnly.base() + "/cards/me", "x")))
                    .isFalse();
        }
        try (EpaySandbox off = EpaySandbox.start(Map.of("epay.cors", "off"))) {
            assertThat(allowed(token(off, EpaySandbox.SECRET))).isFalse();
            assertThat(preflight(off, "/oauth2/token", "content-type").status()).isEqualTo(405);
        }
    }

    private static boolean isPage(String path) {
        return path.contains("payform") || path.startsWith("/acs") || path.startsWith("/redirect");
    }

    private static Answer token(EpaySandbox sandbox, String secret) {
        return sandbox.postForm(
                sandbox.base() + "/oauth2/token",
                "",
                Map.of(
                        "grant_type", "client_credentials",
                        "scope", "payment",
                        "client_id", "test",
                        "client_secret", secret));
    }

    private static Answer preflight(EpaySandbox sandbox, String path, String headers) {
        return sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.base() + path))
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", headers)
                .header("Origin", SHOP)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    private static boolean allowed(Answer answer) {
        return header(answer, "Access-Control-Allow-Origin").filter("*"::equals).isPresent();
    }

    private static Optional<String> header(Answer answer, String name) {
        return answer.raw().headers().firstValue(name);
    }
}
