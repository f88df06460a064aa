package kz.paysandbox.emulator.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerPrinterTest {

    @Test
    void a_text_of_several_lines_stays_in_its_row() throws JsonProcessingException {
        assertThat(shown("[{\"a\":\"one\\ntwo\\r\\nthree\",\"b\":1},{\"a\":\"x\",\"b\":2}]", "a", "b"))
                .containsExactly("a              b", "one two three  1", "x              2");
    }

    @Test
    void where_there_is_nothing_another_key_is_shown() throws JsonProcessingException {
        assertThat(shown("[{\"answer\":\"ok\",\"notes\":[]},{\"notes\":[\"handshake failed\"]}]", "answer|notes"))
                .containsExactly("answer", "ok", "[\"handshake failed\"]");
    }

    @Test
    void a_column_of_an_inner_key_is_named_by_the_outer() throws JsonProcessingException {
        assertThat(shown("[{\"title\":{\"en\":\"A\",\"ru\":\"А\"}}]", "title.ru"))
                .containsExactly("title", "А");
    }

    private static List<String> shown(String json, String... columns) throws JsonProcessingException {
        StringWriter text = new StringWriter();
        AnswerPrinter.list(new PrintWriter(text, true), false, new ObjectMapper().readTree(json), List.of(columns));
        return text.toString().lines().toList();
    }
}
