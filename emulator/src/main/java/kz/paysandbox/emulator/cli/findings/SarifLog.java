package kz.paysandbox.emulator.cli.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import kz.paysandbox.emulator.control.call.Version;
import kz.paysandbox.emulator.language.Language;

/** A report as SARIF 2.1.0, which code hosts and editors show; its names are that format's. */
final class SarifLog {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** Code hosts refuse a result without a file; what was found is in no file of the application. */
    private static final String FILE = "sandbox/findings";

    private SarifLog() {}

    static JsonNode of(FindingsReport report) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        run.put(
                "language",
                report.language() == Language.EN ? "en-US" : report.language().toString());
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "kzpay-sandbox").put("version", Version.current());
        ArrayNode rules = driver.putArray("rules");
        Map<String, Integer> indexes = new HashMap<>();
        for (JsonNode rule : report.rules()) {
            indexes.put(rule.path("rule").asText(), rules.size());
            rule(rules.addObject(), rule, report.language());
        }
        report.unknown().ifPresent(why -> notification(run, why));
        ArrayNode results = run.putArray("results");
        report.findings()
                .forEach(finding -> result(
                        results.addObject(), finding, indexes.getOrDefault(finding.rule(), -1), report.language()));
        return log;
    }

    private static void notification(ObjectNode run, String why) {
        ObjectNode invocation = run.putArray("invocations").addObject().put("executionSuccessful", false);
        invocation
                .putArray("toolExecutionNotifications")
                .addObject()
                .put("level", "error")
                .putObject("message")
                .put("text", why);
    }

    private static void rule(ObjectNode node, JsonNode rule, Language language) {
        node.put("id", rule.path("rule").asText());
        node.putObject("shortDescription").put("text", ReportedFinding.text(rule, "clause", "correct_ru", language));
        node.putObject("fullDescription").put("text", ReportedFinding.text(rule, "seen", "seen_ru", language));
        node.putObject("defaultConfiguration")
                .put("level", rule.path("severity").asText());
    }

    private static void result(ObjectNode node, ReportedFinding finding, int index, Language language) {
        node.put("ruleId", finding.rule());
        node.put("ruleIndex", index);
        node.put("level", finding.severity().toString());
        node.putObject("message").put("text", finding.clause() + language.text("; seen: ") + finding.evidence());
        node.put("occurrenceCount", Math.max(1, finding.count()));
        ObjectNode location = node.putArray("locations").addObject();
        ObjectNode file = location.putObject("physicalLocation");
        file.putObject("artifactLocation").put("uri", FILE);
        file.putObject("region").put("startLine", 1);
        ArrayNode places = location.putArray("logicalLocations");
        finding.requests()
                .forEach(number -> places.addObject()
                        .put("name", "request " + number)
                        .put("fullyQualifiedName", "/__sandbox/requests/" + number)
                        .put("kind", "resource"));
        finding.accepted()
                .ifPresent(reason -> node.putArray("suppressions")
                        .addObject()
                        .put("kind", "external")
                        .put("justification", reason));
    }
}
