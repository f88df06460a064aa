package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stream of events drops and comes back: nothing is missing, nothing is there twice. */
class BrokenStreamIT {

    @RegisterExtension
    @Order(1)
    static final OpenBrowser BROWSER = new OpenBrowser();

    @RegisterExtension
    @Order(2)
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void a_stream_that_drops_resumes_without_a_gap_or_a_double() {
        Browser browser = BROWSER.browser();
        TestWorld world = SANDBOX.world();
        Bank bank = world.bank("r1");
        try (Relay relay = Relay.to(SANDBOX.port("control"))) {
            PageView page = new PageView(browser, relay.port(), world.name());
            browser.size(1280, 1000);
            page.open("payments");
            List<String> made = new ArrayList<>();
            made.add(String.valueOf(bank.qr(1)));
            page.awaitPart(".row[data-id='" + made.get(0) + "']");

            relay.cut();
            page.awaitPart("#stream[data-state=lost]");
            for (int sum = 2; sum <= 6; sum++) {
                made.add(0, String.valueOf(bank.qr(sum)));
            }
            relay.mend();

            page.awaitPart("#stream[data-state=live]");
            page.awaitPart(".row[data-id='" + made.get(0) + "']");
            made.add(0, String.valueOf(bank.qr(7)));
            page.awaitPart(".row[data-id='" + made.get(0) + "']");
            assertThat(shown(browser)).containsExactlyElementsOf(made);
            assertThat(relay.sent()).anyMatch(request -> request.matches("(?is).*/events.*last-event-id: \\d+.*"));
            assertThat(relay.sent().stream().filter(request -> request.contains("GET /__sandbox/payments?")))
                    .as("the lists are read once, the rest comes by events")
                    .hasSize(1);
        }
    }

    /** The rows from top to bottom. */
    private static List<String> shown(Browser browser) {
        return StreamSupport.stream(
                        browser.script("return [...document.querySelectorAll('.row-place')]"
                                        + ".sort((a, b) => a.dataset.index - b.dataset.index)"
                                        + ".map((place) => place.querySelector('.row').dataset.id)")
                                .spliterator(),
                        false)
                .map(id -> id.asText())
                .toList();
    }
}
