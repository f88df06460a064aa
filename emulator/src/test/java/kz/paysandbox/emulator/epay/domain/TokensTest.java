package kz.paysandbox.emulator.epay.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final Binding NOTHING = new Binding("", Optional.empty(), "", "", "", "", "");

    @Test
    void beginWithTheirWorldsTagAndFollowTheSeed() {
        AccessToken first = issue(Fixtures.bank());
        assertThat(first.value()).startsWith("0A1B2C3D").hasSize(22);
        assertThat(issue(Fixtures.bank()).value()).isEqualTo(first.value());
    }

    @Test
    void theOldestGoFirst() {
        EpayBank bank = Fixtures.bank(2);
        AccessToken first = issue(bank);
        issue(bank);
        AccessToken third = issue(bank);
        assertThat(bank.tokens().find(first.value())).isEmpty();
        assertThat(bank.tokens().find(third.value())).isPresent();
    }

    @Test
    void showNoSecrets() {
        AccessToken token = issue(Fixtures.bank());
        assertThat(token.toString()).doesNotContain(token.value()).doesNotContain("secret");
        assertThat(Fixtures.good(1).toString()).doesNotContain("4405");
    }

    private static AccessToken issue(EpayBank bank) {
        return bank.tokens()
                .issue(
                        Fixtures.shop(1),
                        Grant.CLIENT_CREDENTIALS,
                        "payment",
                        NOTHING,
                        Fixtures.NOON,
                        Duration.ofHours(2));
    }
}
