package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.Town.A;
import static kz.paysandbox.emulator.kaspi.domain.Town.B;
import static kz.paysandbox.emulator.kaspi.domain.Town.NOON;
import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static kz.paysandbox.emulator.kaspi.domain.Town.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.merchants.Till;
import kz.paysandbox.emulator.kaspi.domain.merchants.TillReasons;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;
import org.junit.jupiter.api.Test;

class KaspiBankTest {

    private static final Instant SCAN_OVER = NOON.plusSeconds(180);
    private final Town town = new Town();
    private final KaspiBank bank = town.bank;

    @Test
    void a_device_comes_with_its_trade_point_and_organisation() {
        Till till = achieved(bank.till("a1", List.of(A), TillReasons.LISTED));
        assertThat(till.device().token()).isEqualTo("a1");
        assertThat(till.tradePoint().id()).isEqualTo(1);
        assertThat(till.organization().bin()).isEqualTo(A);
        assertThat(achieved(bank.till("3", List.of(A, B), TillReasons.LISTED))
                        .organization()
                        .bin())
                .isEqualTo(B);
    }

    @Test
    void a_device_is_checked_for_being_known_then_active_then_placed_then_open() {
        bank.merchants().add(new TradePoint(1, A, "1", false, true, true));
        bank.devices().turn("a1", false);
        assertThat(reason(bank.till("a1", List.of(B), TillReasons.LISTED))).isEqualTo(Reason.DEVICE_UNKNOWN);
        assertThat(reason(bank.till("none", List.of(A), TillReasons.LISTED))).isEqualTo(Reason.DEVICE_UNKNOWN);
        assertThat(reason(bank.till("a1", List.of(A), TillReasons.LISTED))).isEqualTo(Reason.DEVICE_INACTIVE);
        bank.devices().turn("a1", true);
        assertThat(reason(bank.till("a1", List.of(A), TillReasons.LISTED))).isEqualTo(Reason.TRADE_POINT_UNKNOWN);
        bank.merchants().add(new TradePoint(1, A, "1", false, true, false));
        assertThat(reason(bank.till("a1", List.of(A), TillReasons.LISTED))).isEqualTo(Reason.TRADE_POINT_OFF);
    }

    @Test
    void calls_whose_lists_lack_a_code_answer_with_what_is_assumed_for_them() {
        bank.devices().turn("a1", false);
        bank.merchants().add(new TradePoint(2, A, "2", false, true, false));
        assertThat(reason(bank.till("none", List.of(A), TillReasons.UNLISTED)))
                .isEqualTo(Reason.DEVICE_UNKNOWN_UNLISTED);
        assertThat(reason(bank.till("a1", List.of(A), TillReasons.UNLISTED)))
                .isEqualTo(Reason.DEVICE_INACTIVE_UNLISTED);
        assertThat(reason(bank.till("a2", List.of(A), TillReasons.UNLISTED)))
                .isEqualTo(Reason.TRADE_POINT_OFF_UNLISTED);
        assertThat(reason(bank.till("a1", List.of(A), TillReasons.REMOTE))).isEqualTo(Reason.DEVICE_INACTIVE_UNLISTED);
        assertThat(reason(bank.till("a2", List.of(A), TillReasons.REMOTE))).isEqualTo(Reason.TRADE_POINT_OFF);
    }

    @Test
    void a_purchase_is_seen_by_its_own_organisation_alone() {
        Payment payment = town.create("a1", "10");
        assertThat(bank.purchase(payment.id(), List.of(A))).isEqualTo(Outcome.ok(payment));
        assertThat(bank.purchase(payment.id(), List.of(B, A))).isEqualTo(Outcome.ok(payment));
        assertThat(reason(bank.purchase(payment.id(), List.of(B)))).isEqualTo(Reason.PURCHASE_UNKNOWN);
        assertThat(reason(bank.purchase(9, List.of(A)))).isEqualTo(Reason.PURCHASE_UNKNOWN);
    }

    @Test
    void what_lapsed_is_told_once_for_the_span_that_holds_its_deadline() {
        Payment open = town.create("a1", "10");
        QrReturn code = town.returning.createCode(town.till("a1"), "", NOON);
        town.paid("a1", "10");
        town.scannedCode("a1", Town.PHONE);
        assertThat(bank.lapsed(NOON, SCAN_OVER.minusMillis(1))).isEmpty();
        assertThat(bank.lapsed(NOON, SCAN_OVER))
                .containsExactly(
                        DueEvent.done(SCAN_OVER, "kaspi.payment.lapsed", String.valueOf(open.id())),
                        DueEvent.done(SCAN_OVER, "kaspi.return.lapsed", String.valueOf(code.id())));
        assertThat(bank.lapsed(SCAN_OVER, SCAN_OVER.plusSeconds(1))).isEmpty();
    }

    @Test
    void settling_makes_facts_of_all_that_lapsed() {
        Payment open = town.create("a1", "10");
        QrReturn code = town.returning.createCode(town.till("a1"), "", NOON);
        bank.settle(SCAN_OVER);
        assertThat(town.now(open).at(NOON)).isEqualTo(PaymentStatus.ERROR);
        assertThat(bank.returns().find(code.id()).orElseThrow().at(NOON)).isEqualTo(ReturnStatus.ERROR);
        assertThat(bank.lapsed(NOON, SCAN_OVER)).isEmpty();
    }

    @Test
    void a_confirmation_that_was_refused_leaves_nothing_to_be_found() {
        Payment open = town.create("a1", "10");
        assertThat(reason(bank.confirm(open.id(), NOON))).isEqualTo(Reason.WRONG_STATE);
        assertThat(bank.latestPaid(1, "", 10)).isEmpty();
        assertThat(reason(bank.confirm(9, NOON))).isEqualTo(Reason.PURCHASE_UNKNOWN);
    }

    @Test
    void its_rules_are_those_it_was_given() {
        assertThat(bank.rules().maxAmount()).isEqualTo(Money.tenge(100_000_000));
    }
}
