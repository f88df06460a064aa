package kz.paysandbox.gateway.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.gateway.http.route.Field;
import kz.paysandbox.gateway.http.route.Fields;
import org.junit.jupiter.api.Test;

class SentFieldsTest {
    private static Fields json(String text) {
        SentFields sent = new SentFields();
        sent.json(text);
        return sent.with(Map.of());
    }

    @Test
    void a_null_is_as_if_it_were_not_there_but_for_its_name() {
        assertThat(json("{\"order_id\":null,\"amount\":1}").find("order_id")).isEmpty();
        assertThat(json("{\"order_id\":null,\"order_id\":\"1\"}").faults()).hasSize(1);
        assertThat(json("{\"order_id\":\"null\"}").find("order_id")).contains(new Field(Field.Type.TEXT, "null"));
    }

    @Test
    void numbers_keep_their_characters() {
        assertThat(json("{\"a\":100.00,\"b\":1e2,\"c\":true,\"d\":[1],\"e\":{}}")
                        .sent())
                .containsEntry("a", new Field(Field.Type.NUMBER, "100.00"))
                .containsEntry("b", new Field(Field.Type.NUMBER, "1e2"))
                .containsEntry("c", new Field(Field.Type.BOOLEAN, "true"))
                .containsEntry("d", new Field(Field.Type.NESTED, ""))
                .containsEntry("e", new Field(Field.Type.NESTED, ""));
    }

    @Test
    void a_query_and_a_body_together_have_each_name_once() {
        SentFields sent = new SentFields();
        sent.form("a=1&b=%D0%90&c&&d=");
        sent.json("{\"a\":2}");
        Fields fields = sent.with(Map.of());
        assertThat(fields.find("b")).contains(new Field(Field.Type.TEXT, "А"));
        assertThat(fields.find("c")).contains(new Field(Field.Type.TEXT, ""));
        assertThat(fields.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("a"));
    }

    @Test
    void too_many_fields_and_names_too_long_are_faults() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            many.append('f').append(i).append("=1&");
        }
        SentFields sent = new SentFields();
        sent.form(many.toString());
        assertThat(sent.with(Map.of()).sent()).hasSize(100);
        assertThat(sent.with(Map.of()).faults()).hasSize(1);
        assertThat(json("{\"" + "n".repeat(101) + "\":1}").faults()).hasSize(1);
        assertThat(json("{\"" + "n".repeat(100) + "\":1}").faults()).isEmpty();
    }
}
