package kz.paysandbox.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.settings.Complaint;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table = new Table()
            .required("name", Scalar.text(9), "Its name")
            .optional("nth", Scalar.whole(1, 9), "Which")
            .optional("blank", Scalar.text(9), "Perhaps")
            .optional("deep", new Table().optional("list", new Sequence(Scalar.whole(1, 9), 2), "Numbers"), "More")
            .optional("header", new Texts(2), "Fields")
            .optional("body", new Texts(9, true), "Fields by path");
    private final Mistakes mistakes = new Mistakes();

    @Test
    void what_fits_is_read_by_key() {
        Values values = table.values(
                Map.of("name", "x", "nth", 3, "deep", Map.of("list", List.of(1, 2)), "header", Map.of("A", 1)),
                mistakes);
        assertThat(mistakes.all()).isEmpty();
        assertThat(values.text("name")).contains("x");
        assertThat(values.whole("nth")).contains(3);
        assertThat(values.object("deep").map()).isEqualTo(Map.of("list", List.of(1, 2)));
        assertThat(values.texts("header")).isEqualTo(Map.of("A", "1"));
    }

    @Test
    void an_unknown_key_is_told_with_its_path_and_what_was_meant() {
        table.values(Map.of("name", "x", "deep", Map.of("lst", 1, "quite else", 2)), mistakes);
        assertThat(mistakes.all())
                .containsExactlyInAnyOrder(
                        new Mistake(
                                new Place.InObject("deep"),
                                new Complaint("unknown key lst, did you mean list?", Optional.of("list"))),
                        new Mistake(
                                new Place.InObject("deep"),
                                new Complaint("unknown key quite else; known here: list", Optional.empty())));
        assertThat(mistakes.finish("read").refusal().orElseThrow().suggestion()).contains("list");
    }

    @Test
    void a_missing_key_a_key_twice_and_something_else_are_told() {
        Place here = new Place.InText(1, 2);
        InputNode.Member nth = new InputNode.Member(here, "nth", new InputNode.Value(here, "1", false));
        table.read(new InputNode.Members(here, List.of(nth, nth)), mistakes);
        table.read(new InputNode.Value(here, "x", false), mistakes);
        assertThat(mistakes.all())
                .extracting(Mistake::toString)
                .containsExactly(
                        "line 1, column 2: `nth` stands here twice",
                        "line 1, column 2: `name` is missing: Its name",
                        "line 1, column 2: this must be an object with keys: name, nth, blank, deep, header, body");
    }

    @Test
    void null_and_a_blank_text_are_as_nothing_where_nothing_may_be() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("name", "x");
        given.put("nth", null);
        given.put("blank", "");
        assertThat(table.values(given, mistakes).map()).containsOnlyKeys("name");
        assertThat(mistakes.isEmpty()).isTrue();
        table.values(Map.of("name", " "), mistakes);
        assertThat(mistakes.all()).singleElement().hasToString("name must be a text of at most 9 characters");
    }

    @Test
    void lists_are_bounded_and_their_elements_have_places() {
        table.values(Map.of("name", "x", "deep", Map.of("list", List.of(1, 2, 3))), mistakes);
        table.values(Map.of("name", "x", "deep", Map.of("list", Arrays.asList(1, null))), mistakes);
        table.values(Map.of("name", "x", "deep", Map.of("list", 1)), mistakes);
        assertThat(mistakes.all())
                .extracting(Mistake::toString)
                .containsExactly(
                        "deep.list: a list here has at most 2 entries, this one has 3",
                        "deep.list[1] must be a whole number from 1 to 9",
                        "deep.list must be a list of at most 2 entries");
    }

    @Test
    void names_with_texts_are_bounded_and_can_be_deep() {
        Values values =
                table.values(Map.of("name", "x", "body", Map.of("Data", Map.of("Status", "", "Code", 1))), mistakes);
        assertThat(values.texts("body")).isEqualTo(Map.of("Data.Status", "", "Data.Code", "1"));
        assertThat(mistakes.isEmpty()).isTrue();
        table.values(Map.of("name", "x", "header", Map.of("A", 1, "B", 2, "C", 3)), mistakes);
        table.values(Map.of("name", "x", "header", Map.of("A", Map.of())), mistakes);
        table.values(Map.of("name", "x", "header", 7), mistakes);
        assertThat(mistakes.all())
                .extracting(Mistake::toString)
                .containsExactly(
                        "header must be at most 2 names with values",
                        "header.A must be a text of at most 10000 characters",
                        "header must be names with values");
    }

    @Test
    void a_table_that_may_not_be_empty_says_so_once() {
        NonEmptyTable some = new NonEmptyTable(new Table().optional("a", Scalar.flag(), "A"), "say something");
        some.read(InputNode.of(Map.of()), mistakes);
        some.read(InputNode.of(Map.of("nonsense", 1)), mistakes);
        assertThat(some.read(InputNode.of(Map.of("a", true)), mistakes)).isEqualTo(Map.of("a", true));
        assertThat(mistakes.all())
                .extracting(Mistake::toString)
                .containsExactly("say something", "unknown key nonsense; known here: a");
        assertThat(some.schema()).containsEntry("minProperties", 1).containsEntry("type", "object");
    }

    @Test
    void mistakes_are_bounded() {
        for (int number = 0; number < 30; number++) {
            mistakes.at(new Place.InText(1, 1), "wrong " + number);
        }
        assertThat(mistakes.count()).isEqualTo(20);
        assertThat(mistakes.finish("x").value()).isEmpty();
        assertThat(new Mistakes().finish("x").value()).contains("x");
    }

    @Test
    void the_schema_is_what_is_checked() {
        assertThat(new Table()
                        .required("a", Scalar.flag(), "A flag")
                        .optional("b", new Sequence(Scalar.flag(), 3), "Flags")
                        .optional("c", new Texts(3), "Texts")
                        .schema())
                .isEqualTo(Map.of(
                        "type",
                        "object",
                        "additionalProperties",
                        false,
                        "required",
                        List.of("a"),
                        "properties",
                        Map.of(
                                "a",
                                Map.of("type", "boolean", "description", "A flag"),
                                "b",
                                Map.of(
                                        "type",
                                        "array",
                                        "maxItems",
                                        3,
                                        "items",
                                        Map.of("type", "boolean"),
                                        "description",
                                        "Flags"),
                                "c",
                                Map.of(
                                        "type",
                                        "object",
                                        "additionalProperties",
                                        Map.of("type", "string"),
                                        "description",
                                        "Texts"))));
    }

    @Test
    void an_exact_table_takes_no_null() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("flag", null);
        new Table().exact().optional("flag", Scalar.flag(), "A flag").values(given, mistakes);
        assertThat(mistakes.all()).singleElement().hasToString("flag must be true or false");
        given.put("flag", " ");
        new Table().exact().optional("flag", Scalar.text(9), "A text").values(given, mistakes);
        assertThat(mistakes.count()).isEqualTo(2);
    }

    @Test
    void a_required_null_is_missing() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("name", null);
        table.values(given, mistakes);
        assertThat(mistakes.all()).singleElement().hasToString("name is missing: Its name");
    }

    @Test
    void a_value_of_any_kind_is_for_others_to_judge() {
        Table any = new Table().optional("key", new AnyValue(), "A key");
        assertThat(any.values(Map.of("key", "x"), mistakes).map()).containsEntry("key", "x");
        assertThat(any.values(Map.of("key", 7), mistakes).map()).containsEntry("key", "");
        assertThat(any.values(Map.of("key", Map.of()), mistakes).map()).containsEntry("key", "");
        assertThat(mistakes.isEmpty()).isTrue();
        assertThat(new AnyValue().schema()).isEmpty();
    }

    @Test
    void what_is_wrong_with_an_object_is_one_complaint() {
        Table table = new Table().required("count", Scalar.whole(1, 9), "How many");
        assertThat(table.values(Map.of("count", 7)).value().orElseThrow().whole("count"))
                .contains(7);
        assertThat(table.values(Map.of("cuont", 7)).refusal().orElseThrow().suggestion())
                .contains("count");
    }
}
