package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.Town.NOON;
import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static kz.paysandbox.emulator.kaspi.domain.Town.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.BehaviorOptions;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnProcessTest {

    private final Town town = new Town();

    @Test
    void a_return_is_booked_with_its_own_id_its_device_and_its_instant() {
        Payment paid = town.paid("a1", "1000");
        Return entry = achieved(give(paid, "400"));
        assertThat(entry.by()).isEqualTo("a1");
        assertThat(entry.at()).isEqualTo(NOON);
        assertThat(entry.amount()).isEqualTo(Money.tenge(400));
        assertThat(entry.id()).isGreaterThan(paid.id());
        assertThat(town.now(paid).returns().latest()).containsExactly(entry);
        assertThat(town.now(paid).available(NOON)).isEqualTo(Money.tenge(600));
    }

    @Test
    void another_device_of_the_same_trade_point_may_return() {
        town.bank.devices().add(new Device("a1-second", 9, "A-9", Town.A, 1, true));
        Payment paid = town.paid("a1", "10");
        assertThat(achieved(town.returning.giveBack(
                                town.till("a1-second"),
                                paid.id(),
                                Optional.empty(),
                                List.of(Town.A),
                                BigDecimal.TEN,
                                NOON))
                        .by())
                .isEqualTo("a1-second");
    }

    @Test
    void the_purchase_is_checked_first_then_the_trade_point_then_its_status_then_the_code_then_the_amount() {
        Payment open = town.create("a1", "10");
        Payment paid = town.paid("a1", "10");
        Optional<Long> noCode = Optional.of(9L);
        assertThat(reason(give("a2", 9, noCode, "0"))).isEqualTo(Reason.PURCHASE_UNKNOWN);
        assertThat(reason(give("a2", open.id(), noCode, "0"))).isEqualTo(Reason.TRADE_POINT_DIFFERS);
        assertThat(reason(give("a1", open.id(), noCode, "0"))).isEqualTo(Reason.STATUS_UNFIT);
        assertThat(reason(give("a1", paid.id(), noCode, "0"))).isEqualTo(Reason.RETURN_UNFIT);
        assertThat(reason(give("a1", paid.id(), Optional.empty(), "0"))).isEqualTo(Reason.WRONG_AMOUNT_RETURNED);
    }

    @Test
    void the_amount_s_form_is_checked_before_the_rest_and_the_rest_before_parts() {
        Organization whole =
                new Organization(Town.A, "A", true, List.of("Red"), BehaviorOptions.DOCUMENTED, false, List.of());
        town.bank.merchants().add(whole);
        Payment paid = town.paid("a1", "10");
        assertThat(reason(give(paid, "10.001"))).isEqualTo(Reason.WRONG_AMOUNT_RETURNED);
        assertThat(reason(give(paid, "10.01"))).isEqualTo(Reason.RETURN_ABOVE_PURCHASE);
        assertThat(reason(give(paid, "9.99"))).isEqualTo(Reason.PARTIAL_FORBIDDEN);
        assertThat(achieved(give(paid, "10.00")).amount()).isEqualTo(Money.tenge(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001", "-1e400", "1e-400"})
    void a_wrong_amount_changes_nothing(String amount) {
        Payment paid = town.paid("a1", "10");
        assertThat(reason(give(paid, amount))).isEqualTo(Reason.WRONG_AMOUNT_RETURNED);
        assertThat(town.now(paid)).isEqualTo(paid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.01", "1e30", "1e400", "1e2000000000", "99999999999999999999999999999999999999999999.00"})
    void more_than_was_paid_is_above_the_purchase_however_much_it_is(String amount) {
        assertThat(reason(give(town.paid("a1", "10"), amount))).isEqualTo(Reason.RETURN_ABOVE_PURCHASE);
    }

    @Test
    void a_refused_return_draws_no_id() {
        Payment paid = town.paid("a1", "10");
        give(paid, "11");
        assertThat(achieved(give(paid, "1")).id()).isEqualTo(paid.id() + 1);
    }

    @Test
    void the_cashier_needs_neither_device_nor_code_but_money_that_is_there() {
        Payment paid = town.paid("a1", "10");
        assertThat(achieved(town.returning.giveBackByCashier(paid.id(), BigDecimal.ONE, NOON))
                        .by())
                .isEqualTo(Return.CASHIER);
        assertThat(reason(town.returning.giveBackByCashier(paid.id(), BigDecimal.TEN, NOON)))
                .isEqualTo(Reason.RETURN_ABOVE_PURCHASE);
        assertThat(reason(
                        town.returning.giveBackByCashier(town.create("a1", "10").id(), BigDecimal.ONE, NOON)))
                .isEqualTo(Reason.STATUS_UNFIT);
        assertThat(reason(town.returning.giveBackByCashier(9, BigDecimal.ONE, NOON)))
                .isEqualTo(Reason.PURCHASE_UNKNOWN);
    }

    private Outcome<Return, Refusal> give(Payment payment, String amount) {
        return give("a1", payment.id(), Optional.empty(), amount);
    }

    private Outcome<Return, Refusal> give(String token, long id, Optional<Long> code, String amount) {
        return town.returning.giveBack(town.till(token), id, code, List.of(Town.A), new BigDecimal(amount), NOON);
    }
}
