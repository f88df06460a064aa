package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.Town.NOON;
import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static kz.paysandbox.emulator.kaspi.domain.Town.reason;
import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import org.junit.jupiter.api.Test;

class RemoteSellingTest {

    private final Town town = new Town();

    @Test
    void a_client_is_found_by_phone_and_has_a_name() {
        assertThat(achieved(SaleProcess.clientName(Town.PHONE))).isEqualTo(Customer.name(Town.PHONE));
    }

    @Test
    void the_51st_lookup_of_one_device_in_a_minute_is_too_many_and_another_device_may_go_on() {
        Device device = town.till("a1").device();
        for (int call = 0; call < 50; call++) {
            assertThat(town.bank.allowsLookup(device, NOON)).isTrue();
        }
        assertThat(town.bank.allowsLookup(device, NOON)).isFalse();
        assertThat(town.bank.allowsLookup(town.till("a2").device(), NOON)).isTrue();
        assertThat(town.bank.allowsLookup(device, NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void of_many_lookups_at_once_no_more_are_allowed_than_the_limit() {
        Device device = town.till("a1").device();
        assertThat(AtOnce.call(64, caller -> town.bank.allowsLookup(device, NOON)))
                .filteredOn(allowed -> allowed)
                .hasSize(50);
    }

    @Test
    void of_many_status_calls_at_once_no_more_are_allowed_than_the_limit() {
        Payment invoice = town.invoice("a1");
        assertThat(AtOnce.call(32, caller -> town.bank.allowsInvoicePoll(invoice, NOON)))
                .filteredOn(allowed -> allowed)
                .hasSize(10);
    }

    @Test
    void a_phone_decides_what_a_lookup_says() {
        assertThat(reason(SaleProcess.clientName("12"))).isEqualTo(Reason.PHONE_MALFORMED);
        assertThat(reason(SaleProcess.clientName("87010000404"))).isEqualTo(Reason.NOT_A_CLIENT);
        assertThat(achieved(SaleProcess.clientName(Town.PHONE))).isNotEmpty();
    }

    @Test
    void an_invoice_is_canceled_once_and_again_is_as_good_as_once() {
        Payment invoice = town.invoice("a1");
        Payment canceled = achieved(town.selling.cancelInvoice(town.till("a2"), invoice.id(), NOON));
        assertThat(canceled.at(NOON)).isEqualTo(PaymentStatus.REMOTE_PAYMENT_CANCELED);
        assertThat(achieved(town.selling.cancelInvoice(town.till("a1"), invoice.id(), NOON.plusSeconds(1))))
                .isEqualTo(canceled);
    }

    @Test
    void only_this_organisation_s_invoices_can_be_canceled() {
        assertThat(reason(town.selling.cancelInvoice(
                        town.till("b1"), town.invoice("a1").id(), NOON)))
                .isEqualTo(Reason.INVOICE_UNKNOWN);
        assertThat(reason(town.selling.cancelInvoice(town.till("a1"), 9, NOON))).isEqualTo(Reason.INVOICE_UNKNOWN);
        assertThat(reason(town.selling.cancelInvoice(
                        town.till("a1"), town.create("a1", "1").id(), NOON)))
                .isEqualTo(Reason.INVOICE_UNKNOWN);
    }

    @Test
    void an_invoice_that_is_paid_rejected_or_expired_cannot_be_canceled() {
        Payment paid = town.invoice("a1");
        achieved(town.bank.confirm(paid.id(), NOON));
        assertThat(town.selling.cancelInvoice(town.till("a1"), paid.id(), NOON).refusal())
                .contains(Refusal.of(Reason.INVOICE_FINAL, "the invoice is Processed"));
        Payment expired = town.invoice("a1");
        assertThat(reason(town.selling.cancelInvoice(town.till("a1"), expired.id(), NOON.plusSeconds(86_400))))
                .isEqualTo(Reason.INVOICE_FINAL);
    }

    @Test
    void ten_status_calls_a_minute_for_one_invoice_are_somebody_s_act() {
        Payment invoice = town.invoice("a1");
        for (int call = 0; call < 10; call++) {
            assertThat(town.bank.allowsInvoicePoll(invoice, NOON)).isTrue();
        }
        assertThat(town.bank.allowsInvoicePoll(invoice, NOON)).isFalse();
        assertThat(town.bank.allowsInvoicePoll(town.invoice("a1"), NOON)).isTrue();
    }
}
