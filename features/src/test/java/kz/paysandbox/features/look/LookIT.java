package kz.paysandbox.features.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                  Scenario: A <shop> thinks that the money is back
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
                .contains("A <shop> thinks that the money is back");
        rendersWell(browser, "side-by-side");
    }

    @Test
    void a_runs_report() {
        Chromium browser = opened.orElseThrow();
        browser.go(REPORTS.resolve("report.html"));
        browser.await("the report", "return document.body.innerText.includes('passed')");
        assertThat(browser.script("return document.title").asText()).isEqualTo("Contract suite, emulator-adapter");
        assertThat(browser.script("return document.body.innerText").asText())
                .contains("FAILED", "operations.feature", "A <shop> thinks that the money is back");
        rendersWell(browser, "report");
    }

    private static void rendersWell(Chromium browser, String name) {
        browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
        assertThat(browser.script("return window.innerWidth").asInt()).isEqualTo(1280);
        assertThat(browser.script("return document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(1280);
        assertThat(browser.errors()).isEmpty();
    }
}
