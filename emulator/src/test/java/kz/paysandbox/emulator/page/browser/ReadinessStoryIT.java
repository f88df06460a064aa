package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The verdict on the page follows what the application does. */
class ReadinessStoryIT {

    @RegisterExtension
    @Order(1)
    static final OpenBrowser BROWSER = new OpenBrowser();

    @RegisterExtension
    @Order(2)
    static final Sandbox SANDBOX = Sandbox.with();

    private final Browser browser = BROWSER.browser();
    private final TestWorld world = SANDBOX.world();
    private final PageView page = new PageView(browser, SANDBOX.port("control"), world.name());

    @Test
    void a_payment_with_another_organisations_device_is_not_ready_until_the_world_begins_anew() {
        browser.size(1280, 900);
        page.open("findings");
        page.awaitPart(".verdict[data-verdict='not-known']");

        Bank r1 = world.bank("r1");
        r1.create(foreignDevice(), 100);
        page.awaitPart(".verdict[data-verdict='not-ready']");
        assertThat(browser.text(".verdict")).contains("money or service: 1", "r1, r3");
        page.press(".rule[data-rule='kaspi.device.wrong-bin'] summary");
        page.awaitText(".rule[data-rule='kaspi.device.wrong-bin']", "4.2.3: a device is registered for");
        browser.screenshot(OpenBrowser.PICTURES, "readiness");
        assertThat(browser.text("#not-exercised")).contains("kaspi.poll.too-fast", "ask for its status twice");
        page.press("#passed summary");
        page.awaitText("#passed", "kaspi.request-id.missing");
        page.press(".rule[data-rule='kaspi.device.wrong-bin'] .numbers a");
        page.awaitText(".exchange .finding-note", "registered for 990340000013");

        page.go("findings");
        page.awaitPart(".verdict[data-verdict='not-ready']");
        world.control().post("/reset", "").expect(200);
        page.awaitPart(".verdict[data-verdict='not-known']");
        assertThat(browser.has(".rule")).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void it_speaks_three_languages() {
        world.bank("r1").tradePoints();
        page.open("findings");
        page.awaitText(".verdict", "Judged by what was called: r1");
        page.choose("ru");
        page.awaitText(".verdict", "Оценено по тому, что вызывалось: r1");
        page.awaitText("#not-exercised", "пусть приложение дважды запросит его статус");
        page.choose("kk");
        page.awaitText(".verdict", "Шақырылғаны бойынша бағаланды: r1");
    }

    /** A device of another organisation than the Api-Key's. */
    private String foreignDevice() {
        return world.bank("r3")
                .post(
                        "device/register",
                        Map.of("DeviceId", "till-9", "TradePointId", 101, "OrganizationBin", "990340000013"))
                .data()
                .path("DeviceToken")
                .asText();
    }
}
