package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shop could not have learned, and addresses and numbers that only a sandbox takes. */
class OutcomeFindingsIT extends WatchedShop {

    @Test
    void an_outcome_that_only_the_browser_brought_back() {
        checkout("100001", Map.of());
        assertThat(rules()).isEmpty();
        later("PT9M");
        assertThat(rules()).isEmpty();
        later("PT1M");

        assertThat(rules()).containsExactly("epay.outcome.unasked");
        assertThat(finding("epay.outcome.unasked").path("evidence").asText())
                .isEqualTo("invoice 100001 became CHARGE; no postLink was told, and nobody asked for its status within"
                        + " 10 minutes");
        assertThat(finding("epay.outcome.unasked").path("requests")).hasSize(1);
    }

    @Test
    void an_outcome_that_was_asked_for_or_told() {
        checkout("100001", Map.of());
        status("100001");
        checkout("100002", Map.of("postLink", "https://shop.example/post"));
        later("PT1H");

        assertThat(rules()).doesNotContain("epay.outcome.unasked");
    }

    @Test
    void a_callback_that_no_bank_could_make() {
        pay("100001", Map.of("postLink", merchant.url("/post")));
        pay("100002", Map.of("postLink", merchant.url("/post"), "failurePostLink", "http://shop.example/"));

        assertThat(evidence("epay.callback.unreachable"))
                .containsExactly(
                        "postLink is plain http, to a host of this machine or of a private network",
                        "failurePostLink is plain http");
        assertThat(finding("epay.callback.unreachable").path("severity").asText())
                .isEqualTo("note");
        assertThat(finding("epay.callback.unreachable").path("count").asInt()).isEqualTo(2);
    }

    @Test
    void a_number_that_the_bank_refuses() {
        pay("INV-000123", Map.of());

        assertThat(finding("epay.invoice.format").path("severity").asText()).isEqualTo("warning");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "//oauth2/token | the path has a doubled slash",
                "/payment/cryptpay | did you mean POST /payment/cryptopay"
            })
    void an_address_near_one_of_the_pages(String path, String words) {
        sandbox.postForm(sandbox.base() + path, "", Map.of());

        assertThat(rules()).containsExactly("epay.call.unknown");
        assertThat(finding("epay.call.unknown").path("evidence").asText()).contains(words);
    }

    @Test
    void another_method_is_answered_with_those_that_there_are() {
        var epay = sandbox.get(sandbox.base() + "/api/payment/cryptopay", "");
        assertThat(epay.status()).isEqualTo(405);
        assertThat(epay.raw().headers().firstValue("Allow")).contains("POST");
        var control = sandbox.post(sandbox.control("/payments/15"), "", "application/json", "");
        assertThat(control.status()).isEqualTo(405);
        assertThat(control.raw().headers().firstValue("Allow")).contains("GET");
        var several = sandbox.post(sandbox.control("/faults/f1"), "", "application/json", "");
        assertThat(several.raw().headers().firstValue("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("DELETE"));
        assertThat(rules()).containsExactly("epay.call.unknown");
    }

    @Test
    void what_browsers_ask_for_is_no_call() {
        sandbox.get(sandbox.base() + "/favicon.ico", "");

        assertThat(rules()).isEmpty();
    }

    private void later(String by) {
        sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", by));
    }
}
