package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.ReturnStatus.CUSTOMER_IDENTITY_OBTAINED;
import static kz.paysandbox.emulator.kaspi.domain.ReturnStatus.ERROR;
import static kz.paysandbox.emulator.kaspi.domain.ReturnStatus.QR_TOKEN_CREATED;
import static kz.paysandbox.emulator.kaspi.domain.Town.NOON;
import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static kz.paysandbox.emulator.kaspi.domain.Town.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import org.junit.jupiter.api.Test;

class QrReturnTest {

    private static final Instant EXPIRES = NOON.plusSeconds(180);
    private static final Instant LAST = EXPIRES.minusMillis(1);

    @Test
    void a_code_can_be_scanned_up_to_its_expiry_and_not_at_it() {
        assertThat(code(1).at(LAST)).isEqualTo(QR_TOKEN_CREATED);
        assertThat(code(1).at(EXPIRES)).isEqualTo(ERROR);
        QrReturn scanned = achieved(code(1).scan(LAST, Town.PHONE));
        assertThat(scanned.customer()).isEqualTo(Town.PHONE);
        assertThat(scanned.scan().orElseThrow().at()).isEqualTo(LAST);
        assertThat(code(1).scan(EXPIRES, Town.PHONE).refusal())
                .contains(Refusal.of(Reason.WRONG_STATE, "the return QR is Error"));
    }

    @Test
    void a_scanned_code_stays_scanned_and_cannot_be_scanned_again() {
        QrReturn scanned = achieved(code(1).scan(NOON, Town.PHONE));
        assertThat(scanned.at(EXPIRES.plusSeconds(1_000_000))).isEqualTo(CUSTOMER_IDENTITY_OBTAINED);
        assertThat(reason(scanned.scan(NOON, "87010000002"))).isEqualTo(Reason.WRONG_STATE);
        assertThat(scanned.settled(EXPIRES)).isEqualTo(scanned);
    }

    @Test
    void settling_turns_a_passed_expiry_into_a_fact_that_survives_a_clock_going_back() {
        assertThat(code(1).settled(EXPIRES).at(NOON)).isEqualTo(ERROR);
        assertThat(reason(code(1).settled(EXPIRES).scan(NOON, Town.PHONE))).isEqualTo(Reason.WRONG_STATE);
        assertThat(code(1).settled(LAST)).isEqualTo(code(1));
    }

    @Test
    void of_many_codes_the_oldest_go_first() {
        QrReturns returns = new QrReturns(2);
        returns.add(code(1));
        returns.add(code(2));
        assertThat(returns.find(1)).isPresent();
        assertThat(returns.add(code(3))).isEqualTo(code(3));
        assertThat(returns.find(1)).isEmpty();
        assertThat(returns.stream()).extracting(QrReturn::id).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void a_world_without_room_still_answers() {
        QrReturns returns = new QrReturns(0);
        returns.add(code(1));
        returns.add(code(2));
        assertThat(returns.stream()).extracting(QrReturn::id).containsExactly(2L);
    }

    @Test
    void scanning_and_settling_change_what_is_kept() {
        QrReturns returns = new QrReturns(2);
        returns.add(code(1));
        returns.add(code(2));
        assertThat(achieved(returns.scan(1, NOON, Town.PHONE)))
                .isEqualTo(returns.find(1).orElseThrow());
        assertThat(reason(returns.scan(9, NOON, Town.PHONE))).isEqualTo(Reason.PURCHASE_UNKNOWN);
        returns.settle(EXPIRES);
        assertThat(returns.find(2).orElseThrow().lapsed()).isTrue();
        assertThat(returns.find(1).orElseThrow().lapsed()).isFalse();
    }

    @Test
    void statuses_are_written_as_in_annex_5() {
        assertThat(ReturnStatus.values())
                .extracting(ReturnStatus::wire)
                .containsExactly("QrTokenCreated", "CustomerIdentityObtained", "Error");
    }

    private static QrReturn code(long id) {
        Device device = new Device("a1", 1, "A-1", Town.A, 1, true);
        return QrReturn.created(id, device, "", NOON, EXPIRES);
    }
}
