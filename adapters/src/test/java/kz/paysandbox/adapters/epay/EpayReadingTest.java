package kz.paysandbox.adapters.epay;

import static kz.paysandbox.adapters.epay.EpayTestStand.ID;
import static kz.paysandbox.adapters.epay.EpayTestStand.INVOICE;
import static kz.paysandbox.adapters.epay.EpayTestStand.ORDER;
import static kz.paysandbox.adapters.epay.EpayTestStand.REF;
import static kz.paysandbox.adapters.epay.EpayTestStand.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.AccessToken;
import kz.paysandbox.adapters.epay.payment.SavedCard;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiResponse;
import org.junit.jupiter.api.Test;

/** What is read out of answers, field by field. */
class EpayReadingTest {
    private static final String OLDER = "{'id':'" + ID
            + "','invoiceId':'205218074','amount':200,'currency':'KZT','code':'CHARGE','dateTime':'2026-11-20T03:52:17+05:00'}";

    private final EpayTestStand stand = new EpayTestStand().token();

    @Test
    void the_older_status_is_flat_and_404_with_a_code_is_none() {
        stand.bank.answers(json(OLDER));
        Transaction seen = stand.client.olderStatus(INVOICE).orElseThrow();
        assertThat(seen.id()).isEqualTo(ID);
        assertThat(seen.state().kind()).isEqualTo(TransactionState.Kind.CHARGE);
        assertThat(seen.createdAt()).contains(Instant.parse("2026-11-19T22:52:17Z"));
        stand.bank.answers(404, "{\"code\":100}");
        assertThat(stand.client.olderStatus(INVOICE)).isEmpty();
        stand.bank.answers(404, "<html>").answers(400, "{\"code\":100}");
        assertThatThrownBy(() -> stand.client.olderStatus(INVOICE)).isInstanceOf(ProtocolViolation.class);
        assertThatThrownBy(() -> stand.client.olderStatus(INVOICE)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_token_without_extras_has_the_usual_ones() {
        AccessToken bare =
                TokenReading.token(answer(200, "{'access_token':'t','expires_in':'1200'}"), Instant.EPOCH, "payment");
        assertThat(bare)
                .extracting(AccessToken::scope, AccessToken::type, AccessToken::refreshToken)
                .containsExactly("payment", "Bearer", "");
        AccessToken full = TokenReading.token(
                answer(
                        200,
                        "{'access_token':'t','expires_in':1200,'scope':'s','token_type':'bearer','refresh_token':'r'}"),
                Instant.EPOCH,
                "payment");
        assertThat(full)
                .extracting(AccessToken::scope, AccessToken::type, AccessToken::refreshToken)
                .containsExactly("s", "bearer", "r");
    }

    @Test
    void result_codes_of_a_status() {
        for (String code : new String[] {"104", "109", "1o4"}) {
            assertThatThrownBy(() -> StatusReading.status(answer(200, "{'resultCode':'" + code + "'}")))
                    .isInstanceOf(Rejected.class)
                    .matches(e -> !((PaymentException) e).passing());
        }
        assertThatThrownBy(() -> StatusReading.status(answer(200, "{'resultCode':'103','resultMessage':'later'}")))
                .isInstanceOfSatisfying(Rejected.class, e -> {
                    assertThat(e.passing()).isTrue();
                    assertThat(e.bankMessage()).isEqualTo("later");
                });
        assertThat(StatusReading.status(answer(400, "{'resultCode':'102'}"))).isEmpty();
        assertThatThrownBy(() -> StatusReading.status(answer(200, "{}"))).isInstanceOf(ProtocolViolation.class);
        assertThatThrownBy(() -> StatusReading.status(answer(400, "{'code':484}")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_status_gives_each_field_its_own_place() {
        Transaction seen = StatusReading.status(answer(
                        200,
                        "{'resultCode':'100','transaction':{'id':'" + ID + "','invoiceID':'205218074','amount':200,"
                                + "'currency':'KZT','statusName':'CHARGE','terminal':'98120001','terminalID':'t-1',"
                                + "'reasonCode':'00','reference':'324412345678','approvalCode':'170243',"
                                + "'cardMask':'440563...5096','cardID':'c1'}}"))
                .orElseThrow();
        assertThat(seen.terminal()).contains("98120001");
        assertThat(seen.terminalId()).contains("t-1");
        assertThat(seen.reasonCode()).contains("00");
        assertThat(seen.reference()).contains("324412345678");
        assertThat(seen.approvalCode()).contains("170243");
        assertThat(seen.cardMask()).contains("440563...5096");
        assertThat(seen.cardId()).contains("c1");
        stand.bank.answers(json(OLDER));
        assertThat(stand.client.olderStatus(INVOICE).orElseThrow().approvalCode())
                .isEmpty();
    }

    @Test
    void sums_that_are_none_are_as_if_absent() {
        assertThat(payout("0")).contains(BigDecimal.ZERO);
        assertThat(payout("194.125")).contains(new BigDecimal("194.125"));
        assertThat(payout("12345678901234567890")).isPresent();
        assertThat(payout("123456789012345678901")).isEmpty();
        assertThat(payout("0.00000000000000000001")).isPresent();
        assertThat(payout("0.000000000000000000001")).isEmpty();
        assertThat(payout("-1")).isEmpty();
        assertThat(payout("null")).isEmpty();
    }

    @Test
    void a_refusal_without_the_banks_words_proves_something_only_by_http_itself() {
        assertThat(EpayReading.refusal(answer(404, "<html>")).effect()).isEqualTo(Effect.NONE);
        assertThat(EpayReading.refusal(answer(400, "<html>")).effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(EpayReading.refusal(answer(400, "{}")).effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(EpayReading.refusal(answer(400, "{'code':0}"))).isInstanceOf(ProtocolViolation.class);
        assertThat(EpayReading.refusal(answer(400, "{'code':484,'message':'m'}")))
                .isInstanceOfSatisfying(Rejected.class, e -> {
                    assertThat(e.effect()).isEqualTo(Effect.NONE);
                    assertThat(e.bankMessage()).isEqualTo("m");
                });
        assertThat(EpayReading.refusal(answer(400, "{'code':100}")).effect()).isEqualTo(Effect.POSSIBLE);
    }

    @Test
    void a_card_is_usable_unless_the_bank_says_otherwise() {
        assertThat(CardReading.cards(answer(200, "[{'ID':'1'},{'ID':'2','PaymentAvailable':false}]")))
                .extracting(SavedCard::usable)
                .containsExactly(true, false);
    }

    @Test
    void a_call_without_a_result_believes_an_empty_200_alone() {
        assertThat(MoneyReading.nothing(answer(200, " "))).isTrue();
        assertThat(MoneyReading.nothing(answer(200, "{'code':0}"))).isTrue();
        assertThatThrownBy(() -> MoneyReading.nothing(answer(202, ""))).isInstanceOf(ProtocolViolation.class);
        assertThatThrownBy(() -> MoneyReading.nothing(answer(200, "{'code':484}")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> MoneyReading.nothing(answer(200, "{'code':484,'status':'AUTH'}")))
                .isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void a_link_of_another_order_or_with_a_code_is_none() {
        String link = "{'id':'1','invoice_url':'https://b.example/1','invoice_id':'205218074','amount':200}";
        assertThat(MoneyReading.link(answer(200, link), ORDER).id()).isEqualTo("1");
        assertThatThrownBy(() -> MoneyReading.link(answer(200, link.replace("218074", "218075")), ORDER))
                .hasMessageContaining("invoice_id");
        assertThatThrownBy(() -> MoneyReading.link(answer(200, link.replace("'id':'1'", "'id':'1','code':484")), ORDER))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_list_of_cards_has_rows_with_ids() {
        for (String body : new String[] {"null", "[null]", "[{}]", "[{\"ID\":null}]", "[1]", "\"x\"", ""}) {
            assertThatThrownBy(() -> CardReading.cards(answer(200, body)))
                    .as(body)
                    .isInstanceOf(ProtocolViolation.class);
        }
        assertThat(CardReading.cards(answer(200, "[]"))).isEmpty();
    }

    @Test
    void findings_say_what_was_seen() {
        stand.bank.answers(status("AUTH")).losesTheAnswer();
        for (int look = 0; look < 3; look++) {
            stand.bank.answers(status("AUTH", "180"));
        }
        assertThat(finding(stand.client.cancel(REF))).isEqualTo("statusName is AUTH, payout 180");
        stand.bank.answers(status("AUTH")).losesTheAnswer();
        for (int look = 0; look < 3; look++) {
            stand.bank.answers(EpayTestStand.NO_INVOICE);
        }
        assertThat(finding(stand.client.cancel(REF))).isEqualTo("the bank knows no such invoice");
        stand.bank.answers(status("CHARGE")).losesTheAnswer();
        for (int look = 0; look < 3; look++) {
            stand.bank.answers(status("CHARGE", "170"));
        }
        assertThat(finding(stand.client.refund(REF, Optional.empty(), Optional.empty())))
                .isEqualTo("statusName is CHARGE, payout 170, payout before 200, which is not this refund alone");
    }

    @Test
    void books_as_before_are_told_from_books_that_were_not_read() {
        Books.Before none = Books.Before.of(Optional.empty());
        Transaction old = StatusReading.status(answer(200, status("REJECT"))).orElseThrow();
        Books.Before rejected = Books.Before.of(Optional.of(old));
        assertThat(Books.afterPayment(ORDER, none, Optional.empty(), false).unchanged())
                .isTrue();
        assertThat(Books.afterPayment(ORDER, rejected, Optional.empty(), false).unchanged())
                .isFalse();
        assertThat(Books.afterPayment(ORDER, Books.Before.UNREAD, Optional.empty(), false)
                        .unchanged())
                .isFalse();
        assertThat(Books.afterPayment(ORDER, rejected, Optional.of(old), true).unchanged())
                .isTrue();
        assertThat(Books.afterPayment(ORDER, Books.Before.UNREAD, Optional.of(old), true)
                        .unchanged())
                .isFalse();
        assertThat(Books.afterPayment(ORDER, none, Optional.of(old), true).settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
    }

    @Test
    void a_refund_whose_payment_was_another_before_or_shows_no_payout_is_undecided() {
        Transaction before = StatusReading.status(answer(200, status("CHARGE"))).orElseThrow();
        Transaction silent =
                StatusReading.status(answer(200, status("CHARGE", "null"))).orElseThrow();
        Clue<Transaction> same = Books.afterRefund(REF, before, Optional.of(before), Tenge.of(50), true);
        assertThat(same.unchanged()).isTrue();
        assertThat(Books.afterRefund(REF, before, Optional.of(silent), Tenge.of(50), true)
                        .unchanged())
                .isFalse();
        assertThat(Books.afterRefund(REF, silent, Optional.of(before), Tenge.of(50), true)
                        .unchanged())
                .isFalse();
        Transaction other = StatusReading.status(answer(200, status("CHARGE").replace(ID, "bf2089fe")))
                .orElseThrow();
        assertThat(Books.afterRefund(REF, other, Optional.of(before), Tenge.of(50), true)
                        .finding())
                .contains("another transaction's");
        assertThat(Books.afterRefund(REF, before, Optional.empty(), Tenge.of(50), true)
                        .finding())
                .isEqualTo("the bank knows no such invoice");
    }

    private static Optional<BigDecimal> payout(String sum) {
        return StatusReading.status(answer(200, status("CHARGE", sum)))
                .orElseThrow()
                .payout();
    }

    private static ApiResponse answer(int http, String body) {
        return new ApiResponse("id", http, Map.of(), json(body).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String finding(MoneyAnswer<?> answer) {
        return answer.fold(yes -> "", no -> no.finding(), unknown -> unknown.finding());
    }
}
