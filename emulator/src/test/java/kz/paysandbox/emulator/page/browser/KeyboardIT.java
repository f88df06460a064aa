package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page without a mouse and without sight: where the focus is, in which order rows are read, what is read out. */
class KeyboardIT {

    private static final String ESCAPE = "\uE00C";

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
    void escape_closes_a_payment_and_returns_to_its_row_but_not_from_a_field() {
        for (int width : List.of(1280, 360)) {
            browser.size(width, 800);
            long payment = world.bank("r1").paid(100);
            page.open("payments/" + payment);
            page.awaitPart(".payment [name=amount]");

            browser.type(".payment [name=amount]", ESCAPE);
            assertThat(browser.url()).endsWith("#/payments/" + payment);
            browser.type(".payment .pairs button", ESCAPE);

            page.awaitPart(".row[data-id='" + payment + "']:focus");
            assertThat(browser.url()).endsWith("#/payments");
        }
    }

    @Test
    void rows_are_read_in_the_order_in_which_they_stand() {
        browser.size(1280, 800);
        Bank bank = world.bank("r1");
        long first = bank.qr(1);
        page.open("payments");
        page.awaitPart(".row[data-id='" + first + "']");
        browser.script("document.querySelector('.row').focus()");
        long second = bank.qr(2);
        page.awaitPart(".row[data-id='" + second + "']");
        long third = bank.qr(3);
        page.awaitPart(".row[data-id='" + third + "']");

        assertThat(rows("id")).containsExactly(third, second, first);
        page.awaitPart(".row[data-id='" + first + "']:focus");
    }

    @Test
    void a_row_that_new_ones_push_out_of_sight_keeps_the_focus() {
        browser.size(1280, 800);
        Bank bank = world.bank("r1");
        bank.tradePoints();
        page.open("exchanges");
        page.awaitPart(".exchange-row");
        browser.script("document.querySelector('.exchange-row').focus()");
        for (int number = 2; number <= 60; number++) {
            bank.get("health/ping");
        }
        page.awaitText(".list h1", "60");

        page.awaitPart(".exchange-row[data-number='1']:focus");
        assertThat(rows("number"))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .hasSizeLessThan(50);
        browser.type(".exchange-row:focus", "\uE013");
        page.awaitPart(".exchange-row[data-number='2']:focus");
    }

    @Test
    void the_time_that_is_left_is_not_read_out_at_each_second() {
        long payment = world.bank("r1").qr(5);
        page.openPhone("/" + payment);
        page.awaitPart(".phone .left");

        assertThat(browser.has(".phone [aria-live] [data-act=scan]")).isTrue();
        assertThat(browser.has("[aria-live] .left")).isFalse();
    }

    /** Numbers of the rows that are drawn, in the order of the document. */
    private List<Long> rows(String name) {
        List<Long> numbers = new ArrayList<>();
        browser.script("return [...document.querySelectorAll('.row')].map((row) => row.dataset." + name + ")")
                .forEach(number -> numbers.add(number.asLong()));
        return numbers;
    }
}
