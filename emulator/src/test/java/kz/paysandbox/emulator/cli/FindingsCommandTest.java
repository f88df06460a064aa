package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code findings} says and how it leaves, by what the sandbox still knows. */
class FindingsCommandTest {

    private static final String WARNING =
            "[{\"rule\":\"a.b\",\"severity\":\"warning\",\"clause\":\"1\",\"evidence\":\"x\",\"count\":1}]";
    private static final String ALL = "{\"findings\":{\"on\":true,\"forgotten\":0}}";
    private static final String SOME = "{\"findings\":{\"on\":true,\"forgotten\":3}}";
    private static final String OFF = "{\"findings\":{\"on\":false,\"forgotten\":0}}";

    @TempDir
    private Path folder;

    @Test
    void warnings_pass_only_where_no_others_were_forgotten() throws IOException {
        assertThat(run(WARNING, ALL).code()).isEqualTo(ExitCode.WARNINGS);
        Terminal.Result some = run(WARNING, SOME);
        assertThat(some.code()).isEqualTo(ExitCode.FAILED);
        assertThat(some.out()).contains("a.b");
        assertThat(some.err()).contains("whether there were others is not known");
        assertThat(run("[]", ALL).out()).isEqualTo("none" + System.lineSeparator());
    }

    @Test
    void no_report_says_none_where_that_is_not_known() throws IOException {
        Terminal.Result off = run("[]", OFF);
        assertThat(off.code()).isEqualTo(ExitCode.FAILED);
        assertThat(off.out()).isEqualTo("not known" + System.lineSeparator());
        assertThat(run("[]", OFF, "--format", "junit").out())
                .contains("errors=\"1\"", "<error type=\"unknown\"")
                .doesNotContain("\"none\"");
        assertThat(run("[]", OFF, "--format", "sarif").out())
                .contains("toolExecutionNotifications", "\"executionSuccessful\" : false");
    }

    @Test
    void what_was_written_is_told_apart_from_json() throws IOException {
        Terminal.Result json = run(WARNING, ALL, "--json", "--format", "junit,sarif", "--out", folder.toString());
        assertThat(isJson(json.out())).isTrue();
        assertThat(json.err()).contains("wrote ", "findings.sarif");
        assertThat(run(WARNING, ALL, "--out", folder.toString()).out()).contains("wrote ");
    }

    private static boolean isJson(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text).isArray();
    }

    private static Terminal.Result run(String findings, String world, String... options) throws IOException {
        try (ControlStub control = new ControlStub(asked -> switch (asked) {
            case "/catalogue" -> "{\"findings\":[{\"rule\":\"a.b\",\"severity\":\"warning\"}]}";
            case "/findings" -> findings;
            default -> world;
        })) {
            List<String> words = new ArrayList<>(List.of("findings", "--at", control.url()));
            words.addAll(List.of(options));
            return Terminal.run(words);
        }
    }
}
