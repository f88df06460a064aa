package kz.paysandbox.emulator.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.paysandbox.emulator.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AnswerPrinterTest {

    private static final TerminalWindow NONE = new TerminalWindow(false, () -> 80);

    @Test
    void a_text_of_several_lines_stays_in_its_row() throws JsonProcessingException {
        assertThat(list("[{\"a\":\"one\\ntwo\\r\\nthree\",\"b\":1},{\"a\":\"x\",\"b\":2}]", "a", "b"))
                .containsExactly("a              b", "one two three  1", "x              2");
    }

    @Test
    void where_there_is_nothing_another_key_is_shown() throws JsonProcessingException {
        assertThat(list("[{\"answer\":\"ok\",\"notes\":[]},{\"notes\":[\"failed\",\"twice\"]}]", "answer|notes"))
                .containsExactly("answer", "ok", "failed; twice");
    }

    @Test
    void a_column_of_an_inner_key_is_named_by_the_outer() throws JsonProcessingException {
        assertThat(list("[{\"title\":{\"en\":\"A\",\"ru\":\"А\"}}]", "title.ru"))
                .containsExactly("title", "А");
    }

    @Test
    void numbers_objects_times_and_durations_are_in_words() throws JsonProcessingException {
        assertThat(list(
                        "[{\"at\":\"2026-11-27T21:00:23.219456Z\",\"took\":\"PT0.056897S\",\"requests\":[1,2],\"then\":{\"http\":503,\"delay\":\"PT2S\"}}]",
                        "at",
                        "took",
                        "requests",
                        "then"))
                .containsExactly(
                        "at                  took   requests  then",
                        "11-28 02:00:23.219  57 ms  1, 2      http=503, delay=2 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15T10:00Z", "2026-02-30T10:00:00Z", "PT99999999999999999999S"})
    void what_only_looks_like_a_time_is_shown_as_it_is(String text) throws JsonProcessingException {
        assertThat(list("[{\"a\":\"" + text + "\"}]", "a")).containsExactly("a", text);
        assertThat(one("{\"a\":\"" + text + "\"}", List.of("a"))).isEqualTo("a           " + text + "\n");
    }

    @Test
    void nothing_is_cut_where_it_is_no_terminal_and_no_colour_is_there() throws JsonProcessingException {
        String text = "x".repeat(500);
        assertThat(list("[{\"a\":\"" + text + "\",\"status\":500}]", "a", "status"))
                .containsExactly("a" + " ".repeat(61) + "status", text + "  500");
    }

    @Test
    void a_narrow_window_cuts_the_last_column_and_then_the_widest() {
        TextTable table = new TextTable(
                List.of("number", "target", "answer"), List.of(List.of("1", "t".repeat(40), "a".repeat(40))));
        assertThat(lines(table, 60))
                .allMatch(line -> line.length() <= 60)
                .last()
                .satisfies(line -> assertThat(line).endsWith("  aaaaaaaaaaaaaaaaaaa…"));
        assertThat(lines(table, 40)).allMatch(line -> line.length() <= 40);
        assertThat(lines(table, 120)).last().isEqualTo("1       " + "t".repeat(40) + "  " + "a".repeat(40));
    }

    @Test
    void colours_follow_the_option_the_terminal_and_no_color() throws JsonProcessingException {
        TerminalWindow terminal = new TerminalWindow(true, () -> 80);
        String row = "[{\"status\":500}]";
        assertThat(printed(terminal, Map.of(), row)).contains("\033[31m500\033[0m");
        assertThat(printed(terminal, Map.of("NO_COLOR", "1"), row)).doesNotContain("\033");
        assertThat(printed(terminal, Map.of("TERM", "dumb"), row)).doesNotContain("\033");
        assertThat(printed(terminal, Map.of(), row, "--color", "never")).doesNotContain("\033");
        assertThat(printed(NONE, Map.of(), row)).doesNotContain("\033");
        assertThat(printed(NONE, Map.of("NO_COLOR", "1"), row, "--color", "always"))
                .contains("\033[31m500");
    }

    @Test
    void one_thing_has_its_json_indented_and_its_headers_below_each_other() throws JsonProcessingException {
        String body = "{\\\"Amount\\\":500.00}";
        assertThat(one(
                        "{\"at\":\"2026-11-27T06:00:00Z\",\"took\":\"PT2.34S\",\"headers\":{\"Host\":\"a\",\"Accept\":\"*/*\"},\"body\":\""
                                + body + "\",\"answer\":\"{\\\"cut\",\"empty\":\"\"}",
                        List.of("at", "took", "headers", "body", "answer", "empty")))
                .isEqualTo("""
                        at          2026-11-27T11:00:00.000+05:00
                        took        2.3 s
                        headers     Host: a
                                    Accept: */*
                        body        {
                                      "Amount" : 500.00
                                    }
                        answer      {"cut
                        """);
    }

    @Test
    void rows_that_come_later_keep_the_columns() throws JsonProcessingException {
        StringWriter text = new StringWriter();
        GrowingList growing = printer(text).growing(List.of("a", "b"));
        growing.add(new ObjectMapper().readTree("[]"));
        growing.add(new ObjectMapper().readTree("[{\"a\":\"long\",\"b\":1}]"));
        growing.add(new ObjectMapper().readTree("[{\"a\":\"x\",\"b\":2}]"));
        assertThat(text.toString().lines()).containsExactly("a  b", "long  1", "x     2");
    }

    private static List<String> list(String json, String... columns) throws JsonProcessingException {
        StringWriter text = new StringWriter();
        printer(text).list(new ObjectMapper().readTree(json), List.of(columns));
        return text.toString().lines().toList();
    }

    private static String one(String json, List<String> keys) throws JsonProcessingException {
        StringWriter text = new StringWriter();
        printer(text).one(new ObjectMapper().readTree(json), keys);
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static AnswerPrinter printer(StringWriter text) {
        return new AnswerPrinter(
                new PrintWriter(text, true), false, new CellText(ZoneOffset.ofHours(5)), TableStyle.PLAIN, Language.EN);
    }

    private static List<String> lines(TextTable table, int width) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true), new TableStyle(OptionalInt.of(width), false));
        return text.toString().lines().toList();
    }

    private static String printed(TerminalWindow window, Map<String, String> environment, String json, String... args)
            throws JsonProcessingException {
        PrintOptions options = new PrintOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        StringWriter text = new StringWriter();
        options.printer(new PrintWriter(text, true), window, environment, Language.EN)
                .list(new ObjectMapper().readTree(json), List.of("status"));
        return text.toString();
    }
}
