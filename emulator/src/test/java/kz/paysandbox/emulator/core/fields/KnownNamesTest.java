package kz.paysandbox.emulator.core.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.fields.Deviation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest {

    private static final KnownNames NAMES = new KnownNames(
            List.of("DeviceToken", "Amount", "ExternalId", "Comment", "cardId", "cardId.id", "data"),
            Set.of("deviceToken"),
            Set.of("TradePointId"),
            Set.of("data"),
            true);

    private static final KnownNames QUERY =
            new KnownNames(List.of("amount", "externalID"), Set.of(), Set.of(), Set.of(), false);

    @ParameterizedTest
    @ValueSource(strings = {"Amount", "deviceToken", "TradePointId", "tradepointid", "cardId.id", "data.any.thing"})
    void what_is_listed_printed_or_known_to_be_sent_is_nothing(String name) {
        assertThat(NAMES.judge(List.of(name), "the body")).isEmpty();
    }

    @Test
    void another_case_is_a_spelling() {
        assertThat(NAMES.judge(List.of("amount"), "the body"))
                .containsExactly(new Deviation(Kind.SPELLING, "Amount was sent as amount"));
    }

    @ParameterizedTest
    @CsvSource({
        "External_Id, ExternalId",
        "Coment, Comment",
        "returnAmount, Amount",
        "device-token, DeviceToken",
        "cardId.uid, cardId.id"
    })
    void a_name_that_nobody_reads_comes_with_what_was_meant(String name, String meant) {
        assertThat(NAMES.judge(List.of(name), "the body"))
                .containsExactly(
                        new Deviation(Kind.UNKNOWN, name + " in the body is not read; did you mean " + meant + "?"));
    }

    @Test
    void where_nothing_is_near_the_few_names_are_told() {
        assertThat(QUERY.judge(List.of("summ"), "the query"))
                .extracting(Deviation::evidence)
                .containsExactly("summ in the query is not read; this call has amount, externalID there");
        assertThat(KnownNames.none().judge(List.of("v"), "the query"))
                .extracting(Deviation::evidence)
                .containsExactly("v in the query is not read; this call has no fields there");
        assertThat(NAMES.judge(List.of("zzzzzzzzzzzz"), "the body"))
                .extracting(Deviation::evidence)
                .containsExactly("zzzzzzzzzzzz in the body is not read");
    }

    @Test
    void where_case_matters_another_case_is_not_read() {
        assertThat(QUERY.judge(List.of("Amount"), "the query"))
                .containsExactly(new Deviation(Kind.UNKNOWN, "Amount in the query is not read; did you mean amount?"));
    }

    @Test
    void an_unknown_object_is_told_once() {
        assertThat(NAMES.judge(List.of("wrapper", "wrapper.a", "wrapper.b.c"), "the body"))
                .extracting(Deviation::evidence)
                .containsExactly("wrapper in the body is not read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4405639704015096", "DCEB8O_ZM5U7SO_T_U5EJQ12", "name with <b>", ""})
    void what_may_be_a_secret_in_a_name_s_place_is_not_repeated(String name) {
        assertThat(NAMES.judge(List.of(name), "the body"))
                .extracting(Deviation::evidence)
                .containsExactly("a name of " + name.length() + " characters in the body is not read");
    }

    @Test
    void more_than_five_say_nothing_new() {
        List<String> many = IntStream.range(0, 50)
                .mapToObj(number -> "unheard" + (char) ('a' + number % 26) + "of" + number)
                .toList();
        assertThat(NAMES.judge(many, "the body")).hasSize(5);
    }
}
