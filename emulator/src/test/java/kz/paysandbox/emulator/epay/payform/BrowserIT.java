package kz.paysandbox.emulator.epay.payform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hosted page and the widget in a real browser: three languages, a phone's and a desk's width. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private EpaySandbox sandbox;
    private Shop shop;
    private Optional<Browser> opened = Optional.empty();
    private int invoices = 800_000;

    @BeforeAll
    void start() {
        opened = Browser.open();
        assumeTrue(opened.isPresent(), "no chromedriver on this machine; install chromium and chromium-driver");
        sandbox = EpaySandbox.start();
        shop = Shop.open();
    }

    @AfterAll
    void stop() {
        opened.ifPresent(Browser::close);
        if (opened.isPresent()) {
            shop.close();
            sandbox.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rus, 360, ru, Оплатить", "kaz, 360, kk, Төлеу", "eng, 360, en, Pay",
        "rus, 1280, ru, Оплатить", "kaz, 1280, kk, Төлеу", "eng, 1280, en, Pay"
    })
    void a_customer_pays_with3d_secure_and_comes_back(String language, int width, String lang, String pay) {
        watched("3ds-" + language + "-" + width, browser -> {
            browser.size(width, 800);
            String invoice = offer(language, "Заказ <b>№ 1</b> \"<script>alert(1)</script>\"");
            browser.go(shop.url("/"));
            browser.click("#pay");
            browser.await("the payment page", () -> browser.has("main[data-kind=form]"));
            assertThat(browser.script("return document.documentElement.lang").asText())
                    .isEqualTo(lang);
            assertThat(browser.text("#pay")).contains(pay, "1500.00");
            assertThat(browser.text(".about")).contains("<script>alert(1)</script>");
            assertThat(overflow(browser)).isFalse();
            browser.screenshot(SCREENSHOTS, "form-" + language + "-" + width);
            browser.click(".cards summary");
            browser.click(".pick[data-pan='4405640000003000']");
            browser.click("#pay");
            browser.await("the issuer's page", () -> browser.has("main[data-kind=acs]"));
            browser.screenshot(SCREENSHOTS, "acs-" + language + "-" + width);
            browser.type("#code", browser.text("#shown-code"));
            browser.click("#confirm");
            browser.await("the receipt", () -> browser.has("main[data-kind=paid]"));
            browser.screenshot(SCREENSHOTS, "paid-" + language + "-" + width);
            browser.await("the shop", () -> browser.url().startsWith(shop.url("/ok")));
            assertThat(told()).contains("\"code\":\"ok\"", invoice, "\"secure\":\"yes\"");
        });
    }

    @Test
    void typing_is_helped_and_mistakes_are_named() {
        watched("typing", browser -> {
            browser.size(360, 800);
            offer("eng", "typed");
            browser.go(shop.url("/"));
            browser.click("#pay");
            browser.await("the payment page", () -> browser.has("main[data-kind=form]"));
            browser.click("#pay");
            assertThat(browser.text("#number-error")).contains("card number");
            assertThat(browser.script("return document.activeElement.id").asText())
                    .isEqualTo("number");
            browser.type("#number", "4405640000004842");
            browser.type("#expiry", "1235");
            browser.type("#cvc", "484");
            browser.type("#name", "AIBEK SANDBOX");
            assertThat(browser.script("return document.getElementById('number').value")
                            .asText())
                    .isEqualTo("4405 6400 0000 4842");
            assertThat(browser.script("return document.getElementById('expiry').value")
                            .asText())
                    .isEqualTo("12/35");
            browser.type("#name", "\uE007");
            browser.await("a refusal", () -> !browser.text("#error").isEmpty());
            assertThat(browser.text("#error")).contains("Not enough money");
            browser.screenshot(SCREENSHOTS, "declined-360");
            assertThat(told()).contains("\"reasonCode\":484");
            browser.click("#back");
            browser.await("the shop", () -> browser.url().startsWith(shop.url("/sorry")));
        });
    }

    @Test
    void the_widget_tells_the_shops_page() {
        watched("widget", browser -> {
            browser.size(1280, 800);
            offer("kaz", "widget");
            browser.go(shop.url("/"));
            browser.click("#widget");
            browser.await("the frame", () -> browser.has("iframe"));
            browser.intoFrame("iframe");
            browser.await("the payment page", () -> browser.has("main[data-kind=form]"));
            browser.click(".cards summary");
            browser.click(".pick[data-pan='4405639704015096']");
            browser.screenshot(SCREENSHOTS, "widget-1280");
            browser.click("#pay");
            browser.outOfFrames();
            browser.await("the callback", () -> !browser.text("#result").isEmpty());
            assertThat(browser.text("#result")).isEqualTo("{\"success\":true}");
            assertThat(browser.has("iframe")).isFalse();
            assertThat(told()).contains("\"code\":\"ok\"");
        });
    }

    @Test
    void the_widget_goes_through3d_secure_inside_its_frame() {
        watched("widget-3ds", browser -> {
            browser.size(1280, 800);
            offer("rus", "widget 3ds");
            browser.go(shop.url("/"));
            browser.click("#widget");
            browser.await("the frame", () -> browser.has("iframe"));
            browser.intoFrame("iframe");
            browser.await("the payment page", () -> browser.has("main[data-kind=form]"));
            browser.click(".cards summary");
            browser.click(".pick[data-pan='4405640000003000']");
            browser.click("#pay");
            browser.await("the issuer's page", () -> browser.has("main[data-kind=acs]"));
            browser.type("#code", browser.text("#shown-code"));
            browser.click("#confirm");
            browser.outOfFrames();
            browser.await("the callback", () -> !browser.text("#result").isEmpty());
            assertThat(browser.text("#result")).isEqualTo("{\"success\":true}");
            assertThat(told()).contains("\"code\":\"ok\"", "\"secure\":\"yes\"");
        });
    }

    private void watched(String name, java.util.function.Consumer<Browser> steps) {
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

    private String told() {
        try {
            return Optional.ofNullable(shop.told().poll(10, TimeUnit.SECONDS)).orElse("nobody told the shop");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private String offer(String language, String description) {
        String invoice = String.valueOf(invoices += 17);
        JsonNode auth = sandbox.postForm(
                        sandbox.base() + "/oauth2/token",
                        "",
                        Map.of(
                                "grant_type", "client_credentials",
                                "scope", "payment",
                                "client_id", "test",
                                "client_secret", EpaySandbox.SECRET,
                                "invoiceID", invoice,
                                "amount", "1500",
                                "currency", "KZT",
                                "terminal", EpaySandbox.TERMINAL))
                .json();
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("invoiceId", invoice);
        payment.put("terminal", EpaySandbox.TERMINAL);
        payment.put("amount", 1500);
        payment.put("currency", "KZT");
        payment.put(
                "auth",
                language.equals("eng") ? "Bearer " + auth.get("access_token").asText() : auth);
        payment.put("description", description);
        payment.put("accountId", "browser");
        payment.put("backLink", shop.url("/ok"));
        payment.put("failureBackLink", shop.url("/sorry"));
        payment.put("postLink", shop.url("/post"));
        payment.put("language", language);
        shop.offers(sandbox.base(), EpaySandbox.json(payment).replace("<", "\\u003c"));
        return invoice;
    }
}
