package kz.paysandbox.emulator.cli.findings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import kz.paysandbox.emulator.language.Language;

/** A report as JUnit's XML: each finding a test that failed, or was skipped where it is accepted. */
final class JunitFindings {

    private JunitFindings() {}

    static String xml(FindingsReport report) {
        return XmlText.of(xml -> suite(xml, report));
    }

    private static void suite(XMLStreamWriter xml, FindingsReport report) throws XMLStreamException {
        List<ReportedFinding> findings = report.findings();
        Optional<String> unknown = report.unknown();
        int errors = unknown.isPresent() ? 1 : 0;
        long accepted = findings.stream()
                .filter(finding -> finding.accepted().isPresent())
                .count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "findings");
        xml.writeAttribute("tests", String.valueOf(Math.max(1, findings.size() + errors)));
        xml.writeAttribute("failures", String.valueOf(findings.size() - accepted));
        xml.writeAttribute("errors", String.valueOf(errors));
        xml.writeAttribute("skipped", String.valueOf(accepted));
        if (unknown.isPresent()) {
            unknown(xml, unknown.get());
        } else if (findings.isEmpty()) {
            test(xml, "findings", "none", Optional.empty(), report.language());
        }
        for (ReportedFinding finding : findings) {
            test(xml, finding.rule(), finding.evidence(), Optional.of(finding), report.language());
        }
        xml.writeEndElement();
    }

    private static void unknown(XMLStreamWriter xml, String why) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "findings");
        xml.writeAttribute("name", "all are known");
        xml.writeAttribute("time", "0");
        xml.writeEmptyElement("error");
        xml.writeAttribute("type", "unknown");
        xml.writeAttribute("message", why);
        xml.writeEndElement();
    }

    private static void test(
            XMLStreamWriter xml, String rule, String name, Optional<ReportedFinding> failed, Language language)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", rule);
        xml.writeAttribute("name", XmlLetters.of(name));
        xml.writeAttribute("time", "0");
        if (failed.isPresent()) {
            outcome(xml, failed.get(), language);
        }
        xml.writeEndElement();
    }

    private static void outcome(XMLStreamWriter xml, ReportedFinding finding, Language language)
            throws XMLStreamException {
        if (finding.accepted().isPresent()) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute(
                    "message",
                    XmlLetters.of(
                            language.text("accepted: " + finding.accepted().get())));
            return;
        }
        xml.writeStartElement("failure");
        xml.writeAttribute("type", finding.severity().toString());
        xml.writeAttribute("message", XmlLetters.of(finding.evidence()));
        String how = "how often: " + finding.count() + "; requests: "
                + finding.requests().stream().map(String::valueOf).collect(Collectors.joining(", "));
        xml.writeCharacters(XmlLetters.of(finding.clause() + "\n" + language.text(how)));
        xml.writeEndElement();
    }
}
