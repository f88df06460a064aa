package kz.paysandbox.emulator.control.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenBookTest {

    private static final Instant NOW = Instant.parse("2027-01-15T05:00:00Z");

    private final List<List<NamedToken>> kept = new ArrayList<>();
    private final TokenBook book = book(kept::add);

    @Test
    void a_token_is_found_by_itself_until_it_is_withdrawn() {
        TokenBook.Made made = add("ci");

        assertThat(book.of(made.secret())).contains(made.token());
        assertThat(book.of(made.secret() + "x")).isEmpty();
        assertThat(kept).containsExactly(List.of(made.token()));
        assertThat(made.token().toString()).doesNotContain(made.secret());

        assertThat(book.remove("ci")).isTrue();

        assertThat(book.of(made.secret())).isEmpty();
        assertThat(book.isGood(made.token())).isFalse();
        assertThat(kept).last().isEqualTo(List.of());
        assertThat(book.remove("ci")).isFalse();
    }

    @Test
    void they_are_bounded_in_number() {
        for (int at = 0; at < TokenBook.MOST; at++) {
            add("t" + at);
        }

        assertThat(book.add("more", Scope.ALL, Optional.empty(), Quota.NONE).refusal())
                .contains(TokenBook.Refusal.TOO_MANY);
    }

    @Test
    void it_ends_when_it_expires() {
        NamedToken token = book.add("short", Scope.READ, Optional.of(NOW), Quota.NONE)
                .value()
                .orElseThrow()
                .token();

        assertThat(token.isExpired(NOW.minusMillis(1))).isFalse();
        assertThat(book.isGood(token)).isFalse();
    }

    @Test
    void what_cannot_be_kept_is_not_made_and_yet_withdrawn() {
        TokenBook.Made made = add("ci");
        TokenBook full = new TokenBook(
                tokens -> {
                    throw new UncheckedIOException(new IOException("no space"));
                },
                List.of(made.token()),
                InstantSource.fixed(NOW),
                new SplittableRandom(1));

        assertThatThrownBy(() -> full.add("more", Scope.ALL, Optional.empty(), Quota.NONE))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(full.all()).containsExactly(made.token());
        assertThatThrownBy(() -> full.remove("ci")).isInstanceOf(UncheckedIOException.class);
        assertThat(full.of(made.secret())).isEmpty();
    }

    private TokenBook.Made add(String name) {
        return book.add(name, Scope.ALL, Optional.empty(), Quota.NONE).value().orElseThrow();
    }

    private static TokenBook book(TokenKeeper keeper) {
        return new TokenBook(keeper, List.of(), InstantSource.fixed(NOW), new SplittableRandom(7));
    }
}
