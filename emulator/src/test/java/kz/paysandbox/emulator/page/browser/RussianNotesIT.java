package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The notes of exchanges in the page's language; who reads Kazakh reads them in Russian. */
class RussianNotesIT {

    @RegisterExtension
    @Order(1)
    static final OpenBrowser BROWSER = new OpenBrowser();

    @RegisterExtension
    @Order(2)
    static final Sandbox SANDBOX = Sandbox.with();

    private final Browser browser = BROWSER.browser();
    private final TestWorld world = SANDBOX.world();

    @Test
    void a_note_is_shown_in_the_list_and_in_the_exchange_itself() {
        world.bank("r1").post("qr/create", Map.of("Amount", 1));
        PageView page = new PageView(browser, SANDBOX.port("control"), world.name());
        page.open("exchanges/1").awaitPart(".notes");
        assertThat(shown(".notes")).isEqualTo("DeviceToken is missing");
        for (String language : new String[] {"ru", "kk"}) {
            page.choose(language);
            browser.await("the note in " + language, () -> shown(".notes").equals("не хватает DeviceToken"));
            browser.await(
                    "it in the list", () -> shown(".exchange-row .what .faint").equals("не хватает DeviceToken"));
        }
    }

    private String shown(String css) {
        return browser.script("return document.querySelector('" + css + "')?.textContent.trim() ?? ''")
                .asText();
    }
}
