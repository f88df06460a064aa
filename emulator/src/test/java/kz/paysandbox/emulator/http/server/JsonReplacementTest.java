package kz.paysandbox.emulator.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReplacementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Status\":\"Wait\"}                          | {\"Status\":\"Odd\"}",
                "{ \"Status\" : \"a\\\"b\\\\\" , \"x\":1 }      | { \"Status\" : \"Odd\" , \"x\":1 }",
                "{\"Status\":{\"Status\":1,\"b\":[{}]},\"x\":2}  | {\"Status\":\"Odd\",\"x\":2}",
                "{\"Status\":[1,[2]],\"x\":[3]}               | {\"Status\":\"Odd\",\"x\":[3]}",
                "{\"Status\":-1.50e3,\"x\":1}                 | {\"Status\":\"Odd\",\"x\":1}",
                "{\"Status\":null}                            | {\"Status\":\"Odd\"}",
                "{\"Data\":[{\"Status\":true},{\"Status\":1}]}| {\"Data\":[{\"Status\":\"Odd\"},{\"Status\":\"Odd\"}]}",
                "{\"Message\":\"\\\"Status\\\":1 Всё\",\"Status\":1,\"Имя\":\"Ж\"} | {\"Message\":\"\\\"Status\\\":1 Всё\",\"Status\":\"Odd\",\"Имя\":\"Ж\"}"
            })
    void a_member_is_replaced_whatever_it_was_and_all_else_stays(String before, String after) {
        assertThat(replaced(before, Map.of("Status", "Odd"))).contains(after);
    }

    @Test
    void a_text_stays_a_text_and_a_number_a_number() {
        assertThat(replaced(
                        "{\"a\":\"1\",\"b\":1,\"c\":1,\"d\":1}", Map.of("a", "2", "b", "2", "c", "null", "d", "02")))
                .contains("{\"a\":\"2\",\"b\":2,\"c\":null,\"d\":\"02\"}");
        assertThat(replaced("{\"a\":1}", Map.of("a", "q\"\\\n"))).contains("{\"a\":\"q\\\"\\\\\\n\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"StatusCode\":0}", "<html>\"Status\":1</html>", "{\"Status\":1", "[\"Status\"]", "''"})
    void where_there_is_no_such_member_nothing_is_replaced(String body) {
        assertThat(replaced(body, Map.of("Status", "Odd"))).isEmpty();
    }

    private static Optional<String> replaced(String body, Map<String, String> members) {
        return JsonReplacement.members(Reply.json(200, Bytes.utf8(body)), members)
                .map(reply -> reply.body().text());
    }
}
