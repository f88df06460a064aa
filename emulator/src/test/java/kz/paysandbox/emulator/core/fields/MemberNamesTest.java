package kz.paysandbox.emulator.core.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemberNamesTest {

    private record Inner(int code, String text) {}

    private record Outer(String status, Inner data, List<Inner> more) {}

    @Test
    void names_are_those_of_the_records_and_of_records_within_them() {
        assertThat(MemberNames.of(RecordComponent::getName, Outer.class))
                .containsExactly("status", "data", "code", "text", "more");
        assertThat(MemberNames.of(component -> component.getName().toUpperCase(Locale.ROOT), Inner.class, Outer.class))
                .containsExactly("CODE", "TEXT", "STATUS", "DATA", "MORE");
        assertThat(MemberNames.of(RecordComponent::getName)).isEmpty();
    }

    @Test
    void every_known_name_is_among_all() {
        KnownNames names = new KnownNames(List.of("a", "b"), Set.of("A"), Set.of("c"), Set.of("d"), true);
        assertThat(names.all()).startsWith("a", "b").containsExactlyInAnyOrder("a", "b", "A", "c", "d");
    }
}
