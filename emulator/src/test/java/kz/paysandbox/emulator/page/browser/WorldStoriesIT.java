package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.blackbox.support.Tool;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be done to a world on the page, and that what callers send is never more than text. */
class WorldStoriesIT {

    private static final String ATTACK = "<img src=x onerror=document.title='broken'><script>alert(1)</script>";

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
    void a_fault_of_a_card_is_added_and_met() {
        browser.size(1280, 900);
        Bank bank = world.bank("r1");
        long payment = bank.qr(10);
        bank.status(payment).expect(200);
        page.open("trouble");
        page.press("[data-fault='http=N']");
        page.awaitPart("#fault-form");
        browser.type("[name=endpoint]", "\uE003r1 payment status");
        page.awaitText("#fault-meets", "r1 payment status");
        browser.type("[name=times]", "1");
        page.press("#add-fault");
        page.awaitPart(".fault");

        assertThat(bank.status(payment).status()).isEqualTo(503);

        page.awaitText(".fault", "happened 1 of 1");
        assertThat(browser.text(".fault")).contains("calls of r1 payment status → HTTP status 503");
        page.press(".fault .danger");
        browser.await("no fault", () -> !browser.has(".fault"));
        assertThat(bank.status(payment).state()).isEqualTo("QrTokenCreated");
    }

    @Test
    void a_scenario_is_played_and_stopped() {
        browser.size(1280, 900);
        page.open("trouble");
        page.press(".scenario[data-name='customer-declines'] .play");
        page.awaitText("#active", "The customer declines");
        page.press("#active .stop");
        browser.await("no scenario", () -> !browser.has("#active"));
    }

    @Test
    void two_worlds_stand_side_by_side() {
        browser.size(1280, 800);
        TestWorld other = SANDBOX.world();
        long here = world.bank("r1").qr(1);
        long there = other.bank("r1").qr(2);
        page.open("payments");
        page.awaitPart(".row[data-id='" + here + "'] .sum");
        assertThat(browser.text(".row .sum")).contains("1");

        page.change("#world", other.name());

        page.awaitText(".row[data-id='" + there + "'] .sum", "2");
        assertThat(page.number("document.querySelectorAll('.row').length")).isOne();
        assertThat(browser.url()).contains("world=" + other.name());
    }

    @Test
    void a_world_is_made_reset_and_deleted() {
        browser.size(1280, 900);
        String made = world.name() + "-made";
        world.bank("r1").qr(5);
        page.open("worlds");
        page.awaitText(".credentials", world.apiKey());
        browser.type("#make-world [name=name]", made);
        page.press("#make-world button");
        page.awaitPart(".world[data-world='" + made + "']");
        page.press("[data-do='delete " + made + "']");
        page.awaitText("[data-do='delete " + made + "']", "sure?");
        page.press("[data-do='delete " + made + "']");
        browser.await("one world less", () -> !browser.has(".world[data-world='" + made + "']"));
        page.press("[data-do='reset " + world.name() + "']");
        page.awaitText("[data-do='reset " + world.name() + "']", "sure?");
        page.press("[data-do='reset " + world.name() + "']");
        page.go("payments");
        page.awaitText(".empty", "No payments yet");
    }

    @Test
    void a_deleted_world_that_was_looked_at_gives_way_to_the_main_one() {
        browser.size(1280, 900);
        TestWorld other = SANDBOX.world();
        new PageView(browser, SANDBOX.port("control"), other.name()).open("worlds");
        page.awaitText(".credentials", other.apiKey());
        page.press("[data-do='delete " + other.name() + "']");
        page.awaitText("[data-do='delete " + other.name() + "']", "sure?");
        page.press("[data-do='delete " + other.name() + "']");
        browser.await("the main world", () -> browser.url().contains("world=main"));
        page.awaitText("#stream[data-state=live]", "live");
        browser.await("one world less", () -> !browser.has(".world[data-world='" + other.name() + "']"));
    }

    @Test
    void what_fell_due_is_listed_once() {
        browser.size(1280, 900);
        world.bank("r1").qr(3);
        page.open("clock");
        page.press("[data-by='PT3M']");
        page.awaitPart("#fired li");
        page.press("[data-by='PT1H']");
        page.awaitText(".notice", "fell due: 0");
        assertThat(page.number("document.querySelectorAll('#fired li').length")).isOne();
    }

    @Test
    void a_recipe_is_filled_in_with_the_world_s_values() {
        browser.size(1280, 900);
        page.open("worlds");
        page.press("[data-recipe=js]");
        page.awaitText(
                "[data-recipe-text=js]",
                "https://localhost:" + SANDBOX.port("kaspi-r2") + "\" + \"/r2/v01/partner/tradepoints");
        assertThat(browser.text("[data-recipe-text=js]"))
                .contains(world.name() + ".pfx")
                .doesNotContain("env.KASPI");
        page.press("[data-recipe=curl]");
        page.awaitText("[data-recipe-text=curl]", world.apiKey());
    }

    @Test
    void an_exchange_is_shown_with_its_finding_and_as_curl() {
        browser.size(1280, 900);
        world.bank("r1").post("qr/create", Map.of("DeviceToken", Bank.DEVICE, "Amount", 5, "Surprise", 1));
        page.open("exchanges");
        page.press(".exchange-row");
        page.awaitText(".exchange .finding-note", "Surprise");
        assertThat(browser.text(".exchange .sides")).contains("POST", "/r1/v01/qr/create", "\"StatusCode\": 0");
        page.press(".finding-note a");
        page.awaitText(".rule[open] .evidence", "Surprise");
    }

    @Test
    void an_exchange_copied_as_curl_runs_in_a_shell() {
        Tool shell = Tool.named("bash");
        world.bank("r1").tradePoints();
        page.open("exchanges");
        page.awaitPart(".exchange-row");
        String environment =
                "export KASPI_CA='" + SANDBOX.pki("ca-bundle.pem") + "' KASPI_API_KEY='" + world.apiKey() + "'; ";

        Tool.Run run = shell.run("-c", environment + copied("{}"));
        Tool.Run odd = shell.run("-c", environment + copied("{method: 'GET; echo ran; '}"));

        assertThat(run.output()).contains("\"StatusCode\":0", "TradePointId");
        assertThat(odd.output().lines()).doesNotContain("ran");
    }

    /** The first exchange as curl, with other values in place of its own. */
    private String copied(String others) {
        return browser.later("""
                        const done = arguments[0];
                        Promise.all([import('/assets/parts/curl.js'), import('/assets/core/api.js')]).then(
                          async ([{curlOf}, {get}]) =>
                            done(curlOf({...await get('/requests/1'), ...%s}, (await get('/listeners')).ports)));""".formatted(others)).asText();
    }

    @Test
    void an_exchange_that_is_shown_is_read_again_after_a_reset() {
        browser.size(1280, 900);
        world.bank("r1").tradePoints();
        page.open("exchanges/1");
        page.awaitText(".exchange .sides", "/r1/v01/partner/tradepoints");

        world.control().post("/reset", "").expect(200);
        page.awaitPart(".detail .failure");
        world.bank("r1").get("health/ping");

        page.awaitText(".exchange .sides", "/r1/v01/health/ping");
    }

    @Test
    void what_callers_send_is_text() {
        browser.size(1280, 900);
        Bank bank = world.bank("r1");
        long payment = bank.post(
                        "qr/create",
                        Map.of("DeviceToken", Bank.DEVICE, "Amount", 7, "ExternalId", ATTACK, "<s onclick=x>", 1))
                .data()
                .path("QrPaymentId")
                .asLong();
        page.open("payments/" + payment);
        page.awaitText(".payment .pairs", ATTACK);
        page.go("exchanges/1");
        page.awaitText(".exchange .body-text", "onerror");
        page.go("findings");
        page.press(".rule summary");
        page.awaitText(".evidence", "is not read");
        assertThat(browser.script("return document.title").asText()).doesNotContain("broken");
        assertThat(page.number("document.querySelectorAll('#page [onerror], #page [onclick], #page script').length"))
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void ten_thousand_exchanges_are_a_handful_of_elements() {
        browser.size(1280, 900);
        world.bank("r1").tradePoints();
        page.open("exchanges");
        page.awaitPart(".exchange-row");
        browser.later("""
                const done = arguments[0];
                import('/assets/core/store.js').then(({store, changed}) => {
                  const [one] = store.exchanges.newestFirst();
                  for (let number = 2; number <= 10000; number += 1) {
                    store.exchanges.put({...one, number});
                  }
                  changed();
                  done(true);
                });""");
        page.awaitText(".list h1", "10,000");
        browser.script("document.querySelector('.exchange-row').focus()");
        browser.type(".exchange-row:focus", "\uE010");
        page.awaitPart(".exchange-row[data-number='1']:focus");
        assertThat(page.number("document.querySelectorAll('.exchange-row').length"))
                .isLessThan(60);
    }
}
