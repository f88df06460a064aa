package kz.paysandbox.emulator.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import kz.paysandbox.emulator.control.access.NamedToken;
import kz.paysandbox.emulator.control.access.Quota;
import kz.paysandbox.emulator.control.access.Scope;
import kz.paysandbox.emulator.http.tls.KeyMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensFileTest {

    @TempDir
    private Path home;

    @Test
    void what_was_kept_is_there_after_the_next_start() {
        Instant made = Instant.parse("2027-01-15T05:00:00Z");
        List<NamedToken> tokens = List.of(
                new NamedToken(
                        "ci",
                        Scope.ALL,
                        "0a".repeat(32),
                        made,
                        Optional.of(made.plusSeconds(60)),
                        new Quota(Optional.of(3), Optional.of(5_000_000_000L))),
                new NamedToken(
                        "a",
                        Scope.parse("world:a").orElseThrow(),
                        "1b".repeat(32),
                        made,
                        Optional.empty(),
                        Quota.NONE));

        TokensFile.in(home, () -> {}).keep(tokens);

        assertThat(all()).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"tokens\":[{\"name\":\"a\"}]}",
                "{\"tokens\":[{\"name\":\"a\",\"scope\":\"any\",\"sha256\":\"x\",\"made\":\"2027-01-15T05:00:00Z\"}]}",
                "{\"tokens\":[{\"name\":\"a\",\"scope\":\"all\",\"sha256\":\"x\",\"made\":\"2027-01-15T05:00:00Z\"}]}",
            })
    void what_is_no_such_file_ends_the_start(String content) throws IOException {
        Files.writeString(home.resolve("tokens.json"), content);

        assertThatThrownBy(this::all).isInstanceOf(KeyMaterialException.class).hasMessageContaining("tokens.json");
    }

    /** As edited by hand: a limit that cannot be read must not become none. */
    @ParameterizedTest
    @ValueSource(strings = {"\"worlds\":\"20\"", "\"bytes\":\"200MB\"", "\"bytes\":1.5", "\"worlds\":null"})
    void a_limit_that_is_no_number_ends_the_start(String limit) throws IOException {
        Files.writeString(
                home.resolve("tokens.json"),
                "{\"tokens\":[{\"name\":\"a\",\"scope\":\"all\",\"sha256\":\"" + "0a".repeat(32)
                        + "\",\"made\":\"2027-01-15T05:00:00Z\"," + limit + "}]}");

        assertThatThrownBy(this::all).isInstanceOf(KeyMaterialException.class).hasMessageContaining("tokens.json");
    }

    @Test
    void without_a_file_there_are_none() {
        assertThat(all()).isEmpty();
    }

    private List<NamedToken> all() {
        return TokensFile.in(home, () -> {})
                .book(InstantSource.system(), new SplittableRandom(1))
                .all();
    }
}
