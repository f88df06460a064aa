package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Cards that are kept, verified, paid with again and forgotten; and invoices by link. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedCardIT {

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
    void a_card_is_verified_kept_paid_with_and_forgotten() {
        Answer verified = verify("600001", "customer-1");
        assertThat(verified.text("status")).isEqualTo("VERIFIED");
        String cardId = verified.text("cardID");

        JsonNode cards = sandbox.get(sandbox.base() + "/cards/customer-1", sandbox.token(Map.of()))
                .json();
        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).get("ID").asText()).isEqualTo(cardId);
        assertThat(cards.get(0).get("CardMask").asText()).isEqualTo("4405...5096");
        assertThat(cards.get(0).get("CardHash").asText()).matches("[0-9a-f]{64}");
        assertThat(cards.get(0).get("PaymentAvailable").isBoolean()).isTrue();

        Answer paid = bySavedCard("600002", cardId);
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.json().get("code").asInt()).isZero();
        Answer old = sandbox.get(sandbox.base() + "/operation/600002", sandbox.token(Map.of()));
        assertThat(old.text("code")).isEqualTo("CHARGE");
        assertThat(old.text("reason")).isEqualTo("Successfully");

        sandbox.post(sandbox.base() + "/card/deactivate/" + cardId, sandbox.token(Map.of()), "application/json", "");
        Answer none = sandbox.get(sandbox.base() + "/cards/customer-1", sandbox.token(Map.of()));
        assertThat(none.json().get("code").asInt()).isEqualTo(1373);
        assertThat(bySavedCard("600003", cardId).status()).isEqualTo(400);
    }

    @Test
    void an_invoice_is_a_link_to_a_payment_page() {
        Answer invoice = sandbox.postJson(
                sandbox.base() + "/invoice",
                sandbox.token(Map.of("scope", "payment")),
                Map.of(
                        "shop_id", "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4",
                        "invoice_id", "610001",
                        "amount", 250,
                        "currency", "KZT",
                        "description", "Счёт",
                        "language", "kaz",
                        "expire_period", "1d"));
        assertThat(invoice.status()).isEqualTo(200);
        String url = invoice.text("invoice_url");
        assertThat(url).contains("/redirect/invoice-link/");
        String page =
                sandbox.get(url, "none").raw().headers().firstValue("Location").orElse("");
        Answer shown = sandbox.get(page, "none");
        assertThat(shown.body()).contains("<html lang=\"kk\">", "250.00", "Счёт");
        assertThat(sandbox.get(sandbox.control("/checkouts"), "none").json())
                .extracting(checkout -> checkout.path("kind").asText() + " "
                        + checkout.path("invoiceId").asText() + " "
                        + checkout.path("path").asText())
                .contains(
                        "link 610001 " + url.replaceFirst("^https://[^/]+", ""),
                        "page 610001 " + page.replaceFirst("^https://[^/]+", ""));
        assertThat(sandbox.postJson(sandbox.base() + "/invoice", sandbox.token(Map.of()), Map.of())
                        .text("message"))
                .contains("shop_id", "invoice_id", "amount", "currency", "description");
    }

    @Test
    void a_customer_on_the_page_pays_with_cards_of_their_own_account_alone() {
        String cardId = verify("620001", "customer-9").text("cardID");
        assertThat(onThePage("620002", "somebody-else", cardId).text("state")).isEqualTo("declined");
        assertThat(onThePage("620003", "", cardId).text("state")).isEqualTo("declined");
        assertThat(onThePage("620004", "customer-9", cardId).text("state")).isEqualTo("paid");
    }

    private Answer onThePage(String invoice, String account, String cardId) {
        Answer link = sandbox.postJson(
                sandbox.base() + "/invoice",
                sandbox.token(Map.of()),
                Map.of(
                        "shop_id",
                        "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4",
                        "invoice_id",
                        invoice,
                        "account_id",
                        account,
                        "amount",
                        250,
                        "currency",
                        "KZT",
                        "description",
                        "page"));
        String page = sandbox.get(link.text("invoice_url"), "none")
                .raw()
                .headers()
                .firstValue("Location")
                .orElse("");
        return sandbox.postJson(page + "/card", "", Map.of("cardId", cardId));
    }

    private Answer verify(String invoice, String account) {
        return sandbox.postJson(
                sandbox.base() + "/payment/cryptopay",
                sandbox.token(Map.of("invoiceID", invoice, "amount", "0", "currency", "USD")),
                CardOrders.of(
                        CardOrders.good(sandbox),
                        invoice,
                        Map.of(
                                "currency",
                                "USD",
                                "amount",
                                0,
                                "description",
                                "verify",
                                "accountId",
                                account,
                                "cardSave",
                                true)));
    }

    private Answer bySavedCard(String invoice, String cardId) {
        return sandbox.postJson(
                sandbox.base() + "/payments/cards/auth",
                sandbox.invoiceToken(invoice, "100"),
                Map.of(
                        "amount",
                        BigDecimal.valueOf(100),
                        "currency",
                        "KZT",
                        "terminalId",
                        EpaySandbox.TERMINAL,
                        "invoiceId",
                        invoice,
                        "paymentType",
                        "cardId",
                        "recurrent",
                        true,
                        "cardId",
                        Map.of("id", cardId)));
    }
}
