package kz.paysandbox.features.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.features.Verify;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The reports in a browser of 1280 pixels: a failing scenario among those that hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookIT {

    private static final Path REPORTS = Path.of("target", "look");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private Optional<Chromium> opened = Optional.empty();

    @BeforeAll
    void runAndOpen() throws IOException {
        opened = Chromium.open(1280, 900);
        assumeTrue(opened.isPresent(), "no chromedriver on this machine; install chromium and chromium-driver");
        Path own = Files.writeString(Files.createDirectories(REPORTS).resolve("wrong.feature"), """
                @doc-epay-refund
                Feature: what a shop believed
                  Scenario: A <script>document.title='broken'</script> thinks that the money is back
                    Given an online shop that takes the money at once
                    When the customer pays 1500 tenge by a good card
                    Then the payment is given back in full
                """);
        for (String driver : new String[] {"raw", "adapter"}) {
            Verify.run(
                    "--driver=" + driver,
                    "--tags=@doc-epay-refund or @doc-4.5",
                    "--format=html",
                    "--out=" + REPORTS,
                    "classpath:features",
                    own.toString());
        }
    }

    @AfterAll
    void close() {
        opened.ifPresent(Chromium::close);
    }

    @Test
    void runs_side_by_side() {
        Chromium browser = opened.orElseThrow();
        browser.go(REPORTS.resolve("side-by-side.html"));
        assertThat(browser.script("return document.title").asText()).isEqualTo("Runs side by side");
        assertThat(browser.script("return [...document.querySelectorAll('dl dd')].map(one => one.innerText).join()")
                        .asText())
                .matches("0,1,\\d+,\\d+");
        assertThat(browser.script("return document.body.innerText").asText())
                .contains("emulator-raw", "emulator-adapter", "not run everywhere", "epay/operations.feature")
                .contains("A <script>document.title='broken'</script> thinks that the money is back");
        rendersWell(browser, "side-by-side");
    }

    @Test
    void a_runs_report() {
        Chromium browser = openReport();
        assertThat(browser.script("return document.title").asText()).isEqualTo("Contract suite, emulator-adapter");
        assertThat(browser.script("return document.body.innerText").asText())
                .contains("One scenario fails.", "A <script>document.title='broken'</script> thinks")
                .contains("expected REFUND, but was CHARGE", "POST /payment/cryptopay", "operations.feature");
        rendersWell(browser, "report");
    }

    @Test
    void a_runs_report_on_a_phone_and_in_the_dark() {
        Chromium browser = openReport();
        browser.shownAs(360, 800, "dark");
        assertThat(browser.script("return getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo("rgb(20, 25, 31)");
        rendersWell(browser, "report-phone", 360);
        browser.shownAs(1280, 900, "light");
    }

    @Test
    void scenarios_are_found_by_their_state_and_by_words() {
        Chromium browser = openReport();
        click(browser, "button.state[data-state=failed]");
        assertThat(shown(browser))
                .containsExactly("A <script>document.title='broken'</script> thinks that the money is back");
        click(browser, "button.state[data-state='']");
        browser.script(
                "const words = document.getElementById('words'); words.value = 'ещё можно @row:r3_payment_return';"
                        + " words.dispatchEvent(new Event('input'))");
        assertThat(shown(browser)).isNotEmpty().hasSizeLessThan(20);
        click(browser, "button.word[data-words='@doc-epay-refund']");
        assertThat(shown(browser)).contains("A <script>document.title='broken'</script> thinks that the money is back");
        assertThat(browser.script("return document.getElementById('shown').innerText")
                        .asText())
                .matches("\\d+ of \\d+");
        assertThat(browser.errors()).isEmpty();
    }

    private Chromium openReport() {
        Chromium browser = opened.orElseThrow();
        browser.shownAs(1280, 900, "light");
        browser.go(REPORTS.resolve("report.html"));
        return browser;
    }

    private static void click(Chromium browser, String selector) {
        browser.script("document.querySelector(\"" + selector + "\").click()");
    }

    private static List<String> shown(Chromium browser) {
        List<String> shown = new ArrayList<>();
        browser.script("return [...document.querySelectorAll('.scenario')].filter(one => one.checkVisibility())"
                        + ".map(one => one.querySelector('.title').textContent)")
                .forEach(title -> shown.add(title.asText()));
        return shown;
    }

    private static void rendersWell(Chromium browser, String name) {
        rendersWell(browser, name, 1280);
    }

    private static void rendersWell(Chromium browser, String name, int width) {
        browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
        assertThat(browser.script("return window.innerWidth").asInt()).isEqualTo(width);
        assertThat(browser.script("return document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(browser.errors()).isEmpty();
    }
}
