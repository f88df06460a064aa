package kz.paysandbox.emulator.epay.domain;

import static kz.paysandbox.emulator.epay.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import org.junit.jupiter.api.Test;

class ThreeDsTest {

    private final EpayBank bank = Fixtures.bank();
    private final ThreeDs issuer = new ThreeDs(bank);
    private final Payment asked = new PaymentProcess(bank)
            .byCard(Fixtures.order(1, "123456", Money.tenge(10)), Fixtures.card(1, "4405640000003000"), NOON)
            .value()
            .orElseThrow();

    @Test
    void the_customer_is_asked_and_found_again_by_the_md() {
        assertThat(asked.at(NOON)).isEqualTo(PaymentStatus.THREE_D);
        String md = asked.challenge().orElseThrow().md();
        assertThat(md).startsWith("0a1b2c3d-").hasSize(36);
        assertThat(bank.challenged(md).map(Payment::id)).contains(asked.id());
        assertThat(bank.challenged("nobody")).isEmpty();
        assertThat(issuer.code(asked)).matches("4\\d{5}");
        assertThat(issuer.paReq(asked)).isNotEqualTo(issuer.paRes(asked, true));
        assertThat(issuer.paRes(asked, true)).isNotEqualTo(issuer.paRes(asked, false));
    }

    @Test
    void the_right_answer_grants_and_any_other_fails() {
        assertThat(issuer.answer(asked, issuer.code(asked), NOON)).isEqualTo(ThreeDs.Answer.PASSED);
        Payment granted =
                issuer.complete(asked, issuer.paRes(asked, true), NOON).value().orElseThrow();
        assertThat(granted.at(NOON)).isEqualTo(PaymentStatus.CHARGE);
        assertThat(issuer.complete(granted, "forged", NOON).value().map(one -> one.at(NOON)))
                .contains(PaymentStatus.CHARGE);
    }

    @Test
    void a_forged_answer_fails_the_payment() {
        Payment failed = issuer.complete(asked, "forged", NOON).value().orElseThrow();
        assertThat(failed.at(NOON)).isEqualTo(PaymentStatus.FAILED);
        assertThat(failed.refusal(NOON)).contains(Reason.THREE_DS_FAILED);
        assertThat(History.of(failed, NOON).stream().map(History.Step::status))
                .containsExactly(PaymentStatus.NEW, PaymentStatus.THREE_D, PaymentStatus.FAILED);
    }

    @Test
    void the_third_wrong_code_is_the_last() {
        assertThat(issuer.answer(asked, "1", NOON)).isEqualTo(ThreeDs.Answer.WRONG);
        assertThat(issuer.answer(asked, "2", NOON)).isEqualTo(ThreeDs.Answer.WRONG);
        assertThat(issuer.answer(asked, "3", NOON)).isEqualTo(ThreeDs.Answer.GIVEN_UP);
    }

    @Test
    void time_alone_fails_it_at_the_deadline() {
        Instant end = NOON.plus(Duration.ofMinutes(10));
        assertThat(asked.at(end.minusNanos(1))).isEqualTo(PaymentStatus.THREE_D);
        assertThat(asked.refusal(end.minusNanos(1))).isEmpty();
        assertThat(asked.at(end)).isEqualTo(PaymentStatus.FAILED);
        assertThat(asked.refusal(end)).contains(Reason.THREE_DS_TIMEOUT);
        assertThat(bank.lapsed(NOON, end)).extracting("what").containsExactly("epay.3ds.lapsed");
        assertThat(bank.lapsed(NOON, end.minusNanos(1))).isEmpty();
        assertThat(bank.lapsed(end, end.plusSeconds(1))).isEmpty();
        bank.settle(end.minusNanos(1));
        assertThat(bank.payments().find(asked.id()).orElseThrow().verdict()).isEmpty();
        bank.settle(end);
        assertThat(bank.payments().find(asked.id()).orElseThrow().at(NOON)).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void time_can_be_called_by_hand_once() {
        assertThat(issuer.end(asked.id(), NOON).value().map(one -> one.at(NOON)))
                .contains(PaymentStatus.FAILED);
        assertThat(issuer.end(asked.id(), NOON).refusal().map(Refusal::reason)).contains(Reason.WRONG_STATE);
        assertThat(issuer.end("nobody", NOON).refusal().map(Refusal::reason)).contains(Reason.TRANSACTION_UNKNOWN);
    }
}
