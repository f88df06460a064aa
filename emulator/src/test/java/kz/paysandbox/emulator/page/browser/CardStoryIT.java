package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.epay.Merchant;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A payment by card with 3-D Secure, answered on the customer's phone, and the callback that follows. */
class CardStoryIT {

    @RegisterExtension
    static final OpenBrowser BROWSER = new OpenBrowser();

    private EpaySandbox bank;
    private Merchant merchant;

    @BeforeEach
    void start() {
        bank = EpaySandbox.start();
        merchant = Merchant.open();
    }

    @AfterEach
    void stop() {
        merchant.close();
        bank.close();
    }

    @Test
    void the_issuer_asks_the_phone_and_the_shop_is_told() {
        Browser browser = BROWSER.browser();
        PageView page = new PageView(browser, bank.port("control"), "main");
        browser.size(1280, 900);
        page.open("payments");
        String id = challenged();

        page.press(".row[data-id='" + id + "']");
        page.awaitText(".phone[data-screen=issuer]", "is it you who pays?");
        page.press("[data-act=confirm]");

        page.awaitPart(".payment[data-status=CHARGE]");
        page.awaitPart(".phone[data-screen=paid]");
        assertThat(merchant.next().path("code").asText()).isEqualTo("ok");
        page.go("callbacks");
        page.awaitText(".callback", "delivered");
        assertThat(browser.text(".callback .life")).contains("200");
    }

    @Test
    void the_phone_opens_the_hosted_page_and_answers_its3d_secure() {
        Browser browser = BROWSER.browser();
        PageView page = new PageView(browser, bank.port("control"), "main");
        String link = bank.postJson(
                        bank.base() + "/invoice",
                        bank.token(Map.of("scope", "payment")),
                        Map.of(
                                "shop_id", "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4",
                                "invoice_id", "720000018",
                                "amount", 250,
                                "currency", "KZT",
                                "description", "order",
                                "language", "eng"))
                .text("invoice_url");

        page.openPhone("");
        browser.type("#code", link);
        page.press(".phone form button");
        page.awaitPart("#hosted");
        assertThat(browser.script("return document.getElementById('hosted').href")
                        .asText())
                .isEqualTo(link);
        page.awaitPart("[data-checkout='720000018']");
        browser.go(browser.script("return document.querySelector('[data-checkout]').href")
                .asText());
        page.awaitPart("main[data-kind=form]");
        browser.click(".cards summary");
        browser.click(".pick[data-pan='4405640000003000']");
        browser.click("#pay");
        page.awaitPart("main[data-kind=acs]");
        browser.type("#code", browser.text("#shown-code"));
        browser.click("#confirm");
        page.awaitPart("main[data-kind=paid]");

        browser.size(1280, 900);
        page.open("payments");
        page.awaitText(".row", "720000018");
        page.awaitPart(".row [data-status=CHARGE]");
    }

    private String challenged() {
        String invoice = "710000017";
        Map<String, Object> order = new HashMap<>(Map.of(
                "amount",
                1500,
                "currency",
                "KZT",
                "name",
                "AIBEK SANDBOX",
                "cryptogram",
                bank.cryptogram("4405640000003000", "1235", "300"),
                "invoiceId",
                invoice,
                "description",
                "order",
                "postLink",
                merchant.url("/post")));
        return bank.postJson(bank.base() + "/payment/cryptopay", bank.invoiceToken(invoice, "1500"), order)
                .text("id");
    }
}
