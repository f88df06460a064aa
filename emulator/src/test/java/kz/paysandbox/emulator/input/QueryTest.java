package kz.paysandbox.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Complaint;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final Table TABLE = new Table()
            .optional("limit", Scalar.whole(1), "How many")
            .optional("bank", JudgedText.known("bank", () -> List.of("first", "second")), "Of one bank")
            .optional("bin", new AnyValue(), "Of one organisation")
            .optional(
                    "length",
                    new JudgedText(text ->
                            text.length() > 3 ? Outcome.refused(Complaint.of("too long")) : Outcome.ok(text.length())),
                    "A number that a text stands for");

    private final Mistakes mistakes = new Mistakes();

    @Test
    void parameters_are_texts_whatever_they_stand_for() {
        Values read = read(Map.of("limit", "7", "bank", "second", "bin", "12", "length", "abc"));
        assertThat(read.number("limit")).contains(7L);
        assertThat(read.text("bank")).contains("second");
        assertThat(read.text("bin")).contains("12");
        assertThat(read.value("length", Integer.class)).contains(3);
        assertThat(read.value("length", String.class)).isEmpty();
        assertThat(read.value("nothing", Integer.class)).isEmpty();
        assertThat(mistakes.isEmpty()).isTrue();
    }

    @Test
    void what_is_blank_or_has_no_name_is_as_nothing() {
        assertThat(read(Map.of("limit", " ", "bank", "", "", "x")).map()).isEmpty();
        assertThat(mistakes.isEmpty()).isTrue();
    }

    @Test
    void mistakes_name_the_parameter() {
        assertThat(complaint("limit", "0")).isEqualTo(Complaint.of("limit must be a whole number from 1"));
        assertThat(complaint("limit", "many").detail()).isEqualTo("limit must be a whole number from 1");
        assertThat(complaint("limit", "1234567890123456789").detail()).startsWith("limit must be");
        assertThat(complaint("bank", "secnd"))
                .isEqualTo(Complaint.unknown("bank", "secnd", List.of("first", "second")));
        assertThat(complaint("length", "abcd")).isEqualTo(Complaint.of("too long"));
        assertThat(complaint("lenght", "abc").detail()).isEqualTo("unknown key lenght, did you mean length?");
    }

    @Test
    void a_text_is_no_list() {
        JudgedText text = JudgedText.known("bank", List::of);
        InputNode list = new InputNode.Sequence(new Place.InObject("bank"), List.of());
        assertThat(text.read(list, mistakes)).isEqualTo("");
        assertThat(mistakes.all()).extracting(Mistake::toString).containsExactly("bank must be a text");
        assertThat(text.schema()).containsEntry("type", "string");
        assertThat(Scalar.whole(1).schema()).isEqualTo(Map.of("type", "integer", "minimum", 1L));
    }

    private Values read(Map<String, String> query) {
        return new Values(TABLE.read(InputNode.ofQuery(query), mistakes));
    }

    private static Complaint complaint(String name, String text) {
        Mistakes mistakes = new Mistakes();
        TABLE.read(InputNode.ofQuery(Map.of(name, text)), mistakes);
        return mistakes.complaint();
    }
}
