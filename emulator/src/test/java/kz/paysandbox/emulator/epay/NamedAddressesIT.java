package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Addresses with letters beyond ASCII and with a fragment, where browsers are sent and where merchants are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedAddressesIT {

    private EpaySandbox sandbox;
    private Merchant merchant;
    private int invoices = 610_000;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
        merchant = Merchant.open();
    }

    @AfterAll
    void stop() {
        merchant.close();
        sandbox.close();
    }

    @Test
    void a_browser_is_sent_to_an_encoded_address_with_the_outcome_before_the_fragment() {
        assertThat(failed("https://shop.example/путь?x=я"))
                .isEqualTo("https://shop.example/%D0%BF%D1%83%D1%82%D1%8C?x=%D1%8F&errorCode=455");
        assertThat(failed("https://shop.example/sorry#frag"))
                .isEqualTo("https://shop.example/sorry?errorCode=455#frag");
        assertThat(failed("https://shop.example/my order")).isEqualTo("https://shop.example/my%20order?errorCode=455");
    }

    @Test
    void a_merchant_is_told_at_an_encoded_address() {
        failed("https://shop.example/sorry");
        assertThat(merchant.next().get("code").asText()).isEqualTo("error");
        assertThat(merchant.targets()).last().isEqualTo("/%D0%BF%D0%BE%D1%81%D1%82?%D1%8F=1");
    }

    @Test
    void the_ledger_shows_an_address_without_its_secrets() {
        failed("https://shop.example/sorry", "/post?api_key=planted-1&card=4405639704015096");
        merchant.next();
        assertThat(sandbox.get(sandbox.control("/callbacks"), "none").body())
                .contains("/post?api_key=key#1&card=4405...5096")
                .doesNotContain("planted-1", CardOrders.GOOD);
    }

    private String failed(String failureBackLink) {
        return failed(failureBackLink, "/пост?я=1#part");
    }

    private String failed(String failureBackLink, String post) {
        String invoice = String.valueOf(invoices += 17);
        JsonNode challenged = sandbox.postJson(
                        sandbox.base() + "/payment/cryptopay",
                        sandbox.invoiceToken(invoice, "100"),
                        CardOrders.of(
                                CardOrders.withThreeDs(sandbox),
                                invoice,
                                Map.of("failureBackLink", failureBackLink, "postLink", merchant.url(post))))
                .json();
        sandbox.postJson(sandbox.control("/payments/" + challenged.get("id").asText() + "/expire"), "", Map.of());
        return sandbox.postForm(
                        sandbox.base() + "/payments/cards/confirmPayment?Access=" + sandbox.token(Map.of()),
                        "",
                        Map.of("MD", challenged.at("/secure3D/md").asText(), "PaRes", "x"))
                .raw()
                .headers()
                .firstValue("Location")
                .orElse("");
    }
}
