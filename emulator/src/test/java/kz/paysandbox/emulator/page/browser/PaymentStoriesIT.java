package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole payments of Kaspi Pay, paid by the phone and watched on the page. */
class PaymentStoriesIT {

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
    void a_qr_code_of_r1_is_scanned_and_paid_by_the_phone_beside_it() {
        browser.size(1280, 800);
        page.open("payments");
        page.awaitText(".empty", "No payments yet");

        long payment = world.bank("r1").qr(1500.50);
        page.press(".row[data-id='" + payment + "']");

        page.awaitPart(".payment img.qr");
        page.press(".phone[data-screen=scan] [data-act=scan]");
        page.awaitText(".phone[data-screen=decide] .big-sum", "1,500.50");
        page.press("[data-act=confirm]");
        page.awaitText(".phone[data-screen=paid]", "Paid");
        page.awaitPart(".payment[data-status=Processed]");
        assertThat(browser.text(".life")).contains("QrTokenCreated", "Wait", "Processed");
        assertThat(world.bank("r1").status(payment).state()).isEqualTo("Processed");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_payment_of_r2_is_paid_and_given_back_by_the_return_code() {
        browser.size(1280, 800);
        Bank bank = world.bank("r2");
        long payment = bank.qr(350);
        page.openPhone("/" + payment);
        page.press("[data-act=scan]");
        page.press("[data-act=confirm]");
        page.awaitPart(".phone[data-screen=paid]");

        long code = bank.returnCode();
        page.openPhone("");
        page.press(".offers [data-return='" + code + "']");
        page.press("[data-act=scan-return]");
        page.awaitPart(".phone[data-screen=returned]");
        assertThat(bank.giveBack(payment, 100, Map.of("QrReturnId", code)).code())
                .isZero();

        browser.size(1280, 800);
        page.open("payments/" + payment);
        page.awaitText(".returns", "100");
    }

    @Test
    void an_invoice_of_r3_is_paid_on_a_phone_of_its_own() {
        Bank bank = world.bank("r3");
        long payment =
                bank.invoice(Phones.PAYER, 900).data().path("QrPaymentId").asLong();
        page.openPhone("");
        page.press(".offers [data-id='" + payment + "']");
        page.awaitText(".phone[data-screen=invoice] .big-sum", "900");
        page.press("[data-act=confirm]");
        page.awaitPart(".phone[data-screen=paid]");
        assertThat(bank.status(payment).state()).isEqualTo("Processed");
        assertThat(page.number("document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_customer_who_declines_leaves_the_order_unpaid() {
        long payment = world.bank("r1").link(200);
        page.openPhone("/" + payment);
        page.press("[data-act=scan]");
        page.press("[data-act=decline]");
        page.awaitPart(".phone[data-screen=failed]");
        assertThat(world.bank("r1").status(payment).state()).isEqualTo("Error");
    }

    @Test
    void a_code_is_found_by_its_whole_last_part_and_by_no_end_of_it() {
        long payment = world.bank("r1").link(60);
        String code =
                world.control().get("/payments/" + payment).json().path("qr").asText();
        String last = code.substring(code.lastIndexOf('/') + 1);
        page.openPhone("");
        page.awaitPart(".offers");

        browser.type("#code", code.substring(0, code.length() - last.length()) + "\uE007");
        page.awaitPart("#hosted");
        browser.script("document.querySelector('#code').select()");
        browser.type("#code", last.substring(last.length() - 1) + "\uE007");
        page.awaitPart(".failure");
        browser.script("document.querySelector('#code').select()");
        browser.type("#code", last + "\uE007");
        page.awaitPart(".phone[data-screen=link]");
        assertThat(browser.url()).contains("/phone/" + payment);
    }

    @Test
    void a_picture_that_failed_to_load_is_tried_again() {
        browser.size(1280, 800);
        long payment = world.bank("r1").qr(61);
        page.open("payments");
        page.awaitPart(".row[data-id='" + payment + "']");
        browser.script("""
                const real = window.fetch;
                window.fetch = (url, ...more) => {
                  if (!window.lost && String(url).includes('qr.svg')) {
                    window.lost = true;
                    return Promise.reject(new TypeError('lost'));
                  }
                  return real(url, ...more);
                };""");
        page.go("payments/" + payment);
        page.awaitPart(".payment img.qr");
        assertThat(browser.script("return window.lost").asBoolean()).isTrue();
    }

    @Test
    void a_jump_of_the_clock_expires_a_code_before_one_s_eyes() {
        browser.size(1280, 800);
        page.open("clock");
        page.press("#freeze");
        page.awaitPart("#now[data-mode=frozen]");
        long payment = world.bank("r1").qr(700);
        page.go("payments/" + payment);
        page.awaitText("#expires", "3:00");

        page.go("clock");
        page.awaitText(".due", "the payment expires");
        page.press("#next:not(:disabled)");
        page.awaitText("#fired", "the payment expired");
        page.go("payments/" + payment);

        page.awaitPart(".payment[data-status=Error]");
        page.awaitPart(".phone[data-screen=failed]");
        assertThat(world.bank("r1").status(payment).state()).isEqualTo("Error");
    }

    @Test
    void a_code_expires_by_itself_while_one_looks() {
        browser.size(1280, 800);
        world.organization(Bank.BIN, "{\"behaviorOptions\":{\"qrCodeScanWaitTimeout\":2}}");
        page.open("payments");
        page.awaitPart(".empty");
        long payment = world.bank("r1").qr(80);
        page.awaitPart(".row[data-id='" + payment + "'] .left");
        page.awaitPart(".row[data-id='" + payment + "'] [data-status=Error]");
    }

    @Test
    void the_cashier_gives_money_back() {
        browser.size(1280, 800);
        long payment = world.bank("r1").paid(500);
        page.open("payments/" + payment);
        page.awaitPart(".payment[data-status=Processed]");
        browser.script("document.querySelector('[name=amount]').value = '120'");
        page.press(".payment form button");
        page.awaitText(".payment .pairs", "120");
    }

    @Test
    void payments_are_found_by_order_sum_and_state() {
        browser.size(1280, 800);
        Bank bank = world.bank("r1");
        long first = bank.qr(111);
        long second = bank.qr(222);
        bank.hook("scan", second);
        page.open("payments");
        page.awaitPart(".row[data-id='" + second + "']");
        browser.type("#search", "111");
        browser.await("one row", () -> page.number("document.querySelectorAll('.row').length") == 1);
        page.awaitPart(".row[data-id='" + first + "']");
        browser.type("#search", "\uE003\uE003\uE003");
        page.change("#filter-status", "Wait");
        browser.await("the other row", () -> page.number("document.querySelectorAll('.row').length") == 1);
        page.awaitPart(".row[data-id='" + second + "']");
    }

    @Test
    void payments_are_told_apart_by_the_scheme_that_asked_for_them() {
        browser.size(1280, 800);
        long first = world.bank("r1").qr(111);
        long second = world.bank("r2").qr(222);
        page.open("payments");
        page.awaitText(".row[data-id='" + second + "'] .what", "Kaspi Pay r2");
        page.change("#filter-bank", "kaspi r1");
        browser.await("one row", () -> page.number("document.querySelectorAll('.row').length") == 1);
        page.awaitText(".row[data-id='" + first + "'] .what", "Kaspi Pay r1");
        page.change("#filter-bank", "kaspi");
        browser.await("both rows", () -> page.number("document.querySelectorAll('.row').length") == 2);
    }
}
