package kz.paysandbox.emulator.epay.payform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shops' pages do with the bank's script in a real browser, beside paying: all its functions, and its failures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WidgetIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private EpaySandbox sandbox;
    private Shop shop;
    private Optional<Browser> opened = Optional.empty();
    private int invoices = 850_000;

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

    @Test
    void a_shops_page_fetches_its_token_itself_and_reads_refusals() {
        watched("fetch", browser -> {
            shopPage(browser, order(1500, "KZT"));
            assertThat(fetched(browser, EpaySandbox.SECRET)).startsWith("200 ").contains("access_token");
            assertThat(fetched(browser, "wrong")).startsWith("401 ").contains("invalid_client");
        });
    }

    @Test
    void cardverification_keeps_a_card_without_money() {
        watched("cardverification", browser -> {
            Map<String, Object> order = order(0, "USD");
            order.put("cardSave", true);
            order.put("paymentType", "cardVerification");
            order.put("accountId", "verified-customer");
            shopPage(browser, order);
            browser.script("halyk.cardverification(payment)");
            browser.await("the payment page", () -> browser.has("main[data-kind=form]"));
            payWith(browser, "4405639704015096");
            browser.await("the shop", () -> browser.url().startsWith(shop.url("/ok")));
            assertThat(told()).contains("\"code\":\"ok\"", "\"amount\":0,", "\"cardId\"");
            assertThat(sandbox.get(sandbox.base() + "/cards/verified-customer", sandbox.token(Map.of()))
                            .body())
                    .contains("4405...5096");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"p2p", "aft", "oct"})
    void what_is_not_emulated_says_so_in_the_page(String function) {
        watched(function, browser -> {
            shopPage(browser, order(1500, "KZT"));
            browser.script("halyk." + function + "(payment)");
            browser.await("a page that says so", () -> browser.has("main[data-kind=problem]"));
            assertThat(browser.text("main")).contains("does not emulate", "halyk." + function, "501");
        });
    }

    @Test
    void a_payment_in_the_address_opens_the_page() {
        watched("params", browser -> {
            Map<String, Object> order = order(1500, "KZT");
            browser.go(
                    sandbox.base() + "/payform/?params=" + BankScript.params(order) + "&oid=" + order.get("invoiceId"));
            browser.await("the payment page", () -> browser.has("main[data-kind=form]"));
            assertThat(browser.text(".about")).isEqualTo("Заказ + 1 & <b>");
            payWith(browser, "4405639704015096");
            browser.await("the shop", () -> browser.url().startsWith(shop.url("/ok?a=b&c=d")));
            assertThat(told()).contains("\"code\":\"ok\"");
        });
    }

    @Test
    void the_frame_of_the_banks_own_script_is_told_in_its_words() {
        watched("short-form", browser -> {
            Map<String, Object> order = order(1500, "KZT");
            shopPage(browser, order);
            browser.script("window.addEventListener('message', (event) => {"
                    + "document.getElementById('result').textContent = String(JSON.parse(event.data).success === true);});"
                    + "const frame = document.createElement('iframe');"
                    + "frame.src = '" + sandbox.base() + "/payform/?params=" + BankScript.params(order)
                    + "&isShortForm=true';"
                    + "document.body.append(frame);");
            browser.intoFrame("iframe");
            browser.await("the payment page", () -> browser.has("main[data-kind=form]"));
            payWith(browser, "4405639704015096");
            browser.outOfFrames();
            browser.await("the message", () -> !browser.text("#result").isEmpty());
            assertThat(browser.text("#result")).isEqualTo("true");
            assertThat(told()).contains("\"code\":\"ok\"");
        });
    }

    @Test
    void a_widget_in_an_error_is_closed_from_within_and_from_without() {
        watched("widget-error", browser -> {
            for (String close : new String[] {"#close", ".halyk-widget-close"}) {
                Map<String, Object> order = order(1500, "KZT");
                order.put("auth", "no token of this sandbox");
                shopPage(browser, order);
                browser.click("#widget");
                browser.await("the frame", () -> browser.has("iframe"));
                browser.intoFrame("iframe");
                browser.await("the problem", () -> browser.has("main[data-kind=problem]"));
                if (close.startsWith("#")) {
                    browser.screenshot(SCREENSHOTS, "widget-error");
                    browser.click(close);
                    browser.outOfFrames();
                } else {
                    browser.outOfFrames();
                    browser.click(close);
                }
                browser.await("the callback", () -> !browser.text("#result").isEmpty());
                assertThat(browser.text("#result")).isEqualTo("{\"success\":false}");
                assertThat(browser.has("iframe") || browser.has(".halyk-widget-close"))
                        .isFalse();
            }
        });
    }

    private void shopPage(Browser browser, Map<String, Object> order) {
        browser.size(1280, 800);
        shop.offers(sandbox.base(), EpaySandbox.json(order).replace("<", "\\u003c"));
        browser.go(shop.url("/"));
    }

    private static void payWith(Browser browser, String pan) {
        browser.click(".cards summary");
        browser.click(".pick[data-pan='" + pan + "']");
        browser.click("#pay");
    }

    /** What the shop's page sees of a token asked for with a form and a header that makes the browser ask first. */
    private String fetched(Browser browser, String secret) {
        browser.script("const result = document.getElementById('result'); result.textContent = '';"
                + "fetch('" + sandbox.base() + "/oauth2/token', {method: 'POST',"
                + " headers: {'X-Requested-With': 'XMLHttpRequest'},"
                + " body: new URLSearchParams({grant_type: 'client_credentials', scope: 'payment', client_id: 'test',"
                + " client_secret: '" + secret + "'})})"
                + ".then(async (answer) => { result.textContent = answer.status + ' ' + await answer.text(); },"
                + " (blocked) => { result.textContent = String(blocked); });");
        browser.await("the answer", () -> !browser.text("#result").isEmpty());
        return browser.text("#result");
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

    private String told() {
        try {
            return Optional.ofNullable(shop.told().poll(10, TimeUnit.SECONDS)).orElse("nobody told the shop");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private Map<String, Object> order(int amount, String currency) {
        String invoice = String.valueOf(invoices += 17);
        JsonNode auth = sandbox.postForm(
                        sandbox.base() + "/oauth2/token",
                        "",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "scope",
                                "payment",
                                "client_id",
                                "test",
                                "client_secret",
                                EpaySandbox.SECRET,
                                "invoiceID",
                                invoice,
                                "amount",
                                String.valueOf(amount),
                                "currency",
                                currency,
                                "terminal",
                                EpaySandbox.TERMINAL))
                .json();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("invoiceId", invoice);
        order.put("terminal", EpaySandbox.TERMINAL);
        order.put("amount", amount);
        order.put("currency", currency);
        order.put(
                "auth",
                Map.of(
                        "access_token", auth.get("access_token").asText(),
                        "expires_in", auth.get("expires_in").asText(),
                        "token_type", "Bearer"));
        order.put("description", "Заказ + 1 & <b>");
        order.put("language", "rus");
        order.put("backLink", shop.url("/ok?a=b&c=d"));
        order.put("failureBackLink", shop.url("/sorry"));
        order.put("postLink", shop.url("/post"));
        return order;
    }
}
