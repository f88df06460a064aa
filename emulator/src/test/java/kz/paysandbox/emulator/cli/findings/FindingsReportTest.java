package kz.paysandbox.emulator.cli.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import kz.paysandbox.emulator.cli.findings.ReportedFinding.Severity;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SettingsException;
import kz.paysandbox.emulator.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class FindingsReportTest {

    private static final List<String> KNOWN = List.of("a.note", "a.warning", "a.error");

    @TempDir
    private Path folder;

    @Test
    void the_exit_code_follows_the_worst_that_is_not_accepted() {
        assertThat(report(Severity.NOTE).exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(report(Severity.NOTE, "a.error").exitCode()).isEqualTo(ExitCode.WARNINGS);
        assertThat(report(Severity.ERROR, "a.error").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(report(Severity.WARNING, "a.error", "a.warning").isEmpty()).isTrue();
        assertThat(report(Severity.WARNING).shown()).hasSize(2);
    }

    @Test
    void a_file_of_accepted_rules_has_a_reason_for_each() throws IOException {
        Path file = folder.resolve("accepted.txt");
        Files.writeString(file, "# ours\n\na.error  the shop is on this machine\na.note\told clients\n");
        AcceptedRules accepted = AcceptedRules.read(List.of(file.toString(), "a.warning"), KNOWN);
        assertThat(accepted.reason("a.error")).contains("the shop is on this machine");
        assertThat(accepted.reason("a.note")).contains("old clients");
        assertThat(accepted.reason("a.warning")).isPresent();
        Files.writeString(file, "# ours\na.error\n");
        assertRefused(file.toString(), "line 2: say after a.error why it is accepted");
        Files.writeString(file, "a.eror because\n");
        assertRefused(file.toString(), "line 1: unknown rule a.eror, did you mean a.error?");
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0});
        assertRefused(file.toString(), "--accept: " + file + ": this is no UTF-8 text");
        Files.writeString(file, "\uFEFFa.error  as Notepad writes\n");
        assertThat(AcceptedRules.read(List.of(file.toString()), KNOWN).reason("a.error"))
                .contains("as Notepad writes");
        assertRefused("nosuch", "--accept: 'nosuch' is no file, and as a rule: unknown rule nosuch");
    }

    @Test
    void sarif_names_every_rule_and_what_was_accepted() {
        JsonNode log = SarifLog.of(report(Severity.NOTE, "a.note"));
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        JsonNode run = log.path("runs").path(0);
        assertThat(run.at("/tool/driver/rules")).hasSize(3);
        assertThat(run.path("results"))
                .hasSize(3)
                .allSatisfy(result -> assertThat(run.at("/tool/driver/rules/"
                                        + result.path("ruleIndex").asInt() + "/id")
                                .asText())
                        .isEqualTo(result.path("ruleId").asText()));
        assertThat(run.at("/results/0/suppressions/0/kind").asText()).isEqualTo("external");
        assertThat(run.at("/results/2/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("sandbox/findings");
        assertThat(run.path("invocations").isMissingNode()).isTrue();
        assertThat(run.at("/results/2/level").asText()).isEqualTo("error");
        assertThat(run.at("/results/2/locations/0/logicalLocations/1/fullyQualifiedName")
                        .asText())
                .isEqualTo("/__sandbox/requests/7");
    }

    @Test
    void junit_counts_failures_and_what_was_accepted() throws IOException, ParserConfigurationException, SAXException {
        Element suite = xml(report(Severity.NOTE, "a.note"));
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
        Element failure = (Element) suite.getElementsByTagName("failure").item(1);
        assertThat(failure.getAttribute("message")).isEqualTo("seen <&\"> error");
        assertThat(failure.getTextContent()).contains("requests: 3, 7");
        Element none = xml(report(Severity.ERROR, "a.error"));
        assertThat(none.getAttribute("failures")).isEqualTo("0");
        assertThat(xml(FindingsReport.of(
                                rules(),
                                json("[]"),
                                Severity.NOTE,
                                AcceptedRules.read(List.of(), KNOWN),
                                Optional.empty(),
                                Language.EN))
                        .getElementsByTagName("testcase")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void each_format_has_a_file() {
        List<Path> files = report(Severity.NOTE).write(folder.resolve("out"), List.of(ReportFormat.values()));
        assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("findings.txt", "findings.json", "findings-junit.xml", "findings.sarif");
    }

    private static void assertRefused(String accept, String problem) {
        assertThatThrownBy(() -> AcceptedRules.read(List.of(accept), KNOWN))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(problem);
    }

    private static Element xml(FindingsReport report) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report.text(ReportFormat.JUNIT).getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    /** Names and numbers stay as they are. */
    @Test
    void a_report_is_in_the_language_that_was_asked_for()
            throws IOException, ParserConfigurationException, SAXException {
        FindingsReport report = report(Language.RU, Severity.NOTE, "a.note");
        JsonNode run = SarifLog.of(report).path("runs").path(0);
        assertThat(run.at("/tool/driver/rules/0/shortDescription/text").asText())
                .isEqualTo("один");
        assertThat(run.at("/tool/driver/rules/0/fullDescription/text").asText()).isEqualTo("икс");
        assertThat(run.at("/tool/driver/rules/1/fullDescription/text").asText()).isEqualTo("x");
        assertThat(run.at("/results/1/message/text").asText()).startsWith("правило; замечено: seen");
        Element suite = xml(report);
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("правило\nсколько раз: 2; запросы: 3, 7");
        assertThat(((Element) suite.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("принято: --accept");
        assertThat(xml(report(Severity.NOTE))
                        .getElementsByTagName("failure")
                        .item(0)
                        .getTextContent())
                .isEqualTo("1.2\nhow often: 2; requests: 3, 7");
    }

    private static FindingsReport report(Severity least, String... accepted) {
        return report(Language.EN, least, accepted);
    }

    private static FindingsReport report(Language language, Severity least, String... accepted) {
        StringBuilder all = new StringBuilder("[");
        for (String severity : List.of("note", "warning", "error")) {
            all.append(all.length() > 1 ? "," : "")
                    .append("{\"rule\":\"a.")
                    .append(severity)
                    .append("\",\"severity\":\"")
                    .append(severity)
                    .append("\",\"clause\":\"1.2\",\"correct_ru\":\"правило\",\"evidence\":\"seen <&\\\"> \\u0001")
                    .append(severity)
                    .append("\",\"count\":2,\"requests\":[3,7]}");
        }
        return FindingsReport.of(
                rules(),
                json(all + "]"),
                least,
                AcceptedRules.read(List.of(accepted), KNOWN),
                Optional.empty(),
                language);
    }

    private static JsonNode rules() {
        return json(
                "[{\"rule\":\"a.note\",\"severity\":\"note\",\"clause\":\"1\",\"seen\":\"x\",\"correct_ru\":\"один\",\"seen_ru\":\"икс\"},"
                        + "{\"rule\":\"a.warning\",\"severity\":\"warning\",\"clause\":\"1\",\"seen\":\"x\"},"
                        + "{\"rule\":\"a.error\",\"severity\":\"error\",\"clause\":\"1\",\"seen\":\"x\"}]");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
