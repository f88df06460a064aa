package kz.paysandbox.emulator.epay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that need no transaction, just beyond their bound and just within it; the others are in EpayFindingsIT. */
class RulesTest {

    private final RuleTestWorld watched = new RuleTestWorld(false);

    @Test
    void two_tokens_for_an_invoice_may_lie_unused_and_the_third_may_not() {
        watched.issue("100001");
        watched.issue("100001");
        watched.issue("100002");
        assertThat(watched.found()).isEmpty();

        watched.issue("100001");
        assertThat(watched.found()).containsExactly("epay.token.too-often[1, 2, 4]");
        watched.issue("100001");
        assertThat(watched.found()).as("counted anew").hasSize(1);
    }

    @Test
    void a_used_token_and_time_make_room() {
        watched.issue("100001");
        AccessToken used = watched.issue("100001");
        watched.protocolRules().used(used);
        watched.issue("100001");
        watched.issue("100001");
        watched.after("PT2H").issue("100001");

        assertThat(watched.found()).isEmpty();
    }

    @Test
    void nineteen_tokens_without_invoice_may_lie_unused() {
        for (int tokens = 0; tokens < 19; tokens++) {
            watched.issue("");
        }
        assertThat(watched.found()).isEmpty();
        watched.issue("");

        assertThat(watched.found()).hasSize(1);
    }

    @Test
    void tokens_asked_for_at_the_same_moment_are_all_counted() {
        AtOnce.call(20, n -> watched.issue(""));

        assertThat(watched.found()).hasSize(1);
    }

    @Test
    void of_uses_at_the_same_moment_one_is_the_first() {
        AccessToken token = watched.issue("100001");

        assertThat(AtOnce.call(16, n -> watched.protocolRules().spent(token, 100L + n)))
                .filteredOn(Optional::isEmpty)
                .hasSize(1);
    }

    @Test
    void the_first_use_of_a_token_is_remembered() {
        AccessToken token = watched.issue("100001");

        assertThat(watched.protocolRules().spent(token, 5)).isEmpty();
        assertThat(watched.protocolRules().spent(token, 6)).contains(5L);
        assertThat(watched.protocolRules().spent(token, 7)).contains(5L);
    }

    @ParameterizedTest
    @CsvSource({
        "currency, EUR, epay.currency[1]",
        "name, Ерлан, epay.name.not-latin[1]",
        "name, José O'Neil-2, ''",
        "pan, 1, epay.card.in-clear[1]",
        "expDate, 0127, epay.card.in-clear[1]",
        "currency, USD, ''",
        "cryptogram, abc, ''"
    })
    void an_orders_field(String name, String value, String found) {
        watched.pay(name, value);

        assertThat(String.join("", watched.found())).isEqualTo(found);
    }

    @Test
    void nothing_is_verified_in_dollars_alone() {
        watched.pay("currency", "USD", "amount", "0").pay("currency", "KZT", "amount", "0.01");
        assertThat(watched.found()).isEmpty();

        watched.pay("currency", "KZT", "amount", "0.00");
        assertThat(watched.found()).containsExactly("epay.currency[3]");
    }

    @Test
    void a_description_has_125_bytes() {
        watched.pay("description", "x".repeat(125));
        assertThat(watched.found()).isEmpty();

        watched.pay("description", "x".repeat(126));
        assertThat(watched.found()).containsExactly("epay.description.too-long[2]");
    }

    @Test
    void a_callback_is_told_of_once_whether_its_delivery_or_its_copy_failed_first() {
        watched.missed(Callback.State.PENDING, 0, 500)
                .missed(Callback.State.PENDING, 0, 500)
                .missed(Callback.State.PENDING, 1, 0);

        assertThat(watched.found()).containsExactly("epay.callback.not-acknowledged[7]");
    }

    @Test
    void a_token_is_renewed_where_the_shops_last_one_has_ended_in_this_run() {
        watched.issue("100001");
        watched.after("PT1H").issue("100002");
        watched.after("PT1H").issue("100003");
        assertThat(watched.exercised(EpaySituation.TOKEN_RENEWED)).isZero();

        watched.after("PT2H").cleared().issue("100004");
        assertThat(watched.exercised(EpaySituation.TOKEN_RENEWED)).isZero();
        watched.cleared().after("PT2H").issue("100005");
        assertThat(watched.exercised(EpaySituation.TOKEN_RENEWED)).isEqualTo(1);
    }

    @Test
    void a_callback_is_told_of_again_in_the_next_run() {
        watched.missed(Callback.State.DELIVERED, 0, 409)
                .cleared()
                .missed(Callback.State.DELIVERED, 1, 409)
                .missed(Callback.State.DELIVERED, 2, 409);

        assertThat(watched.found()).containsExactly("epay.callback.copy-refused[7]");
        assertThat(watched.exercised(EpaySituation.REPEATED_DELIVERY)).isEqualTo(2);
    }

    @Test
    void a_delivery_after_one_that_failed_is_no_first_one() {
        watched.missed(Callback.State.PENDING, 0, 500).cleared().missed(Callback.State.PENDING, 1, 500);

        assertThat(watched.exercised(EpaySituation.DELIVERY)).isZero();
        assertThat(watched.found()).isEmpty();
    }

    @Test
    void a_copy_that_is_refused_is_something_else() {
        watched.missed(Callback.State.DELIVERED, 0, 409).missed(Callback.State.DELIVERED, 1, 409);

        assertThat(watched.found()).containsExactly("epay.callback.copy-refused[7]");
    }

    @Test
    void at_level_lenient_nothing_is_found() {
        RuleTestWorld silent = new RuleTestWorld(true).pay("currency", "EUR").missed(Callback.State.PENDING, 0, 500);
        for (int tokens = 0; tokens < 30; tokens++) {
            silent.issue("100001");
        }

        assertThat(silent.found()).isEmpty();
    }
}
