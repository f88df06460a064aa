package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.state.Reference;
import org.junit.jupiter.api.Test;

class StateJsonTest {

    private final StateJson json = new StateJson(List.of());

    sealed interface Shape {
        record Round(Duration turn) implements Shape {}

        record Flat() implements Shape {}
    }

    record All(
            Optional<String> text,
            Instant at,
            BigDecimal amount,
            List<Shape> shapes,
            Map<String, Set<Long>> byName,
            Bytes bytes,
            Optional<Instant> never,
            boolean flag) {}

    record Holder(Shape shape) {}

    record Named(Shop shop) {}

    record Shop(String name, String secret) {}

    @Test
    void a_value_comes_back_as_it_was() throws IOException {
        All value = new All(
                Optional.of(""),
                Instant.parse("2026-11-28T02:00:00.123456789Z"),
                new BigDecimal("10.50"),
                List.of(new Shape.Round(Duration.ofMillis(1_500)), new Shape.Flat()),
                Map.of("a", Set.of(Long.MAX_VALUE)),
                Bytes.wrap(new byte[] {-1, 0, 1}),
                Optional.empty(),
                true);
        assertThat(back(All.class, value)).isEqualTo(value);
    }

    @Test
    void a_value_of_a_sealed_type_tells_which_one_it_is() {
        assertThat(new String(json.write(new Holder(new Shape.Flat())), UTF_8)).contains("\"@type\":\"Flat\"");
    }

    @Test
    void any_text_comes_back_half_a_pair_of_surrogates_too() {
        qt().withFixedSeed(20_261_128)
                .forAll(lists().of(integers().between(0, 0xFFFF)).ofSizeBetween(0, 20))
                .checkAssert(units -> {
                    String text = units.stream()
                            .map(unit -> String.valueOf((char) unit.intValue()))
                            .collect(Collectors.joining());
                    assertThat(back(Shop.class, new Shop(text, "\ud83d")).name())
                            .isEqualTo(text);
                });
    }

    @Test
    void what_is_kept_by_name_is_looked_up_in_the_world_that_it_comes_back_to() throws IOException {
        StateJson byName = new StateJson(List.of(reference("new")));
        byte[] text = byName.write(new Named(new Shop("books", "old")));
        assertThat(new String(text, UTF_8)).isEqualTo("{\"shop\":\"books\"}");
        Named back = byName.reader(Named.class, List.of(reference("new"))).readValue(text);
        assertThat(back.shop()).isEqualTo(new Shop("books", "new"));
    }

    @Test
    void a_name_that_the_world_does_not_have_is_refused() {
        StateJson byName = new StateJson(List.of(reference("new")));
        assertThatThrownBy(() ->
                        byName.reader(Named.class, List.of(reference("new"))).readValue("{\"shop\":\"toys\"}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("this world has no Shop toys");
        assertThatThrownBy(() -> byName.reader(Named.class, List.of()).readValue("{\"shop\":\"books\"}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing is known of Shop");
    }

    private static Reference<Shop> reference(String secret) {
        return new Reference<>(
                Shop.class,
                Shop::name,
                name -> Optional.of(new Shop(name, secret)).filter(shop -> name.equals("books")));
    }

    private <T> T back(Class<T> type, T value) {
        try {
            return json.reader(type, List.of()).readValue(json.write(value));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
