package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every view at the width of a phone, a tablet and a desk, in three languages and in the dark: nothing is wider than the
 * screen, and axe finds no serious violation. The pictures stay in {@code target/screenshots/page}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewsIT {

    private static final List<Integer> WIDTHS = List.of(360, 768, 1280);
    private static final List<String> LANGUAGES = List.of("ru", "kk", "en");
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    @RegisterExtension
    @Order(1)
    static final OpenBrowser BROWSER = new OpenBrowser();

    @RegisterExtension
    @Order(2)
    static final Sandbox SANDBOX = Sandbox.with();

    private Browser browser;
    private PageView page;
    private long waiting;

    /** A world that has something to show in every view. */
    @BeforeAll
    void fill() {
        browser = BROWSER.browser();
        TestWorld world = SANDBOX.world();
        page = new PageView(browser, SANDBOX.port("control"), world.name());
        Bank r1 = world.bank("r1");
        r1.paid(1500.50);
        r1.giveBack(r1.paid(25_000), 1_000, Map.of());
        world.bank("r3").invoice(Phones.PAYER, 990);
        r1.link(200);
        r1.hook("confirmerror", r1.qr(77));
        waiting = r1.post(
                        "qr/create",
                        Map.of("DeviceToken", Bank.DEVICE, "Amount", 12_345.67, "ExternalId", "order-2026-11-27/0001"))
                .data()
                .path("QrPaymentId")
                .asLong();
        world.control().post("/faults", "{\"when\":{\"endpoint\":\"r3 *\",\"nth\":900},\"then\":{\"http\":503}}");
        world.control().post("/scenarios/customer-never-scans/activate", "");
    }

    static Stream<Arguments> looks() {
        return Stream.concat(
                WIDTHS.stream()
                        .flatMap(width -> LANGUAGES.stream().map(language -> Arguments.of(width, language, false))),
                WIDTHS.stream().map(width -> Arguments.of(width, "ru", true)));
    }

    /** Every view and what is there once all of it is. */
    private Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("payments", ".payment-row");
        views.put("payments/" + waiting, ".payment img.qr");
        views.put("exchanges", ".exchange-row");
        views.put("exchanges/1", ".exchange .sides");
        views.put("findings", "#passed");
        views.put("trouble", ".scenario");
        views.put("clock", "#world-time");
        views.put("callbacks", "#policy");
        views.put("worlds", "#recipes");
        views.put("switches", ".switch");
        return views;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void all_views_fit_and_can_be_read(int width, String language, boolean dark) {
        browser.size(width, width < 600 ? 760 : 900);
        browser.dark(dark);
        page.open("payments");
        page.choose(language);
        page.awaitPart(".row");
        for (Map.Entry<String, String> shown : views().entrySet()) {
            String view = shown.getKey();
            page.go(view);
            page.awaitPart(shown.getValue());
            judged(view.replaceAll("/.*", "-one") + "-" + width + "-" + language + (dark ? "-dark" : ""), width);
        }
        browser.dark(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trouble", "clock", "callbacks", "worlds", "switches"})
    void the_bar_of_a_narrow_screen_shows_the_present_view_from_the_start(String view) {
        browser.size(360, 760);
        page.open(view);
        browser.await("counts", () -> page.number("document.querySelectorAll('.views .badge').length") >= 2);
        browser.await("the view, once all is counted", this::inSight);
        page.choose("ru");
        browser.await("the view in longer words", this::inSight);
    }

    private boolean inSight() {
        return browser.script("const {left, right} = document.querySelector('.views [aria-current]')"
                        + ".getBoundingClientRect(); return left >= 0 && right <= innerWidth")
                .asBoolean();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_phone_fits(int width, String language, boolean dark) {
        browser.dark(dark);
        page.openPhone("/" + waiting);
        browser.size(width, 760);
        page.choose(language);
        page.awaitPart(".phone[data-screen=scan]");
        judged("phone-one-" + width + "-" + language + (dark ? "-dark" : ""), width);
        page.press(".phone-foot a");
        page.awaitPart(".offers");
        judged("phone-" + width + "-" + language + (dark ? "-dark" : ""), width);
        browser.dark(false);
    }

    private void judged(String name, int width) {
        browser.screenshot(OpenBrowser.PICTURES, name);
        assertThat(browser.script("return document.documentElement.scrollWidth").asInt())
                .as(name)
                .isEqualTo(width);
        browser.script("if (!window.axe) { " + axe() + " }");
        JsonNode violations = browser.later(
                "const done = arguments[0];"
                        + " axe.run(document, {resultTypes: ['violations']}).then((result) => done(result.violations.map("
                        + "(one) => [one.impact, one.id, one.nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | ')])))");
        assertThat(StreamSupport.stream(violations.spliterator(), false)
                        .filter(one -> List.of("serious", "critical")
                                .contains(one.path(0).asText())))
                .as(name)
                .isEmpty();
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(ViewsIT.class.getResourceAsStream(AXE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
