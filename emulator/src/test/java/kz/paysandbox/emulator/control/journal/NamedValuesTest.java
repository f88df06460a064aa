package kz.paysandbox.emulator.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedValuesTest {

    @Test
    void members_are_named_alone_and_by_their_path() {
        NamedValues named = NamedValues.of("""
                {"Status":"Outer","Data":{"Status":"Inner \\"quoted\\"","List":[1,{"Deep":true}]},"After":null}
                """);

        assertThat(named.named("status")).containsExactly("Outer", "Inner \"quoted\"");
        assertThat(named.named("Data.Status")).containsExactly("Inner \"quoted\"");
        assertThat(named.named("Data.List")).containsExactly("1");
        assertThat(named.named("Deep")).containsExactly("true");
        assertThat(named.named("data.list.deep")).containsExactly("true");
        assertThat(named.named("After")).containsExactly("null");
        assertThat(named.has("AFTER")).isTrue();
        assertThat(named.has("Data")).isFalse();
    }

    @Test
    void a_name_that_is_sent_twice_has_both_values() {
        assertThat(NamedValues.of("{\"Amount\":1,\"Amount\":2.50}").named("Amount"))
                .containsExactly("1", "2.50");
    }

    @Test
    void what_is_no_json_is_read_as_far_as_it_goes() {
        assertThat(NamedValues.of("{\"Amount\":100,\"Phone\":\"1").named("Amount"))
                .containsExactly("100");
        assertThat(NamedValues.of("amount=100&text=a%20b").named("text")).containsExactly("a%20b", "a b");
    }
}
