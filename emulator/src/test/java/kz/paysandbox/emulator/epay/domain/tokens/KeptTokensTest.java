package kz.paysandbox.emulator.epay.domain.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.ServerMemory;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.TableReader;
import kz.paysandbox.emulator.epay.domain.Fixtures;
import org.junit.jupiter.api.Test;

/** What a store is told of tokens, and what they count as held. */
class KeptTokensTest {

    private static final MemoryKind KIND = MemoryKind.PAYMENTS;
    private static final Binding NOTHING = new Binding("", Optional.empty(), "", "", "", "", "");

    private final WorldMemory memory = WorldMemory.unbounded();
    private final Tokens tokens = new Tokens(new Ids(1), "0a1b", 2, memory);
    private final TableReader store = new TableReader(tokens.tables());

    private AccessToken issue(Grant grant, Binding binding) {
        return tokens.issue(Fixtures.shop(1), grant, "payment", binding, Fixtures.NOON, Duration.ofHours(2));
    }

    @Test
    void a_binding_counts_all_its_texts_and_shows_one() {
        Binding binding = new Binding("1", Optional.of(Money.tenge(1)), "22", "333", "4444", "55555", "666666");
        assertThat(binding.length()).isEqualTo(1 + 2 + 3 + 4 + 5 + 6);
        assertThat(binding).hasToString("Binding[1]");
    }

    @Test
    void a_token_counts_with_its_scope_and_binding_until_it_goes() {
        issue(Grant.PASSWORD, NOTHING);
        assertThat(memory.held(KIND)).isEqualTo(450 + 2 * 7);
        issue(Grant.PASSWORD, new Binding("12", Optional.empty(), "", "", "", "", ""));
        assertThat(memory.held(KIND)).isEqualTo(464 + 468);
        issue(Grant.PASSWORD, NOTHING);
        assertThat(memory.held(KIND)).isEqualTo(468 + 464);
    }

    @Test
    void where_others_need_the_bytes_the_oldest_go() {
        WorldMemory small = ServerMemory.ofHeap(40_000, kind -> 10).ofWorld();
        Tokens crowded = new Tokens(new Ids(1), "0a1b", 100, small);
        AccessToken first =
                crowded.issue(Fixtures.shop(1), Grant.PASSWORD, "payment", NOTHING, Fixtures.NOON, Duration.ofHours(2));
        AccessToken second =
                crowded.issue(Fixtures.shop(1), Grant.PASSWORD, "payment", NOTHING, Fixtures.NOON, Duration.ofHours(2));
        assertThat(crowded.find(first.value())).isEmpty();
        assertThat(crowded.takeRefresh(first.refresh(), Fixtures.shop(1))).isEmpty();
        assertThat(crowded.find(second.value())).contains(second);
        assertThat(small.held(KIND)).isEqualTo(464);
    }

    @Test
    void every_change_is_told_to_the_store() {
        AccessToken first = issue(Grant.PASSWORD, NOTHING);
        assertThat(store.heard()).containsExactly("epay.token-count it", "epay.tokens " + first.value());
        assertThat(tokens.takeRefresh(first.refresh(), Fixtures.shop(1))).isPresent();
        assertThat(store.heard()).containsExactly("epay.tokens " + first.value());
        tokens.use(first.value());
        assertThat(store.heard()).containsExactly("epay.tokens " + first.value());
        issue(Grant.CLIENT_CREDENTIALS, NOTHING);
        assertThat(store.heard()).hasSize(2);
        AccessToken third = issue(Grant.CLIENT_CREDENTIALS, NOTHING);
        assertThat(store.heard())
                .containsExactly("epay.token-count it", "epay.tokens " + first.value(), "epay.tokens " + third.value());
    }

    @Test
    void tokens_come_back_with_what_can_renew_them_and_the_next_one_is_another() {
        AccessToken renewed = issue(Grant.PASSWORD, NOTHING);
        AccessToken renewable = issue(Grant.PASSWORD, NOTHING);
        assertThat(tokens.takeRefresh(renewed.refresh(), Fixtures.shop(1))).isPresent();
        assertThat(store.keys("epay.tokens")).containsExactly(renewed.value(), renewable.value());
        assertThat(store.find("epay.tokens", renewed.value())).contains(new Tokens.KeptToken(renewed, false));
        assertThat(store.find("epay.tokens", renewable.value())).contains(new Tokens.KeptToken(renewable, true));
        assertThat(store.find("epay.token-count", "it")).contains(new Tokens.Given(2));

        Tokens back = new Tokens(new Ids(1), "0a1b", 2, memory);
        store.copyTo(back.tables());

        assertThat(back.find(renewed.value())).contains(renewed);
        assertThat(back.takeRefresh(renewed.refresh(), Fixtures.shop(1))).isEmpty();
        assertThat(back.takeRefresh(renewable.refresh(), Fixtures.shop(1))).contains(renewable);
        assertThat(memory.held(KIND)).isEqualTo(4 * 464);
        AccessToken next =
                back.issue(Fixtures.shop(1), Grant.PASSWORD, "payment", NOTHING, Fixtures.NOON, Duration.ofHours(2));
        assertThat(next.value()).isNotIn(renewed.value(), renewable.value());
        assertThat(back.find(renewed.value())).isEmpty();
    }
}
