package kz.paysandbox.emulator.epay.payform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.Test;

/** The page of EPAY.md, pasted as it is into a shop, pays in a browser. */
class EpayPageIT {

    private static final Pattern BLOCK = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);

    /** A note about every shop on a machine of its own, as this test's is. */
    private static final String SHOP_IS_HERE = "epay.callback.unreachable";

    @Test
    void its_button_leads_to_the_payment_page_and_the_customer_pays() throws IOException, InterruptedException {
        Optional<Browser> opened = Browser.open();
        assumeTrue(opened.isPresent(), "no chromedriver on this machine; install chromium and chromium-driver");
        List<String> pages = BLOCK.matcher(Files.readString(Path.of("EPAY.md")))
                .results()
                .map(this::block)
                .toList();
        assertThat(pages).hasSize(1);
        try (Browser browser = opened.orElseThrow();
                EpaySandbox sandbox = EpaySandbox.start();
                Shop shop = Shop.open()) {
            String page = pages.get(0)
                    .replace("https://localhost:8546", sandbox.base())
                    .replace("https://shop.example/paid", shop.url("/post"))
                    .replace("https://shop.example", shop.url(""));
            shop.offersPage(page, token(sandbox));
            browser.size(1280, 800);
            browser.go(shop.url("/"));
            browser.click("#pay");
            browser.await("the payment page", () -> browser.has("main[data-kind=form]"));
            browser.click(".cards summary");
            browser.click(".pick[data-pan='4405639704015096']");
            browser.click("#pay");
            browser.await("the shop", () -> browser.url().startsWith(shop.url("/ok")));
            assertThat(shop.told().poll(10, TimeUnit.SECONDS)).contains("\"code\":\"ok\"", "100002");
            assertThat(findings(sandbox)).containsOnly(SHOP_IS_HERE);
        }
    }

    private String block(MatchResult found) {
        return found.group(1);
    }

    private static String token(EpaySandbox sandbox) {
        return sandbox.postForm(
                        sandbox.base() + "/oauth2/token",
                        "",
                        Map.of(
                                "grant_type", "client_credentials",
                                "scope", "payment",
                                "client_id", "test",
                                "client_secret", EpaySandbox.SECRET,
                                "invoiceID", "100002",
                                "amount", "1500",
                                "currency", "KZT",
                                "terminal", EpaySandbox.TERMINAL))
                .body();
    }

    private static List<String> findings(EpaySandbox sandbox) {
        List<String> rules = new ArrayList<>();
        for (JsonNode finding :
                sandbox.get(sandbox.control("/findings"), "none").json()) {
            rules.add(finding.path("rule").asText());
        }
        return rules;
    }
}
