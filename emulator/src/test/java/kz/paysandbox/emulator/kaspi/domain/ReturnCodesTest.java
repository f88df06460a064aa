package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.Town.NOON;
import static kz.paysandbox.emulator.kaspi.domain.Town.PHONE;
import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static kz.paysandbox.emulator.kaspi.domain.Town.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import org.junit.jupiter.api.Test;

class ReturnCodesTest {

    private final Town town = new Town();

    @Test
    void a_code_expires_after_the_organisation_s_scan_wait() {
        QrReturn code = town.returning.createCode(town.till("a1"), "77", NOON);
        assertThat(code.expires()).isEqualTo(NOON.plusSeconds(180));
        assertThat(code.terms().externalId()).isEqualTo("77");
        assertThat(town.returning.code(code.id(), List.of(Town.A))).isEqualTo(Outcome.ok(code));
    }

    @Test
    void a_code_of_another_organisation_is_unknown() {
        QrReturn code = town.returning.createCode(town.till("a1"), "", NOON);
        assertThat(reason(town.returning.code(code.id(), List.of(Town.B)))).isEqualTo(Reason.PURCHASE_UNKNOWN);
        assertThat(reason(town.returning.code(9, List.of(Town.A)))).isEqualTo(Reason.PURCHASE_UNKNOWN);
    }

    @Test
    void a_scanned_code_serves_one_return_and_a_refused_one_does_not_count() {
        Payment paid = town.paid("a1", "10");
        QrReturn code = town.scannedCode("a1", PHONE);
        assertThat(reason(give(paid, code, "11"))).isEqualTo(Reason.RETURN_ABOVE_PURCHASE);
        achieved(give(paid, code, "4"));
        assertThat(reason(give(paid, code, "6"))).isEqualTo(Reason.RETURN_UNFIT);
        assertThat(town.now(paid).returns().total()).isEqualTo(Money.tenge(4));
        assertThat(found(code).at(NOON)).isEqualTo(ReturnStatus.CUSTOMER_IDENTITY_OBTAINED);
        achieved(give(paid, town.scannedCode("a1", PHONE), "6"));
    }

    @Test
    void of_many_returns_by_one_code_at_once_one_gives_money_back() {
        List<Payment> paid =
                IntStream.range(0, 8).mapToObj(n -> town.paid("a1", "10")).toList();
        QrReturn code = town.scannedCode("a1", PHONE);

        assertThat(AtOnce.call(16, caller -> give(paid.get(caller / 2), code, "1")))
                .filteredOn(outcome -> outcome.value().isPresent())
                .hasSize(1);
        assertThat(paid.stream().mapToInt(payment -> town.now(payment).returns().count()))
                .containsOnlyOnce(1);
    }

    @Test
    void of_many_customers_who_scan_a_code_at_once_one_is_taken() {
        QrReturn code = town.returning.createCode(town.till("a1"), "", NOON);

        assertThat(AtOnce.call(16, caller -> town.bank.returns().scan(code.id(), NOON, "p" + caller)))
                .filteredOn(outcome -> outcome.value().isPresent())
                .hasSize(1);
    }

    @Test
    void of_many_codes_made_at_once_no_more_are_kept_than_the_limit() {
        QrReturns codes = new QrReturns(5);
        Device device = town.till("a1").device();

        AtOnce.call(16, caller -> codes.add(QrReturn.created(caller, device, "", NOON, NOON.plusSeconds(180))));

        assertThat(codes.stream()).hasSize(5);
    }

    @Test
    void a_code_can_be_set_to_serve_any_number_of_returns() {
        Town many = new Town(new ReturnCodeRules(false, ReturnStatus.CUSTOMER_IDENTITY_OBTAINED));
        Payment paid = many.paid("a1", "10");
        QrReturn code = many.scannedCode("a1", PHONE);
        achieved(give(many, paid, code, "4"));
        achieved(give(many, paid, code, "6"));
        assertThat(reason(give(many, paid, code, "1"))).isEqualTo(Reason.RETURN_ABOVE_PURCHASE);
    }

    @Test
    void a_code_can_be_set_to_end_with_its_return() {
        Town ending = new Town(new ReturnCodeRules(false, ReturnStatus.ERROR));
        Payment paid = ending.paid("a1", "10");
        QrReturn code = ending.scannedCode("a1", PHONE);
        achieved(give(ending, paid, code, "4"));
        assertThat(ending.bank.returns().find(code.id()).orElseThrow().at(NOON)).isEqualTo(ReturnStatus.ERROR);
        assertThat(reason(give(ending, paid, code, "6"))).isEqualTo(Reason.RETURN_UNFIT);
    }

    @Test
    void a_code_that_is_not_scanned_or_another_s_serves_no_return() {
        Payment paid = town.paid("a1", "10");
        QrReturn unscanned = town.returning.createCode(town.till("a1"), "", NOON);
        assertThat(give(paid, unscanned, "1").refusal())
                .contains(Refusal.of(Reason.RETURN_UNFIT, "the return QR is QrTokenCreated"));
        assertThat(give(paid, town.scannedCode("a1", "87010000002"), "1").refusal())
                .contains(Refusal.of(Reason.RETURN_UNFIT, "the return QR was scanned by another customer than paid"));
        assertThat(give(paid, town.scannedCode("a2", PHONE), "1").refusal())
                .contains(Refusal.of(Reason.RETURN_UNFIT, "no return QR with this id was made at this trade point"));
        assertThat(town.now(paid)).isEqualTo(paid);
    }

    @Test
    void the_customer_s_purchases_at_this_trade_point_are_listed_newest_first() {
        Payment first = town.paid("a1", "10");
        Payment second = town.paid("a1", "20");
        town.paid("a2", "30");
        town.paid("a1", "40", "87010000002");
        town.create("a1", "50");
        QrReturn code = town.scannedCode("a1", PHONE);
        assertThat(achieved(town.returning.operations(town.till("a1"), code.id(), 10, NOON)))
                .containsExactly(second, first);
        assertThat(achieved(town.returning.operations(town.till("a1"), code.id(), 1, NOON)))
                .containsExactly(second);
    }

    @Test
    void at_most_ten_purchases_are_listed_and_none_for_less_than_one() {
        for (int bought = 0; bought < 12; bought++) {
            town.paid("a1", "10");
        }
        QrReturn code = town.scannedCode("a1", PHONE);
        assertThat(achieved(town.returning.operations(town.till("a1"), code.id(), Long.MAX_VALUE, NOON)))
                .hasSize(10);
        assertThat(achieved(town.returning.operations(town.till("a1"), code.id(), -1, NOON)))
                .isEmpty();
    }

    @Test
    void without_a_scanned_code_of_this_trade_point_nothing_is_listed() {
        QrReturn open = town.returning.createCode(town.till("a1"), "", NOON);
        assertThat(reason(town.returning.operations(town.till("a1"), open.id(), 10, NOON)))
                .isEqualTo(Reason.RETURN_UNFIT);
        QrReturn elsewhere = town.scannedCode("a2", PHONE);
        assertThat(reason(town.returning.operations(town.till("a1"), elsewhere.id(), 10, NOON)))
                .isEqualTo(Reason.RETURN_UNFIT);
    }

    private QrReturn found(QrReturn code) {
        return town.bank.returns().find(code.id()).orElseThrow();
    }

    private Outcome<Return, Refusal> give(Payment payment, QrReturn code, String amount) {
        return give(town, payment, code, amount);
    }

    private static Outcome<Return, Refusal> give(Town town, Payment payment, QrReturn code, String amount) {
        return town.returning.giveBack(
                town.till("a1"), payment.id(), Optional.of(code.id()), List.of(Town.A), new BigDecimal(amount), NOON);
    }
}
