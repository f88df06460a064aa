package kz.paysandbox.emulator.kaspi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;
import kz.paysandbox.emulator.kaspi.domain.SaleProcess;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.TillReasons;
import org.junit.jupiter.api.Test;

/** Each rule alone, just beyond its bound and just within it. */
class RulesTest {

    private static final String PHONE = "87010000001";

    private static final String DEVICE = "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";

    @Test
    void a_status_is_asked_for_at_the_announced_interval_give_or_take_half_a_second() {
        RuleTestWorld watched = new RuleTestWorld(new Polling(WorldMemory.unbounded()));
        String id = sale(watched);
        watched.call("r1 payment status", "QrPaymentId", id)
                .after("PT4.5S")
                .call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.found()).isEmpty();

        watched.after("PT4.499S").call("r1 payment status v02", "QrPaymentId", id);
        assertThat(watched.found()).containsExactly("kaspi.poll.too-fast[2, 3]");
    }

    @Test
    void a_refused_status_is_no_poll() {
        RuleTestWorld watched = new RuleTestWorld(new Polling(WorldMemory.unbounded()));
        String id = sale(watched);
        watched.refused("r1 payment status", Reason.PURCHASE_UNKNOWN, "QrPaymentId", id);

        assertThat(watched.call("r1 payment status", "QrPaymentId", id).found()).isEmpty();
    }

    @Test
    void the_first_status_after_the_end_is_how_one_learns_of_it() {
        RuleTestWorld watched = new RuleTestWorld(new Polling(WorldMemory.unbounded()));
        String id = sale(watched);
        watched.call("r1 payment status", "QrPaymentId", id)
                .after("PT5M4S")
                .call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.found()).isEmpty();

        watched.after("PT5S").call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.found()).containsExactly("kaspi.poll.after-final[2, 3]");
    }

    @Test
    void a_status_long_after_the_end_is_late_for_who_had_asked_before() {
        RuleTestWorld watched = new RuleTestWorld(new Polling(WorldMemory.unbounded()));
        String asked = sale(watched);
        String never = sale(watched);
        watched.call("r1 payment status", "QrPaymentId", asked).after("PT5M6S");

        watched.call("r1 payment status", "QrPaymentId", never).call("r1 payment status", "QrPaymentId", asked);
        assertThat(watched.found()).containsExactly("kaspi.poll.after-expiry[1, 3]");
    }

    @Test
    void a_return_is_repeated_after_a_look_or_after_a_refusal_or_with_another_amount() {
        RuleTestWorld watched = new RuleTestWorld(new BlindRetries(WorldMemory.unbounded()))
                .refused("r3 payment return", Reason.RETURN_ABOVE_PURCHASE, "QrPaymentId", "1", "Amount", "5")
                .call("r3 payment return", "QrPaymentId", "1", "Amount", "5")
                .call("r3 payment details", "QrPaymentId", "1")
                .call("r3 payment return", "QrPaymentId", "1", "Amount", "5")
                .call("r3 payment return", "QrPaymentId", "1", "Amount", "6")
                .call("r3 payment return", "QrPaymentId", "2", "Amount", "6")
                .after("PT10M")
                .call("r3 payment return", "QrPaymentId", "1", "Amount", "6");
        assertThat(watched.found()).isEmpty();

        watched.after("PT9M59S").call("r3 payment return", "QrPaymentId", "1", "Amount", "6");
        assertThat(watched.found()).containsExactly("kaspi.refund.blind-retry[7, 8]");
    }

    @Test
    void a_sale_is_known_by_its_number_and_an_invoice_by_phone_and_amount() {
        RuleTestWorld watched = new RuleTestWorld(new BlindRetries(WorldMemory.unbounded()))
                .call("r3 qr create", "Amount", "5")
                .call("r3 qr create", "Amount", "5")
                .call("r3 qr create", "ExternalId", "a")
                .call("r3 qr create", "ExternalId", "b")
                .call("r3 remote create", "PhoneNumber", PHONE, "Amount", "5")
                .call("r3 remote create", "PhoneNumber", "87010000002", "Amount", "5")
                .call("r3 remote create", "PhoneNumber", PHONE, "Amount", "6");
        assertThat(watched.found()).isEmpty();

        watched.call("r3 qr create-link", "ExternalId", "a")
                .call("r3 remote create", "PhoneNumber", "77010000001", "Amount", "5.00");
        assertThat(watched.found()).containsExactly("kaspi.create.blind-retry[3, 8]", "kaspi.create.blind-retry[5, 9]");
        assertThat(watched.findings()).noneMatch(finding -> finding.evidence().contains("7010000001"));
    }

    @Test
    void a_number_is_one_tills_own_and_an_invoice_is_known_by_its_words_too() {
        String other = "11111111-5895-48f8-8bc2-86c7bd419b3b";
        RuleTestWorld watched = new RuleTestWorld(new BlindRetries(WorldMemory.unbounded()));
        watched.bank().devices().add(new Device(other, 322, "GFC-322", "180340021791", 2, true));
        watched.call("r3 qr create", "DeviceToken", DEVICE, "ExternalId", "1")
                .call("r3 qr create", "DeviceToken", other, "ExternalId", "1")
                .call("r3 remote create", "PhoneNumber", PHONE, "Amount", "5", "Comment", "a")
                .call("r3 remote create", "PhoneNumber", PHONE, "Amount", "5", "Comment", "b");
        assertThat(watched.found()).isEmpty();

        watched.call("r3 qr create", "DeviceToken", "321", "ExternalId", "1")
                .call("r3 remote create", "PhoneNumber", PHONE, "Amount", "5", "Comment", "b");
        assertThat(watched.found()).containsExactly("kaspi.create.blind-retry[1, 5]", "kaspi.create.blind-retry[4, 6]");
    }

    @Test
    void amounts_that_are_the_same_money_are_the_same_return() {
        RuleTestWorld watched = new RuleTestWorld(new BlindRetries(WorldMemory.unbounded()))
                .call("r3 payment return", "QrPaymentId", "1", "Amount", "100")
                .call("r3 payment return", "QrPaymentId", "1", "Amount", "100.00");

        assertThat(watched.found()).containsExactly("kaspi.refund.blind-retry[1, 2]");
    }

    @Test
    void a_code_that_nobody_saw_made_anew_is_noted_and_an_invoice_or_a_return_weighs_more() {
        RuleTestWorld watched = new RuleTestWorld(new BlindRetries(WorldMemory.unbounded()))
                .lost("r3 qr create", "ExternalId", "a")
                .call("r3 qr create", "ExternalId", "a");
        assertThat(watched.findings()).extracting(Finding::severity).containsExactly(Finding.Severity.NOTE);

        watched.lost("r3 remote create", "PhoneNumber", PHONE, "Amount", "5")
                .call("r3 remote create", "PhoneNumber", PHONE, "Amount", "5")
                .lost("r3 payment return", "QrPaymentId", "1", "Amount", "5")
                .lost("r3 payment details", "QrPaymentId", "1")
                .call("r3 payment return", "QrPaymentId", "1", "Amount", "5");
        assertThat(watched.found())
                .containsExactly(
                        "kaspi.create.blind-retry[1, 2]",
                        "kaspi.create.blind-retry[3, 4]",
                        "kaspi.refund.blind-retry[5, 7]");
        assertThat(watched.findings())
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.NOTE, Finding.Severity.WARNING, Finding.Severity.ERROR);
    }

    @Test
    void a_lost_status_is_asked_for_again_at_once() {
        RuleTestWorld watched = new RuleTestWorld(new Polling(WorldMemory.unbounded()));
        String id = sale(watched);
        watched.lost("r1 payment status", "QrPaymentId", id).call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.found()).as("too fast").isEmpty();

        watched.after("PT5M4S")
                .lost("r1 payment status", "QrPaymentId", id)
                .call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.found()).as("after the final one").isEmpty();
    }

    @Test
    void an_unknown_device_is_a_wrong_bin_only_where_another_organisation_has_it() {
        RuleTestWorld watched = new RuleTestWorld(new DeviceBins())
                .refused("r3 qr create", Reason.DEVICE_UNKNOWN, "DeviceToken", "nobody's")
                .call("r3 qr create", "DeviceToken", DEVICE);
        assertThat(watched.found()).isEmpty();

        watched.refused(
                "r3 qr create", Reason.DEVICE_UNKNOWN, "DeviceToken", DEVICE, "OrganizationBin", "990340000013");
        assertThat(watched.found()).containsExactly("kaspi.device.wrong-bin[3]");
    }

    @Test
    void lookups_are_too_many_when_the_bank_says_so() {
        RuleTestWorld watched = new RuleTestWorld(new Lookups()).call("r3 remote client-info");
        assertThat(watched.found()).isEmpty();

        watched.refused("r3 remote client-info", Reason.TOO_MANY_LOOKUPS);
        assertThat(watched.found()).containsExactly("kaspi.client-info.too-many[2]");
    }

    @Test
    void of_returns_at_once_all_but_the_first_are_retries() {
        RuleTestWorld watched = new RuleTestWorld(new BlindRetries(WorldMemory.unbounded()));
        AtOnce.call(16, caller -> watched.call("r3 payment return", "QrPaymentId", "1", "Amount", "5"));
        assertThat(watched.findings())
                .singleElement()
                .extracting(Finding::count)
                .isEqualTo(15L);
    }

    static String sale(RuleTestWorld watched) {
        Payment sold = watched.bank()
                .till(DEVICE, List.of("180340021791"), TillReasons.LISTED)
                .flatMap(till -> new SaleProcess(watched.bank(), Scheme.R1)
                        .create(PaymentKind.QR, till, Money.tenge(5).toDecimal(), "", watched.now()))
                .value()
                .orElseThrow();
        return String.valueOf(sold.id());
    }
}
