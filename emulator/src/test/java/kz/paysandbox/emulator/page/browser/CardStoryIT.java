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
