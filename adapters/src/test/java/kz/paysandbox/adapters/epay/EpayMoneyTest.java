package kz.paysandbox.adapters.epay;

import static kz.paysandbox.adapters.epay.EpayTestStand.ID;
import static kz.paysandbox.adapters.epay.EpayTestStand.NO_INVOICE;
import static kz.paysandbox.adapters.epay.EpayTestStand.ORDER;
import static kz.paysandbox.adapters.epay.EpayTestStand.REF;
import static kz.paysandbox.adapters.epay.EpayTestStand.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.OperationResult;
import kz.paysandbox.adapters.epay.payment.ReasonCode;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
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
        "VERIFIED, UNKNOWN, UNKNOWN",
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
        stand.bank
                .answers(status("AUTH"))
                .answers(400, "{\"code\":" + code + "}")
                .answers(status("CHARGE"));
        MoneyAnswer<OperationResult> charge = stand.client.charge(REF, Optional.empty());
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
                "'status':'VERIFIED'|UNKNOWN",
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
        stand.bank.answers(status("AUTH")).answers(202, "");
        looks(status("AUTH"));
        assertThat(stand.client.cancel(REF).settlement()).isEqualTo(Settlement.UNKNOWN);
    }

    private void looks(String books) {
        stand.bank.answers(books).answers(books).answers(books);
    }
}
