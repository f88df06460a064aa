package kz.paysandbox.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectReaderTest {

    private static final JsonObjectReader FLAT = new JsonObjectReader(100, 50, 100_000, false);
    private static final JsonObjectReader DEEP = new JsonObjectReader(3, 20, 10, true);

    @Test
    void values_keep_their_type_and_their_own_characters() {
        assertThat(read("{\"a\":\"x\",\"b\":200.00,\"c\":true,\"d\":null,\"e\":{\"f\":[1]},\"g\":[],\"h\":1e400}"))
                .isEqualTo(Map.of(
                        "a", new Scalar(Scalar.Type.STRING, "x"),
                        "b", new Scalar(Scalar.Type.NUMBER, "200.00"),
                        "c", new Scalar(Scalar.Type.BOOLEAN, "true"),
                        "d", new Scalar(Scalar.Type.NULL, "null"),
                        "e", new Scalar(Scalar.Type.NESTED, "nested"),
                        "g", new Scalar(Scalar.Type.NESTED, "nested"),
                        "h", new Scalar(Scalar.Type.NUMBER, "1e400")));
        assertThat(read("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1} x",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{a:1}",
                "{'a':1}",
                "<html>",
                "{\"a\":01}",
                "{\"a\":\"x}"
            })
    void what_is_no_json_object_is_none(String body) {
        assertThat(FLAT.read(Bytes.utf8(body))).isEmpty();
    }

    @Test
    void wrong_encodings_are_none() {
        byte[] cyrillic = "{\"a\":\"тенге\"}".getBytes(StandardCharsets.UTF_8);
        cyrillic[6] = (byte) 0xff;
        assertThat(FLAT.read(Bytes.wrap(cyrillic))).isEmpty();
    }

    @Test
    void absurd_sizes_are_none() {
        assertThat(FLAT.read(Bytes.utf8("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}")))
                .isEmpty();
        assertThat(FLAT.read(Bytes.utf8("{\"a\":" + "1".repeat(5_000) + "}")))
                .as("a number of any length is JSON; whether it is an amount is for the bank to say")
                .isPresent();
        assertThat(FLAT.read(Bytes.utf8(object(100)))).isPresent();
        assertThat(FLAT.read(Bytes.utf8(object(200)))).isEmpty();
    }

    @Test
    void a_name_that_comes_again_in_whatever_case_is_told_and_its_last_value_counts() {
        JsonObjectReader.ParsedObject body =
                FLAT.read(Bytes.utf8("{\"a\":1,\"b\":2,\"a\":3,\"B\":4}")).orElseThrow();

        assertThat(body.repeated()).containsExactly("a", "B");
        assertThat(body.fields().get("a")).isEqualTo(new Scalar(Scalar.Type.NUMBER, "3"));
        assertThat(FLAT.read(Bytes.utf8("{\"a\":1,\"b\":{\"a\":2}}"))
                        .orElseThrow()
                        .repeated())
                .isEmpty();
    }

    @Test
    void members_of_objects_within_are_named_by_their_paths() {
        assertThat(DEEP.read(Bytes.utf8("{\"card\":{\"id\":7},\"x\":[{\"y\":1}]}"))
                        .orElseThrow()
                        .fields())
                .isEqualTo(Map.of(
                        "card", new Scalar(Scalar.Type.NESTED, "nested"),
                        "card.id", new Scalar(Scalar.Type.NUMBER, "7"),
                        "x", new Scalar(Scalar.Type.NESTED, "nested")));
        assertThat(DEEP.read(Bytes.utf8("{\"card\":{\"id\":7,\"type\":8},\"x\":1}")))
                .isEmpty();
        assertThat(DEEP.read(Bytes.utf8("{\"a\":12345678901}"))).isEmpty();
    }

    @Test
    void of_one_name_in_several_spellings_the_last_value_counts() {
        JsonObjectReader.ParsedObject read = DEEP.read(Bytes.utf8("{\"amount\":1,\"Amount\":2,\"amount\":3}"))
                .orElseThrow();

        assertThat(Fields.of(read.fields()).find("amount").orElseThrow().value().text())
                .isEqualTo("3");
        assertThat(read.repeated()).containsExactly("Amount", "amount");
    }

    private static String object(int fields) {
        return IntStream.range(0, fields).mapToObj(n -> "\"f" + n + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Scalar> read(String body) {
        return FLAT.read(Bytes.utf8(body)).orElseThrow().fields();
    }
}
