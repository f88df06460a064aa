package kz.paysandbox.gateway.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The customer's way through our page and the bank's in a real browser: three languages, a phone's and a desk's width. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private Optional<Browser> opened = Optional.empty();
    private Optional<GatewayFixture> gateway = Optional.empty();

    @BeforeAll
    void start() {
        opened = Browser.open();
        assumeTrue(opened.isPresent(), "no chromedriver on this machine; install chromium and chromium-driver");
        gateway = Optional.of(GatewayFixture.on(TestDatabase.H2));
    }

    @AfterAll
    void stop() {
        opened.ifPresent(Browser::close);
        gateway.ifPresent(GatewayFixture::close);
    }

    @ParameterizedTest
    @CsvSource({"ru, 360, Оплатить, Оплачено", "kk, 360, Төлеу, Төленді", "en, 1280, Pay, Paid"})
    void check_23_a_customer_pays_on_the_banks_page_and_comes_back(
            String language, int width, String pay, String paid) {
        watched("pay-" + language, browser -> {
            browser.size(width, 800);
            HttpAnswer payment =
                    payment(",\"language\":\"" + language + "\",\"description\":\"№ 1 </script><b>x</b>\"");
            browser.go(payment.text("/payment_url"));
            assertThat(browser.script("return document.documentElement.lang").asText())
                    .isEqualTo(language);
            assertThat(browser.text("#pay")).contains(pay, "750.00");
            assertThat(browser.text("h1")).isEqualTo("№ 1 </script><b>x</b>");
            assertThat(overflow(browser)).isFalse();
            assertThat(browser.url()).doesNotContain(payment.text("/auth_token"));
            browser.screenshot(SCREENSHOTS, "pay-" + language + "-" + width);
            fixture().advance(Duration.ofSeconds(3));
            browser.click("#pay");
            browser.await("the bank's page", () -> browser.has("main[data-kind=form]"));
            browser.click(".cards summary");
            browser.click(".pick[data-pan=\"4405639704015096\"]");
            browser.click("#pay");
            browser.await("the shop", () -> browser.url().contains("/payment/success?paymentId="));
            browser.await("paid", () -> browser.has(".status.completed"));
            assertThat(browser.text(".status")).isEqualTo(paid);
            browser.screenshot(SCREENSHOTS, "paid-" + language + "-" + width);
            browser.go(payment.text("/payment_url"));
            assertThat(browser.has("#pay")).isFalse();
            assertThat(browser.text(".status")).isEqualTo(paid);
        });
    }

    @Test
    void a_declined_customer_comes_back_to_our_own_status() {
        watched("declined", browser -> {
            browser.size(360, 800);
            HttpAnswer payment = payment(",\"language\":\"en\"");
            browser.go(payment.text("/payment_url"));
            fixture().advance(Duration.ofSeconds(3));
            browser.click("#pay");
            browser.await("the bank's page", () -> browser.has("main[data-kind=form]"));
            browser.click(".cards summary");
            browser.click(".pick[data-pan=\"4405640000004842\"]");
            browser.click("#pay");
            browser.await("a refusal", () -> !browser.text("#error").isEmpty());
            browser.click("#back");
            browser.await("the shop", () -> browser.url().contains("/payment/failure?paymentId="));
            browser.await("failed", () -> browser.has(".status.failed"));
            browser.screenshot(SCREENSHOTS, "failed-en-360");
            browser.go(fixture()
                    .uri("/payment/success?paymentId=" + payment.text("/payment_id") + "&status=completed")
                    .toString());
            assertThat(browser.has(".status.failed")).isTrue();
        });
    }

    @Test
    void what_nobody_knows_is_said_so_and_shows_nothing() {
        watched("unknown", browser -> {
            browser.size(1280, 800);
            browser.go(fixture()
                    .uri("/payment?paymentId=none&widgetUrl=https://evil.example/x.js")
                    .toString());
            assertThat(browser.has(".status[data-status=unknown]")).isTrue();
            assertThat(browser.has("script")).isFalse();
            browser.screenshot(SCREENSHOTS, "unknown");
        });
    }

    private GatewayFixture fixture() {
        return gateway.orElseThrow();
    }

    private HttpAnswer payment(String more) {
        return fixture()
                .post(
                        "/api/v1/payments/initiate",
                        fixture().cashier("5"),
                        "{\"amount\":75000,\"currency\":\"KZT\"" + more + "}");
    }

    private void watched(String name, Consumer<Browser> steps) {
        Browser browser = opened.orElseThrow();
        try {
            steps.accept(browser);
        } catch (AssertionError | RuntimeException failed) {
            failed.addSuppressed(new AssertionError(
                    "seen at " + browser.url() + ": " + browser.screenshot(SCREENSHOTS, "failed-" + name)));
            throw failed;
        }
    }

    private static boolean overflow(Browser browser) {
        return browser.script("return document.documentElement.scrollWidth > window.innerWidth")
                .asBoolean();
    }
}
