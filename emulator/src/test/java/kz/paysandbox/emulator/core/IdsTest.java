package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private final Ids ids = new Ids(1);

    @Test
    void the_sequence_rises_by_one_beyond_32_bits() {
        long first = ids.next();
        assertThat(List.of(ids.next(), ids.next())).containsExactly(first + 1, first + 2);
        assertThat(first).isBetween(12_800_000_001L, 13_700_000_000L);
    }

    @Test
    void where_the_sequence_begins_follows_the_seed() {
        assertThat(ids.next()).isEqualTo(new Ids(1).next()).isNotEqualTo(new Ids(2).next());
    }

    @Test
    void a_uuid_is_of_version_four_and_of_the_usual_variant() {
        assertThat(uuids(1)).allSatisfy(uuid -> {
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
        });
    }

    @Test
    void uuids_differ_from_each_other_and_between_kinds_and_seeds() {
        assertThat(uuids(1)).doesNotHaveDuplicates();
        assertThat(ids.uuid("device", 1)).isNotEqualTo(ids.uuid("order", 1));
        assertThat(uuids(1)).doesNotContainAnyElementsOf(uuids(2));
    }

    @Test
    void what_follows_from_a_seed_and_a_number_can_be_computed_again() {
        assertThat(uuids(1)).isEqualTo(uuids(1));
        assertThat(ids.digits("qr", 7, '5', 41)).isEqualTo(new Ids(1).digits("qr", 7, '5', 41));
        assertThat(ids.random("fault", 3).nextLong())
                .isEqualTo(new Ids(1).random("fault", 3).nextLong());
    }

    @Test
    void what_seed_one_leads_to_is_the_same_in_every_version() {
        assertThat(ids.uuid("device", 1)).hasToString("eb0f5cc0-393a-400f-aacc-bef7d976c9f4");
        assertThat(ids.digits("qr", 15, '5', 41)).isEqualTo("53661299940271934437267896521756583655209");
        assertThat(ids.next()).isEqualTo(13_500_411_233L);
    }

    @Test
    void drawing_ids_does_not_disturb_what_is_derived() {
        UUID before = ids.uuid("device", 0);
        ids.next();
        assertThat(ids.uuid("device", 0)).isEqualTo(before);
    }

    @Test
    void a_token_has_its_length_its_first_digit_and_all_digits_after_it() {
        List<String> tokens = LongStream.range(0, 50)
                .mapToObj(n -> ids.digits("qr", n, '5', 41))
                .toList();
        assertThat(tokens)
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).matches("5[0-9]{40}"));
        assertThat(String.join("", tokens)).contains("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(ids.digits("qr", 1, '4', 1)).isEqualTo("4");
    }

    @Test
    void ids_drawn_at_once_are_all_different() {
        List<Long> drawn = LongStream.range(0, 10_000)
                .parallel()
                .map(n -> ids.next())
                .boxed()
                .toList();
        assertThat(drawn).doesNotHaveDuplicates();
    }

    private static List<UUID> uuids(long seed) {
        Ids ids = new Ids(seed);
        return LongStream.range(0, 200).mapToObj(n -> ids.uuid("device", n)).toList();
    }
}
