package kz.paysandbox.adapters.kaspi;

import static kz.paysandbox.adapters.kaspi.KaspiTestStand.BIN;
import static kz.paysandbox.adapters.kaspi.KaspiTestStand.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.Till;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ScriptedBank;
import org.junit.jupiter.api.Test;

/** A refund whose answer is lost: what the books prove of it, and what they do not. */
class KaspiLostRefundsTest {
    private final KaspiTestStand stand = new KaspiTestStand();

    @Test
    void a_sole_operators_refund_whose_answer_is_lost_is_found_in_the_books_and_sent_once() {
        left("11.00").losesTheAnswer();
        left("6.00");
        MoneyAnswer<Refund> answer = stand.sole.refund(BIN, DEVICE, 501020796, Tenge.of(5));
        assertThat(answer.orThrow())
                .isEqualTo(new Refund(Optional.empty(), 501020796, Tenge.of(5), new Till(Optional.of(BIN), DEVICE)));
        assertThat(stand.bank.posts("/payment/return")).isEqualTo(1);
    }

    @Test
    void a_refund_of_the_same_amount_that_somebody_else_may_have_made_proves_nothing() {
        left("11.00").losesTheAnswer();
        left("6.00", "6.00", "6.00");
        MoneyAnswer<Refund> answer = stand.r3.refund(BIN, DEVICE, 501020796, Tenge.of(5));
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(KaspiTestStand.finding(answer)).contains("another refund of this amount");
        assertThat(stand.bank.posts("/payment/return")).isEqualTo(1);
    }

    @Test
    void a_refund_that_does_not_show_in_the_books_may_still_come() {
        left("11.00").losesTheAnswer();
        left("11.00", "11.00", "11.00", "6.00");
        MoneyAnswer<Refund> answer = stand.sole.refund(BIN, DEVICE, 501020796, Tenge.of(5));
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(KaspiTestStand.finding(answer)).endsWith("refundable was 11.00 and is 11.00 tenge");
        assertThat(((MoneyAnswer.Unknown<Refund>) answer).recheck().settlement())
                .isEqualTo(Settlement.APPLIED);
        assertThat(stand.bank.posts("/payment/return")).isEqualTo(1);
    }

    @Test
    void too_little_gone_and_too_little_left_excludes_a_refund() {
        left("11.00").losesTheAnswer();
        left("8.00");
        MoneyAnswer<Refund> answer = stand.r3.refund(BIN, DEVICE, 501020796, Tenge.of(9));
        assertThat(answer.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(KaspiTestStand.finding(answer)).contains("too little is left");
        left("11.00").losesTheAnswer();
        left("6.00", "6.00", "6.00");
        assertThat(stand.r3.refund(BIN, DEVICE, 501020796, Tenge.of(6)).settlement())
                .isEqualTo(Settlement.UNKNOWN);
    }

    @Test
    void differences_that_are_not_this_refund_alone_stay_unknown() {
        left("11.00").losesTheAnswer();
        left("2.00", "9.00", "12.00");
        MoneyAnswer<Refund> answer = stand.sole.refund(BIN, DEVICE, 501020796, Tenge.of(5));
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(KaspiTestStand.finding(answer)).contains("12.00").contains("no refund explains");
        left("11.00").losesTheAnswer();
        left("9.00", "9.00", "9.00");
        assertThat(KaspiTestStand.finding(stand.sole.refund(BIN, DEVICE, 501020796, Tenge.of(5))))
                .contains("not this refund alone");
    }

    @Test
    void as_long_as_a_refund_is_unknown_the_next_of_its_payment_cannot_claim_what_it_finds() {
        left("11.00").losesTheAnswer();
        left("11.00", "11.00", "11.00");
        MoneyAnswer.Unknown<Refund> first =
                (MoneyAnswer.Unknown<Refund>) stand.sole.refund(BIN, DEVICE, 501020796, Tenge.of(5));
        left("11.00").losesTheAnswer();
        left("6.00", "6.00", "6.00");
        MoneyAnswer<Refund> second = stand.sole.refund(BIN, DEVICE, 501020796, Tenge.of(5));
        assertThat(second.settlement()).isEqualTo(Settlement.UNKNOWN);
        left("6.00");
        assertThat(first.recheck().settlement()).isEqualTo(Settlement.UNKNOWN);
        left("3.00");
        assertThat(((MoneyAnswer.Unknown<Refund>) second).recheck().settlement())
                .isEqualTo(Settlement.UNKNOWN);
    }

    @Test
    void details_of_another_purchase_prove_nothing() {
        left("11.00").losesTheAnswer();
        for (int look = 0; look < 3; look++) {
            stand.bank.answers(GoldenMessagesTest.details("6.00").replace("501020796", "501020797"));
        }
        assertThat(stand.sole.refund(BIN, DEVICE, 501020796, Tenge.of(5)).settlement())
                .isEqualTo(Settlement.UNKNOWN);
    }

    /** The bank's next answers to the question what can be refunded. */
    private ScriptedBank left(String... amounts) {
        for (String amount : amounts) {
            stand.bank.answers(GoldenMessagesTest.details(amount));
        }
        return stand.bank;
    }
}
