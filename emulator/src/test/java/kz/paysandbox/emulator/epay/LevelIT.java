package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import kz.paysandbox.emulator.epay.domain.codes.ReasonCodes;
import kz.paysandbox.emulator.epay.payform.BankScript;
import org.junit.jupiter.api.Test;

/** How closely callers are held to the bank's pages, and what scripted failures answer. */
class LevelIT {

    private static final Map<String, String> CLIENT = Map.of(
            "grant_type",
            "client_credentials",
            "scope",
            EpaySandbox.SCOPE,
            "client_id",
            "test",
            "client_secret",
            EpaySandbox.SECRET,
            "invoiceID",
            "INV-1",
            "terminal",
            EpaySandbox.TERMINAL);

    @Test
    void strict_refuses_what_the_pages_do_not_allow() {
        try (EpaySandbox sandbox = EpaySandbox.start(Map.of("level", "strict"))) {
            String url = sandbox.base() + "/oauth2/token";
            assertThat(sandbox.postJson(url, "", CLIENT).text("error")).isEqualTo("invalid_request");
            assertThat(sandbox.postForm(url, "", CLIENT).text("error_description"))
                    .contains("epay.invoice.format");
            String token = sandbox.token(Map.of());
            String refund = sandbox.base() + "/operation/x/refund";
            assertThat(sandbox.postForm(refund, token, Map.of()).status()).isEqualTo(400);
            assertThat(sandbox.postForm(refund, token, Map.of()).status()).isEqualTo(401);
        }
    }

    @Test
    void of_sixteen_operations_with_one_token_at_once_strict_serves_one() {
        try (EpaySandbox sandbox = EpaySandbox.start(Map.of("level", "strict"))) {
            for (int round = 0; round < 10; round++) {
                String token = sandbox.token(Map.of());
                String refund = sandbox.base() + "/operation/" + round + "/refund";
                var answers = AtOnce.call(16, n -> sandbox.postForm(refund, token, Map.of()));
                assertThat(answers).filteredOn(answer -> answer.status() != 401).hasSize(1);
            }
        }
    }

    @Test
    void strict_takes_the_payment_that_the_banks_script_puts_into_the_address() {
        try (EpaySandbox sandbox = EpaySandbox.start(Map.of("level", "strict"))) {
            Map<String, Object> payment = new HashMap<>(Map.of(
                    "invoiceId",
                    "100001",
                    "terminal",
                    EpaySandbox.TERMINAL,
                    "amount",
                    1500,
                    "currency",
                    "KZT",
                    "cardSave",
                    false,
                    "auth",
                    Map.of("access_token", sandbox.invoiceToken("100001", "1500"), "expires_in", 7200)));
            String address = sandbox.base() + "/payform/?oid=100001&isShortForm=true&params=";
            assertThat(sandbox.get(address + BankScript.params(payment), "x").status())
                    .isEqualTo(303);
            assertThat(sandbox.get(sandbox.control("/findings"), "x").body()).isEqualTo("[]");

            payment.put("summ", 1);
            payment.put("auth", sandbox.invoiceToken("100001", "1500"));
            assertThat(sandbox.get(address + BankScript.params(payment), "x").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void lenient_says_nothing() {
        try (EpaySandbox sandbox = EpaySandbox.start(Map.of("level", "lenient"))) {
            assertThat(sandbox.postJson(sandbox.base() + "/oauth2/token", "", CLIENT)
                            .status())
                    .isEqualTo(200);
            assertThat(sandbox.get(sandbox.control("/findings"), "x").body()).isEqualTo("[]");
        }
    }

    @Test
    void every_code_of_the_catalogue_comes_from_a_fault() {
        try (EpaySandbox sandbox = EpaySandbox.start()) {
            assertThat(ReasonCodes.all()).hasSizeGreaterThan(80);
            for (int code : ReasonCodes.all()) {
                Answer answer = sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.base() + "/payment/cryptopay"))
                        .header("X-Sandbox-Fault", "reason-code=" + code)
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.json().get("code").asInt()).isEqualTo(code);
                assertThat(answer.text("message"))
                        .isEqualTo(ReasonCodes.text(code).orElseThrow());
            }
        }
    }

    @Test
    void worlds_of_one_seed_differ_in_their_tags_alone_and_see_nothing_of_each_other() {
        try (EpaySandbox sandbox = EpaySandbox.start()) {
            var other = sandbox.postJson(sandbox.control("/worlds"), "", Map.of("seed", 1))
                    .json()
                    .get("epay");
            String own = sandbox.token(Map.of());
            String foreign = sandbox.tokenOf(
                    other.get("clientId").asText(),
                    other.get("clientSecret").asText(),
                    other.get("terminal").asText(),
                    Map.of());
            assertThat(foreign.substring(8)).isEqualTo(own.substring(8));
            assertThat(foreign.substring(0, 8)).isNotEqualTo(own.substring(0, 8));
            String status = sandbox.base() + "/check-status/payment/transaction/123456";
            assertThat(sandbox.get(status, foreign).text("resultCode")).isEqualTo("102");
            assertThat(sandbox.get(sandbox.control("/requests"), "x").body()).doesNotContain("check-status");
        }
    }
}
