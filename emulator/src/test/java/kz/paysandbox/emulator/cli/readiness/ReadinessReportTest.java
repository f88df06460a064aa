package kz.paysandbox.emulator.cli.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import kz.paysandbox.emulator.cli.findings.AcceptedRules;
import kz.paysandbox.emulator.cli.readiness.ReadinessReport.Overall;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class ReadinessReportTest {

    private static final List<String> KNOWN = List.of("a.fail", "a.warn", "a.note", "a.open", "a.pass");

    @TempDir
    private Path folder;

    @Test
    void what_is_accepted_does_not_count() {
        assertThat(report().verdict()).isEqualTo(Overall.NOT_READY);
        assertThat(report().exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(report("a.fail").verdict()).isEqualTo(Overall.NOT_KNOWN);
        assertThat(report("a.fail").exitCode()).isEqualTo(ExitCode.NOTHING_RAN);
        assertThat(report("a.fail", "a.open").verdict()).isEqualTo(Overall.READY);
        assertThat(report("a.fail", "a.open").exitCode()).isEqualTo(ExitCode.WARNINGS);
        assertThat(report("a.fail", "a.open", "a.warn", "a.note").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void what_stands_in_the_way_is_counted() {
        assertThat(report().obstacle()).contains("not ready: rules broken at the risk of money or service: 1");
        assertThat(report("a.fail").obstacle()).contains("not known: rules that were not put to the test: 1");
        assertThat(report("a.fail", "a.open").obstacle()).isEmpty();
    }

    @Test
    void where_nothing_was_called_nothing_is_known_whatever_is_accepted() {
        JsonNode none = json("{\"uses\":[],\"rules\":[" + rule("a.open", "not-exercised", 0, "") + "]}");
        ReadinessReport report =
                ReadinessReport.of(catalogue(), none, AcceptedRules.read(List.of("a.open"), KNOWN), Language.EN);

        assertThat(report.verdict()).isEqualTo(Overall.NOT_KNOWN);
        assertThat(report.text(ReadinessFormat.TEXT)).startsWith("not-known" + System.lineSeparator());
    }

    @Test
    void lines_are_in_the_order_of_gravity() {
        assertThat(report("a.note").text(ReadinessFormat.TEXT).lines())
                .containsExactly(
                        "not-ready: s1",
                        "fail           a.fail: a.fail <says>; requests: 3, 7",
                        "warn           a.warn: a.warn <says>; requests: 3",
                        "not-exercised  a.open: Do a.open.",
                        "accepted       a.note: --accept",
                        "pass           a.pass: a.pass <says>");
    }

    @Test
    void json_is_the_answer_with_what_is_accepted() {
        JsonNode answer = json(report("a.fail", "a.pass").text(ReadinessFormat.JSON));

        assertThat(answer.path("verdict").asText()).isEqualTo("not-known");
        assertThat(answer.at("/rules/0/verdict").asText()).isEqualTo("accepted");
        assertThat(answer.at("/rules/0/reason").asText()).isEqualTo("--accept");
        assertThat(answer.at("/rules/4/verdict").asText()).isEqualTo("pass");
        assertThat(answer.at("/rules/4/reason").isMissingNode()).isTrue();
    }

    @Test
    void junit_has_the_verdict_and_every_rule() throws IOException, ParserConfigurationException, SAXException {
        Element failed = xml(report().text(ReadinessFormat.JUNIT));
        assertThat(failed.getAttribute("tests")).isEqualTo("6");
        assertThat(failed.getAttribute("failures")).isEqualTo("1");
        assertThat(failed.getAttribute("errors")).isEqualTo("0");
        assertThat(failed.getAttribute("skipped")).isEqualTo("1");
        assertThat(failed.getElementsByTagName("testcase").getLength()).isEqualTo(6);
        assertThat(failed.getElementsByTagName("system-out").getLength()).isEqualTo(2);
        assertThat(((Element) failed.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("a.fail <says>; requests: 3, 7");

        Element unknown = xml(report("a.fail").text(ReadinessFormat.JUNIT));
        assertThat(unknown.getAttribute("errors")).isEqualTo("1");
        assertThat(unknown.getAttribute("failures")).isEqualTo("0");
        assertThat(unknown.getAttribute("skipped")).isEqualTo("2");
        assertThat(((Element) unknown.getElementsByTagName("error").item(0)).getAttribute("type"))
                .isEqualTo("not-known");
    }

    @Test
    void sarif_has_a_result_for_each_broken_rule() {
        JsonNode run =
                json(report("a.note").text(ReadinessFormat.SARIF)).path("runs").path(0);

        assertThat(run.path("results")).hasSize(3);
        assertThat(run.at("/results/0/level").asText()).isEqualTo("error");
        assertThat(run.at("/results/2/suppressions/0/justification").asText()).isEqualTo("--accept");
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .isEqualTo("not put to the test: a.open");
    }

    @Test
    void a_page_is_one_well_formed_file() throws IOException, ParserConfigurationException, SAXException {
        String html = report().text(ReadinessFormat.HTML);

        assertThat(html).startsWith("<!doctype html>\n<html lang=\"en\">").contains("a.fail &lt;says&gt;");
        Element page = xml(html.substring(html.indexOf("<html")));
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("not-ready: s1");
        assertThat(page.getElementsByTagName("tr").getLength()).isEqualTo(5);
        assertThat(page.getElementsByTagName("h2").getLength()).isEqualTo(5);
    }

    @Test
    void a_reason_may_have_any_letters() throws IOException, ParserConfigurationException, SAXException {
        Path file = Files.writeString(folder.resolve("accepted.txt"), "a.fail <b>&\"\u001b[31m\u0001]]> known\n");
        ReadinessReport report = report(file.toString());

        Element suite = xml(report.text(ReadinessFormat.JUNIT));
        assertThat(((Element) suite.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("accepted: <b>&\"[31m]]> known");
        String html = report.text(ReadinessFormat.HTML);
        assertThat(xml(html.substring(html.indexOf("<html"))).getTextContent()).contains("<b>&\"[31m]]> known");
    }

    @Test
    void each_format_has_a_file() {
        List<Path> files = report().write(folder.resolve("out"), List.of(ReadinessFormat.values()));

        assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "readiness.txt", "readiness.html", "readiness.json", "readiness-junit.xml", "readiness.sarif");
    }

    private static ReadinessReport report(String... accepted) {
        String rules = Stream.of(
                        rule("a.fail", "fail", 2, "3,7"),
                        rule("a.warn", "warn", 1, "3"),
                        rule("a.note", "note", 1, ""),
                        rule("a.open", "not-exercised", 0, ""),
                        rule("a.pass", "pass", 4, ""))
                .collect(Collectors.joining(","));
        return ReadinessReport.of(
                catalogue(),
                json("{\"verdict\":\"not-ready\",\"uses\":[\"s1\"],\"rules\":[" + rules + "]}"),
                AcceptedRules.read(List.of(accepted), KNOWN),
                Language.EN);
    }

    private static String rule(String id, String verdict, int exercised, String evidence) {
        return "{\"id\":\"" + id + "\",\"verdict\":\"" + verdict + "\",\"exercised\":" + exercised + ",\"clause\":\""
                + id + " <says>\",\"evidence\":[" + evidence + "],\"exercise\":\"Do " + id + ".\"}";
    }

    private static JsonNode catalogue() {
        return json(KNOWN.stream()
                .map(id -> "{\"rule\":\"" + id + "\",\"severity\":\"note\",\"clause\":\"c\",\"seen\":\"s\"}")
                .collect(Collectors.joining(",", "[", "]")));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(text, noJson);
        }
    }

    private static Element xml(String text) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
