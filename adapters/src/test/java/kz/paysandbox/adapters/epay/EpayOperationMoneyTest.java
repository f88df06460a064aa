package kz.paysandbox.adapters.epay;

import static kz.paysandbox.adapters.epay.EpayTestStand.ID;
import static kz.paysandbox.adapters.epay.EpayTestStand.NO_INVOICE;
import static kz.paysandbox.adapters.epay.EpayTestStand.ORDER;
import static kz.paysandbox.adapters.epay.EpayTestStand.REF;
import static kz.paysandbox.adapters.epay.EpayTestStand.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.OperationResult;
import kz.paysandbox.adapters.epay.payment.Payer;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers to charges, cancellations and refunds prove, and what the books prove after a lost one. */
class EpayOperationMoneyTest {
    private static final String OTHER = "bf2089fe-43b1-47eb-a61f-c78dd196e18e";

    private final EpayTestStand stand = new EpayTestStand().token();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|APPLIED",
                "{}|APPLIED",
                "{'code':0,'message':'ok'}|APPLIED",
                "{'status':'success'}|APPLIED",
                "{'status':'REFUND','amount':50,'externalID':'r1'}|APPLIED",
                "{'status':'REJECT'}|UNKNOWN",
                "{'statusName':'FAILED'}|UNKNOWN",
                "{'amount':200}|UNKNOWN",
                "{'externalID':'r2'}|UNKNOWN",
                "{'id':'bf2089fe'}|UNKNOWN",
                "{'invoiceID':'205218075'}|UNKNOWN",
                "{'code':3141}|NOT_APPLIED",
                "{'code':3141,'statusName':'REFUND'}|UNKNOWN",
                "{'code':3141,'status':'REFUND'}|UNKNOWN",
                "{'code':100}|UNKNOWN",
                "{'code':3225}|UNKNOWN",
                "<html>|UNKNOWN"
            })
    void the_answer_to_a_refund_is_judged_by_what_it_says(String body, Settlement settlement) {
        stand.bank.answers(status("CHARGE")).answers(body.replace('\'', '"'));
        looks(status("CHARGE"));
        assertThat(stand.client
                        .refund(REF, Optional.of(Tenge.of(50)), Optional.of("r1"))
                        .settlement())
                .isEqualTo(settlement);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH, 200, UNKNOWN, UNKNOWN, UNKNOWN",
        "CHARGE, 200, APPLIED, UNKNOWN, NOT_APPLIED",
        "CHARGE, 150, UNKNOWN, APPLIED, NOT_APPLIED",
        "CANCEL, 200, NOT_APPLIED, NOT_APPLIED, APPLIED",
        "CANCEL_OLD, 200, NOT_APPLIED, NOT_APPLIED, UNKNOWN",
        "REJECT, 200, NOT_APPLIED, NOT_APPLIED, NOT_APPLIED",
        "FAILED, 200, NOT_APPLIED, NOT_APPLIED, NOT_APPLIED",
        "REFUND, 200, UNKNOWN, UNKNOWN, NOT_APPLIED",
        "3D, 200, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void lost_operations_on_a_hold(
            String state, String amount, Settlement whole, Settlement part, Settlement cancelled) {
        String seen = status(state).replace("\"amount\":200", "\"amount\":" + amount);
        stand.bank.answers(status("AUTH")).losesTheAnswer();
        looks(seen);
        assertThat(stand.client.charge(REF, Optional.empty()).settlement()).isEqualTo(whole);
        EpayTestStand other = new EpayTestStand().token();
        other.bank
                .answers(status("AUTH"))
                .losesTheAnswer()
                .answers(seen)
                .answers(seen)
                .answers(seen);
        assertThat(other.client.charge(REF, Optional.of(Tenge.of(150))).settlement())
                .isEqualTo(part);
        EpayTestStand third = new EpayTestStand().token();
        third.bank
                .answers(status("AUTH"))
                .losesTheAnswer()
                .answers(seen)
                .answers(seen)
                .answers(seen);
        assertThat(third.client.cancel(REF).settlement()).isEqualTo(cancelled);
        assertThat(third.bank.posts("/cancel")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":100,\"status\":\"%s\"}", "{\"code\":484,\"statusName\":\"%s\"}"})
    void a_state_beside_a_code_may_be_an_earlier_calls(String body) {
        stand.bank.answers(status("AUTH")).answers(body.formatted("CHARGE")).answers(status("CHARGE"));
        assertThat(stand.client.charge(REF, Optional.empty()).settlement()).isEqualTo(Settlement.UNKNOWN);
        stand.bank.answers(status("AUTH")).answers(body.formatted("CANCEL")).answers(status("CANCEL"));
        assertThat(stand.client.cancel(REF).settlement()).isEqualTo(Settlement.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html>", "{\"code\":100}", "{\"code\":3225}"})
    void what_the_books_showed_before_a_charge_or_cancellation_is_not_its_doing(String body) {
        stand.bank.answers(status("CHARGE")).answers(400, body);
        looks(status("CHARGE"));
        MoneyAnswer<OperationResult> charge = stand.client.charge(REF, Optional.empty());
        assertThat(charge.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(finding(charge)).contains("as before this call");
        EpayTestStand other = new EpayTestStand().token();
        other.bank.answers(status("CANCEL")).answers(400, body);
        for (int look = 0; look < 3; look++) {
            other.bank.answers(status("CANCEL"));
        }
        assertThat(other.client.cancel(REF).settlement()).isEqualTo(Settlement.NOT_APPLIED);
    }

    @Test
    void without_the_books_before_a_lost_charge_is_unknown() {
        stand.bank.losesTheAnswer().losesTheAnswer().losesTheAnswer().losesTheAnswer();
        looks(status("CHARGE"));
        assertThat(stand.client.charge(REF, Optional.empty()).settlement()).isEqualTo(Settlement.UNKNOWN);
        EpayTestStand careless = new EpayTestStand().token();
        careless.bank
                .losesTheAnswer()
                .answers(status("CANCEL"))
                .answers(status("CANCEL"))
                .answers(status("CANCEL"));
        EpayClient unread = EpayClient.of(careless.settings.withReconciliation(
                careless.settings.reconciliation().withoutReadingBefore()));
        assertThat(unread.cancel(REF).settlement()).isEqualTo(Settlement.UNKNOWN);
    }

    @Test
    void a_charge_at_a_bank_that_cannot_be_reached_is_not_sent() {
        stand.bank.isDown().isDown().isDown();
        assertThat(stand.client.charge(REF, Optional.empty()).settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(stand.bank.posts("/charge")).isZero();
    }

    @Test
    void an_operation_is_not_proved_by_another_transaction_of_its_invoice() {
        String other = status("CANCEL").replace(ID, OTHER);
        stand.bank.answers(status("AUTH")).losesTheAnswer();
        looks(other);
        assertThat(stand.client.cancel(REF).settlement()).isEqualTo(Settlement.UNKNOWN);
        stand.bank.answers(status("AUTH")).losesTheAnswer();
        looks(NO_INVOICE);
        assertThat(stand.client.charge(REF, Optional.empty()).settlement()).isEqualTo(Settlement.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "CHARGE, 150, UNKNOWN, APPLIED",
        "REFUND, 150, UNKNOWN, APPLIED",
        "REFUND, 200, UNKNOWN, UNKNOWN",
        "REFUND, 0, UNKNOWN, UNKNOWN",
        "REFUND, null, UNKNOWN, UNKNOWN",
        "CHARGE, null, UNKNOWN, UNKNOWN",
        "CHARGE, 200, UNKNOWN, UNKNOWN",
        "CHARGE, 100, UNKNOWN, UNKNOWN",
        "CHARGE, 250, UNKNOWN, UNKNOWN",
        "CANCEL, 200, NOT_APPLIED, NOT_APPLIED",
        "REJECT, 200, NOT_APPLIED, NOT_APPLIED",
        "3D, 150, UNKNOWN, UNKNOWN"
    })
    void a_lost_refund_is_what_the_difference_proves(String state, String payout, Settlement anybody, Settlement sole) {
        stand.bank.answers(status("CHARGE")).losesTheAnswer();
        looks(status(state, payout));
        assertThat(stand.client
                        .refund(REF, Optional.of(Tenge.of(50)), Optional.empty())
                        .settlement())
                .isEqualTo(anybody);
        EpayTestStand other = new EpayTestStand().token();
        String seen = status(state, payout);
        other.bank
                .answers(status("CHARGE"))
                .losesTheAnswer()
                .answers(seen)
                .answers(seen)
                .answers(seen);
        assertThat(other.sole
                        .refund(REF, Optional.of(Tenge.of(50)), Optional.empty())
                        .settlement())
                .isEqualTo(sole);
        assertThat(other.bank.posts("/refund")).isEqualTo(1);
    }

    @Test
    void a_refund_of_everything_shows_as_its_state_where_no_payout_is_shown() {
        stand.bank.answers(status("CHARGE", "null")).losesTheAnswer().answers(status("REFUND", "null"));
        assertThat(stand.sole
                        .refund(REF, Optional.empty(), Optional.empty())
                        .orThrow()
                        .seen())
                .isPresent();
        EpayTestStand again = new EpayTestStand().token();
        again.bank.answers(status("REFUND", "null")).losesTheAnswer();
        for (int look = 0; look < 3; look++) {
            again.bank.answers(status("REFUND", "null"));
        }
        assertThat(again.sole.refund(REF, Optional.empty(), Optional.empty()).settlement())
                .isEqualTo(Settlement.UNKNOWN);
    }

    @Test
    void a_refund_whose_payment_cannot_be_read_is_not_sent() {
        stand.bank.answers(NO_INVOICE);
        assertThat(stand.client.refund(REF, Optional.empty(), Optional.empty()).settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        stand.bank.losesTheAnswer().losesTheAnswer().losesTheAnswer();
        assertThat(stand.client.refund(REF, Optional.empty(), Optional.empty()).settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        assertThat(stand.bank.posts("/refund")).isZero();
    }

    @Test
    void a_link_is_compared_with_its_order_and_a_lost_one_may_have_been_sent_to_the_customer() {
        stand.bank.answers("{\"id\":\"1\",\"invoice_url\":\"https://b.example/1\",\"amount\":500}");
        assertThat(stand.client.createLink(ORDER, "shop", 2).settlement()).isEqualTo(Settlement.UNKNOWN);
        stand.bank.losesTheAnswer();
        assertThat(finding(stand.client.createLink(ORDER, "shop", 2))).contains("nobody holds");
        CardOrder mailed =
                ORDER.by(new Payer(Optional.empty(), Optional.empty(), Optional.of("a@b.example"), Optional.empty()));
        stand.bank.losesTheAnswer();
        assertThat(finding(stand.client.createLink(mailed, "shop", 2))).contains("may have sent the link");
    }

    private void looks(String books) {
        stand.bank.answers(books).answers(books).answers(books);
    }

    private static String finding(MoneyAnswer<?> answer) {
        return answer.fold(yes -> "", no -> no.finding(), unknown -> unknown.finding());
    }
}
