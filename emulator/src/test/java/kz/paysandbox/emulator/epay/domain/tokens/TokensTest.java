package kz.paysandbox.emulator.epay.domain.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.Fixtures;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final Binding NOTHING = new Binding("", Optional.empty(), "", "", "", "", "");

    @Test
    void begin_with_their_worlds_tag_and_follow_the_seed() {
        AccessToken first = issue(Fixtures.bank());
        assertThat(first.value()).startsWith("0A1B2C3D").hasSize(22);
        assertThat(issue(Fixtures.bank()).value()).isEqualTo(first.value());
    }

    @Test
    void the_oldest_go_first() {
        EpayBank bank = Fixtures.bank(2);
        AccessToken first = issue(bank);
        issue(bank);
        AccessToken third = issue(bank);
        assertThat(bank.tokens().find(first.value())).isEmpty();
        assertThat(bank.tokens().find(third.value())).isPresent();
    }

    @Test
    void show_no_secrets() {
        AccessToken token = issue(Fixtures.bank());
        assertThat(token.toString()).doesNotContain(token.value()).doesNotContain("secret");
        assertThat(Fixtures.good(1).toString()).doesNotContain("4405");
    }

    @Test
    void die_at_the_end_of_their_life() {
        AccessToken token = issue(Fixtures.bank());
        assertThat(token.isAlive(Fixtures.NOON.plus(Duration.ofHours(2)).minusNanos(1)))
                .isTrue();
        assertThat(token.isAlive(Fixtures.NOON.plus(Duration.ofHours(2)))).isFalse();
    }

    @Test
    void open_what_their_scope_says() {
        EpayBank bank = Fixtures.bank();
        AccessToken transfers = issue(bank, Grant.PASSWORD, "transfer api");
        assertThat(transfers.mayPay() || transfers.mayOperate()).isFalse();
        AccessToken statements = issue(bank, Grant.PASSWORD, "statement transfer");
        assertThat(statements.mayOperate()).isTrue();
        assertThat(statements.mayPay()).isFalse();
        assertThat(issue(bank).mayPay()).isTrue();
    }

    @Test
    void are_renewed_once_and_only_those_of_a_password() {
        EpayBank bank = Fixtures.bank();
        AccessToken token = issue(bank, Grant.PASSWORD, "payment");
        assertThat(token.refresh()).startsWith("0A1B2C3D").isNotEqualTo(token.value());
        Shop shop = Fixtures.shop(1);
        assertThat(bank.tokens().takeRefresh(token.refresh(), shop)).contains(token);
        assertThat(bank.tokens().takeRefresh(token.refresh(), shop)).isEmpty();
        assertThat(issue(bank).refresh()).isEmpty();
        assertThat(bank.tokens().takeRefresh("", shop)).isEmpty();
    }

    @Test
    void count_their_uses() {
        EpayBank bank = Fixtures.bank();
        AccessToken token = issue(bank);
        assertThat(bank.tokens().use(token.value())).hasValue(0);
        assertThat(bank.tokens().find(token.value()).map(AccessToken::uses)).contains(1);
    }

    @Test
    void differ_from_each_other() {
        EpayBank bank = Fixtures.bank();
        assertThat(issue(bank).value()).isNotEqualTo(issue(bank).value());
        assertThat(bank.tagged("epay.page", 1))
                .matches("0a1b2c3d-[0-9a-f-]{27}")
                .isNotEqualTo(bank.tagged("epay.page", 2));
    }

    private static AccessToken issue(EpayBank bank) {
        return issue(bank, Grant.CLIENT_CREDENTIALS, "payment");
    }

    private static AccessToken issue(EpayBank bank, Grant grant, String scope) {
        return bank.tokens().issue(Fixtures.shop(1), grant, scope, NOTHING, Fixtures.NOON, Duration.ofHours(2));
    }
}
