package kz.paysandbox.adapters.epay;

import static kz.paysandbox.adapters.epay.EpayTestStand.ORDER;
import static kz.paysandbox.adapters.epay.EpayTestStand.REF;
import static kz.paysandbox.adapters.epay.EpayTestStand.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;

/** Whatever happens to the token, money is never in doubt: without one nothing leaves, and with a refused one nothing is done. */
class MoneyWithoutTokenTest {
    private static final Map<String, Function<EpayClient, MoneyAnswer<?>>> MONEY = Map.of(
            "pay", client -> client.pay(ORDER, new Cryptogram("c")),
            "pay with a saved card", client -> client.paySavedCard(ORDER, "c1", false),
            "charge", client -> client.charge(REF, Optional.empty()),
            "cancel", client -> client.cancel(REF),
            "refund", client -> client.refund(REF, Optional.of(Tenge.of(50)), Optional.empty()),
            "link", client -> client.createLink(ORDER, "shop", 3));

    @Test
    void an_outage_of_the_token_host_is_not_applied_and_nothing_leaves() {
        MONEY.forEach((name, call) -> {
            EpayTestStand stand = new EpayTestStand();
            for (int i = 0; i < 10; i++) {
                stand.bank.losesTheAnswer();
            }
            MoneyAnswer<?> answer = call.apply(stand.client);
            assertThat(answer.settlement()).as(name).isEqualTo(Settlement.NOT_APPLIED);
            assertThat(reason(answer)).as(name).isInstanceOf(ConnectionFailed.class);
            assertThat(stand.bank.requests())
                    .as(name)
                    .isNotEmpty()
                    .allMatch(request -> request.uri().getPath().equals("/oauth2/token"));
        });
    }

    @Test
    void a_server_error_of_the_token_host_is_not_applied_either() {
        EpayTestStand stand = new EpayTestStand();
        stand.bank.answers(503, "").answers(502, "").answers(200, "<html>");
        assertThat(stand.client.cancel(REF).settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(stand.bank.posts("/cancel")).isZero();
    }

    @Test
    void a_refused_token_is_renewed_and_the_call_sent_once_more() {
        EpayTestStand stand = new EpayTestStand().token();
        stand.bank.answers(status("AUTH")).answers(401, "");
        stand.token().bank.answers("");
        assertThat(stand.client.cancel(REF).settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(stand.bank.posts("/cancel")).isEqualTo(2);
        assertThat(stand.bank.requests().stream().map(request -> request.requestId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_token_that_is_refused_twice_is_not_applied() {
        EpayTestStand stand = new EpayTestStand().token();
        stand.bank.answers(status("AUTH")).answers(401, "");
        stand.token().bank.answers(401, "");
        MoneyAnswer<?> answer = stand.client.cancel(REF);
        assertThat(answer.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(reason(answer)).isInstanceOf(AuthenticationFailed.class);
        assertThat(stand.bank.posts("/cancel")).isEqualTo(2);
    }

    @Test
    void a_caller_who_is_known_and_not_allowed_is_not_asked_again() {
        EpayTestStand stand = new EpayTestStand().token();
        stand.bank.answers(status("AUTH")).answers(403, "");
        assertThat(stand.client.cancel(REF).settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(stand.bank.posts("/cancel")).isEqualTo(1);
    }

    private static PaymentException reason(MoneyAnswer<?> answer) {
        return answer.fold(
                applied -> {
                    throw new AssertionError("applied");
                },
                notApplied -> notApplied.reason(),
                unknown -> unknown.reason());
    }
}
