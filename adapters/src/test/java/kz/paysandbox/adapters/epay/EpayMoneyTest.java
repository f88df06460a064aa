package kz.paysandbox.adapters.epay;

import static kz.paysandbox.adapters.epay.EpayTestStand.ID;
import static kz.paysandbox.adapters.epay.EpayTestStand.NO_INVOICE;
import static kz.paysandbox.adapters.epay.EpayTestStand.ORDER;
import static kz.paysandbox.adapters.epay.EpayTestStand.REF;
import static kz.paysandbox.adapters.epay.EpayTestStand.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers to card payments and operations prove, and what the books prove after a lost one. */
class EpayMoneyTest {
    private static final Cryptogram CRYPTOGRAM = new Cryptogram("Zm9v");
    private static final String OTHER = "bf2089fe-43b1-47eb-a61f-c78dd196e18e";

    private final EpayTestStand stand = new EpayTestStand().token();

    @ParameterizedTest
    @CsvSource({
        "CHARGE, APPLIED, APPLIED",
        "AUTH, APPLIED, APPLIED",
        "VERIFIED, APPLIED, APPLIED",
        "REJECT, UNKNOWN, NOT_APPLIED",
        "FAILED, UNKNOWN, NOT_APPLIED",
        "CANCEL, UNKNOWN, UNKNOWN",
        "REFUND, UNKNOWN, UNKNOWN",
        "NEW, UNKNOWN, UNKNOWN",
        "3D, UNKNOWN, UNKNOWN",
        "SOMETHING, UNKNOWN, UNKNOWN"
    })
    void a_lost_payment_is_what_a_new_transaction_proves(String state, Settlement anybody, Settlement sole) {
        stand.untouched().bank.losesTheAnswer();
        looks(status(state));
        assertThat(stand.client.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(anybody);
        EpayTestStand other = new EpayTestStand().token().untouched();
        other.bank
                .losesTheAnswer()
                .answers(status(state))
                .answers(status(state))
                .answers(status(state));
        assertThat(other.sole.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(sole);
        assertThat(other.bank.posts("cryptopay")).isEqualTo(1);
    }

    @Test
    void what_the_books_showed_before_the_call_is_subtracted() {
        for (String old : new String[] {"REJECT", "CHARGE", "AUTH"}) {
            EpayTestStand stand = new EpayTestStand().token();
            stand.bank.answers(status(old));
            stand.token().bank.losesTheAnswer();
            stand.bank.answers(status(old)).answers(status(old)).answers(status(old));
            MoneyAnswer<CardPayment> answer = stand.sole.pay(ORDER, CRYPTOGRAM);
            assertThat(answer.settlement()).as(old).isEqualTo(Settlement.UNKNOWN);
            stand.bank.answers(status("CHARGE").replace(ID, OTHER));
            assertThat(((MoneyAnswer.Unknown<CardPayment>) answer)
                            .recheck()
                            .orThrow()
                            .ref()
                            .id())
                    .isEqualTo(OTHER);
        }
    }

    @Test
    void without_the_reading_before_nothing_that_is_found_is_claimed() {
        EpayClient blind = EpayClient.of(stand.settings.withReconciliation(
                stand.settings.reconciliation().withoutReadingBefore()));
        stand.bank.losesTheAnswer();
        stand.token();
        looks(status("CHARGE"));
        assertThat(blind.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(Settlement.UNKNOWN);
        stand.bank.losesTheAnswer();
        looks(status("REJECT"));
        assertThat(blind.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(Settlement.UNKNOWN);
    }

    @Test
    void books_that_cannot_be_read_before_do_not_stop_a_payment_and_prove_nothing_after_it() {
        stand.bank.answers(503, "").answers(503, "").answers(503, "");
        stand.token().bank.losesTheAnswer();
        looks(status("CHARGE"));
        assertThat(stand.client.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(stand.bank.posts("cryptopay")).isEqualTo(1);
    }

    @Test
    void a_payment_of_another_sum_or_currency_proves_nothing() {
        for (String seen : new String[] {
            status("CHARGE").replace("\"amount\":200", "\"amount\":500"),
            status("CHARGE").replace("KZT", "USD"),
            status("CHARGE").replace("205218074", "205218075")
        }) {
            EpayTestStand stand = new EpayTestStand().token().untouched();
            stand.bank.losesTheAnswer().answers(seen).answers(seen).answers(seen);
            assertThat(stand.client.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(Settlement.UNKNOWN);
        }
    }

    @Test
    void an_invoice_the_bank_never_heard_of_may_still_be_paid() {
        stand.untouched().bank.losesTheAnswer();
        looks(NO_INVOICE);
        assertThat(stand.client.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(Settlement.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 293, 454, 456, 458, 459, 460, 461, 690, 1565, 77777})
    void a_code_that_no_page_explains_as_a_refusal_leads_to_the_books(int code) {
        stand.untouched()
                .bank
                .answers(400, "{\"code\":" + code + ",\"message\":\"\"}")
                .answers(status("CHARGE"));
        assertThat(stand.client.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(Settlement.APPLIED);
        stand.bank.answers(400, "{\"code\":" + code + "}").answers(status("CHARGE"));
        MoneyAnswer<OperationDone> charge = stand.client.charge(REF, Optional.empty());
        assertThat(charge.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(charge.<Object>fold(yes -> yes, no -> no, unknown -> unknown.reason()))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void the_words_of_every_refusal_are_the_catalogues() {
        for (long code = 0; code < 4000; code++) {
            if (ReasonCode.of(code).refuses()) {
                assertThat(ReasonCode.of(code).refusal())
                        .isEqualTo(ReasonCode.of(code).text());
            }
        }
        assertThat(ReasonCode.of(484).refusal()).contains("Недостаточно средств на карте");
        assertThat(ReasonCode.of(100).refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'code':484,'status':'REJECT'|NOT_APPLIED",
                "'code':484|NOT_APPLIED",
                "'code':484,'status':'AUTH'|UNKNOWN",
                "'code':456,'status':'REJECT'|UNKNOWN",
                "'code':0.9|UNKNOWN",
                "'status':'REJECT'|UNKNOWN",
                "'status':'NEW'|UNKNOWN",
                "'status':'3D'|UNKNOWN",
                "'status':'DENIED'|UNKNOWN",
                "'code':0,'status':'charge'|APPLIED",
                "'code':0|APPLIED"
            })
    void an_http_200_is_judged_by_what_it_says(String fields, Settlement settlement) {
        stand.untouched()
                .bank
                .answers(("{'id':'" + ID + "','amount':200,'currency':'KZT','invoiceID':'205218074'," + fields + "}")
                        .replace('\'', '"'));
        looks(NO_INVOICE);
        assertThat(stand.client.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(settlement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'amount':500,'currency':'KZT','invoiceID':'205218074'",
                "'amount':200,'currency':'USD','invoiceID':'205218074'",
                "'amount':200,'currency':'KZT','invoiceID':'205218075'",
                "'currency':'KZT','invoiceID':'205218074'",
                "'amount':200,'invoiceID':'205218074'",
                "'amount':200,'currency':'KZT'",
                "'amount':500,'secure3D':{'paReq':'p','md':'m','action':'https://acs.example'}",
                "'amount':200,'currency':'KZT','invoiceID':'205218074','status':'CHARGE',"
                        + "'secure3D':{'paReq':'p','md':'m','action':'https://acs.example'}"
            })
    void an_answer_that_does_not_fit_the_order_is_unknown_with_the_finding(String fields) {
        stand.untouched().bank.answers(("{'id':'" + ID + "'," + fields + "}").replace('\'', '"'));
        looks(NO_INVOICE);
        MoneyAnswer<CardPayment> answer = stand.client.pay(ORDER, CRYPTOGRAM);
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(answer.<String>fold(
                        yes -> "",
                        no -> "",
                        unknown -> String.valueOf(unknown.reason().getMessage())))
                .contains("does not fit");
    }

    @Test
    void an_accepted_request_is_no_success() {
        stand.untouched().bank.answers(202, "{\"id\":\"" + ID + "\"}");
        looks(NO_INVOICE);
        assertThat(stand.client.pay(ORDER, CRYPTOGRAM).settlement()).isEqualTo(Settlement.UNKNOWN);
        stand.bank.answers(202, "");
        looks(status("AUTH"));
        assertThat(stand.client.cancel(REF).settlement()).isEqualTo(Settlement.UNKNOWN);
    }

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
        stand.bank.losesTheAnswer();
        looks(seen);
        assertThat(stand.client.charge(REF, Optional.empty()).settlement()).isEqualTo(whole);
        EpayTestStand other = new EpayTestStand().token();
        other.bank.losesTheAnswer().answers(seen).answers(seen).answers(seen);
        assertThat(other.client.charge(REF, Optional.of(Tenge.of(150))).settlement())
                .isEqualTo(part);
        EpayTestStand third = new EpayTestStand().token();
        third.bank.losesTheAnswer().answers(seen).answers(seen).answers(seen);
        assertThat(third.client.cancel(REF).settlement()).isEqualTo(cancelled);
        assertThat(third.bank.posts("/cancel")).isEqualTo(1);
    }

    @Test
    void an_operation_is_not_proved_by_another_transaction_of_its_invoice() {
        String other = status("CANCEL").replace(ID, OTHER);
        stand.bank.losesTheAnswer();
        looks(other);
        assertThat(stand.client.cancel(REF).settlement()).isEqualTo(Settlement.UNKNOWN);
        stand.bank.losesTheAnswer();
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
