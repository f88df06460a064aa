package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.Town.NOON;
import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static kz.paysandbox.emulator.kaspi.domain.Town.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.BehaviorOptions;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaleProcessTest {

    private final Town town = new Town();

    @Test
    void a_qr_payment_is_kept_as_agreed() {
        Payment payment = town.create("a1", "200.00");
        PaymentTerms terms = payment.terms();
        assertThat(terms.kind()).isEqualTo(PaymentKind.QR);
        assertThat(terms.amount()).isEqualTo(Money.tenge(200));
        assertThat(terms.externalId()).isEqualTo("15");
        assertThat(terms.device().token()).isEqualTo("a1");
        assertThat(terms.created()).isEqualTo(NOON);
        assertThat(payment.customer()).isEmpty();
        assertThat(town.now(payment)).isEqualTo(payment);
    }

    @Test
    void a_code_a_link_and_an_invoice_each_wait_their_own_time() {
        BehaviorOptions options = new BehaviorOptions(5, 100, 200, 30);
        town.bank.merchants().add(new Organization(Town.A, "A", true, List.of("Red"), options, true, List.of()));
        assertThat(sell(PaymentKind.QR, "1").terms().expires()).isEqualTo(NOON.plusSeconds(100));
        assertThat(sell(PaymentKind.LINK, "1").terms().expires()).isEqualTo(NOON.plusSeconds(200));
        assertThat(sell(PaymentKind.LINK, "1").terms().confirmWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(town.invoice("a1").terms().expires()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void ids_of_payments_returns_and_codes_come_from_one_sequence() {
        long first = town.paid("a1", "10").id();
        QrReturn code = town.scannedCode("a1", Town.PHONE);
        Return back = achieved(town.returning.giveBackByCashier(first, BigDecimal.ONE, NOON));
        Payment invoice = town.invoice("a1");
        assertThat(List.of(code.id(), back.id(), invoice.id())).containsExactly(first + 1, first + 2, first + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001", "1.005", "100000000.01", "1e400", "1e-400", "99999999999999999999"})
    void a_wrong_amount_is_refused(String amount) {
        assertThat(reason(create(PaymentKind.QR, amount))).isEqualTo(Reason.WRONG_AMOUNT_PAID);
        assertThat(reason(town.selling.invoice(town.till("a1"), Town.PHONE, new BigDecimal(amount), "", NOON)))
                .isEqualTo(Reason.WRONG_AMOUNT_PAID);
        assertThat(town.bank.purchases().stream()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "100000000", "100000000.00", "30000", "1e2"})
    void an_amount_within_the_limits_is_taken(String amount) {
        assertThat(create(PaymentKind.QR, amount).value()).isPresent();
    }

    @Test
    void qr_payments_are_checked_before_the_amount_and_the_amount_before_the_methods() {
        town.bank.merchants().add(without(List.of()));
        town.bank.merchants().add(new TradePoint(1, Town.A, "1", true, false, false));
        assertThat(reason(create(PaymentKind.QR, "0"))).isEqualTo(Reason.NO_QR_PAYMENTS);
        town.bank.merchants().add(TradePoint.open(1, Town.A, "1"));
        assertThat(reason(create(PaymentKind.LINK, "0"))).isEqualTo(Reason.WRONG_AMOUNT_PAID);
        assertThat(reason(create(PaymentKind.LINK, "1"))).isEqualTo(Reason.NO_PAYMENT_METHODS);
    }

    @Test
    void an_invoice_checks_the_phone_before_the_amount_and_the_amount_before_the_client() {
        assertThat(reason(invoice("12", "0"))).isEqualTo(Reason.PHONE_MALFORMED);
        assertThat(reason(invoice("87010000404", "0"))).isEqualTo(Reason.WRONG_AMOUNT_PAID);
        assertThat(reason(invoice("87010000404", "1"))).isEqualTo(Reason.CANNOT_BE_INVOICED);
        Payment invoice = achieved(invoice("+77010000001", "1"));
        assertThat(invoice.customer()).isEqualTo(Town.PHONE);
        assertThat(invoice.terms().externalId()).isEqualTo("comment");
        assertThat(invoice.at(NOON)).isEqualTo(PaymentStatus.REMOTE_PAYMENT_CREATED);
    }

    @Test
    void a_full_world_refuses_a_payment() {
        Town small = new Town(1, 1);
        small.create("a1", "1");
        assertThat(reason(small.selling.create(PaymentKind.QR, small.till("a1"), BigDecimal.ONE, "", NOON)))
                .isEqualTo(Reason.SANDBOX_FULL);
    }

    private Organization without(List<String> methods) {
        return new Organization(Town.A, "A", true, methods, BehaviorOptions.DOCUMENTED, true, List.of());
    }

    private Payment sell(PaymentKind kind, String amount) {
        return achieved(create(kind, amount));
    }

    private Outcome<Payment, Refusal> create(PaymentKind kind, String amount) {
        return town.selling.create(kind, town.till("a1"), new BigDecimal(amount), "15", NOON);
    }

    private Outcome<Payment, Refusal> invoice(String phone, String amount) {
        return town.selling.invoice(town.till("a1"), phone, new BigDecimal(amount), "comment", NOON);
    }
}
