package kz.paysandbox.emulator.cli.readiness;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import kz.paysandbox.emulator.cli.findings.XmlLetters;
import kz.paysandbox.emulator.cli.findings.XmlText;
import kz.paysandbox.emulator.cli.readiness.ReadinessReport.Overall;
import kz.paysandbox.emulator.cli.readiness.RuleResult.Verdict;

/**
 * A report as JUnit's XML: the verdict is a test, which is in error where it is not known, and each rule is one, which fails
 * with the rule, and is skipped where it was not put to the test or is accepted.
 */
final class ReadinessJunit {

    private static final String SUITE = "readiness";

    private ReadinessJunit() {}

    static String xml(ReadinessReport report) {
        return XmlText.of(xml -> suite(xml, report));
    }

    private static void suite(XMLStreamWriter xml, ReadinessReport report) throws XMLStreamException {
        long failed = report.count(Verdict.FAIL);
        boolean unknown = report.verdict() == Overall.NOT_KNOWN;
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", String.valueOf(report.rules().size() + 1));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", unknown ? "1" : "0");
        xml.writeAttribute(
                "skipped", String.valueOf(report.count(Verdict.NOT_EXERCISED) + report.count(Verdict.ACCEPTED)));
        test(xml, "verdict");
        if (unknown) {
            child(xml, "error", Optional.of(Overall.NOT_KNOWN.toString()), report.headline());
        }
        xml.writeEndElement();
        for (RuleResult rule : report.rules()) {
            test(xml, rule.id());
            outcome(xml, rule, report);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void test(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", SUITE);
        xml.writeAttribute("name", name);
        xml.writeAttribute("time", "0");
    }

    private static void outcome(XMLStreamWriter xml, RuleResult rule, ReadinessReport report)
            throws XMLStreamException {
        String words = XmlLetters.of(rule.words(report.language()));
        switch (rule.verdict()) {
            case FAIL -> child(xml, "failure", Optional.of(Verdict.FAIL.toString()), words);
            case NOT_EXERCISED, ACCEPTED -> child(xml, "skipped", Optional.empty(), rule.verdict() + ": " + words);
            case WARN, NOTE -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters(rule.verdict() + ": " + words);
                xml.writeEndElement();
            }
            case PASS -> {}
        }
    }

    private static void child(XMLStreamWriter xml, String name, Optional<String> type, String message)
            throws XMLStreamException {
        xml.writeEmptyElement(name);
        if (type.isPresent()) {
            xml.writeAttribute("type", type.get());
        }
        xml.writeAttribute("message", message);
    }
}
