package kz.paysandbox.emulator.cli.readiness;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import kz.paysandbox.emulator.cli.findings.XmlLetters;
import kz.paysandbox.emulator.cli.readiness.RuleResult.Verdict;
import kz.paysandbox.emulator.language.Language;

/** A report as one page that asks for nothing else. */
final class ReadinessPage {

    private static final String STYLE =
            "body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto;"
                    + " padding: 0 1rem; color: #1a2126; background: #fff; }"
                    + " table { border-collapse: collapse; width: 100%; }"
                    + " th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid #ccc;"
                    + " overflow-wrap: anywhere; }";

    private ReadinessPage() {}

    static String html(ReadinessReport report) {
        StringWriter text = new StringWriter();
        text.write("<!doctype html>\n");
        try {
            XMLStreamWriter page = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            page.writeStartElement("html");
            page.writeAttribute("lang", report.language() == Language.RU ? "ru" : "en");
            head(page, report);
            page.writeStartElement("body");
            element(page, "h1", report.headline());
            for (Verdict verdict : Verdict.values()) {
                section(page, verdict, report);
            }
            page.writeEndElement();
            page.writeEndElement();
            page.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text could not be written", impossible);
        }
        return text.toString();
    }

    private static void head(XMLStreamWriter page, ReadinessReport report) throws XMLStreamException {
        page.writeStartElement("head");
        page.writeEmptyElement("meta");
        page.writeAttribute("charset", "utf-8");
        element(page, "title", "kzpay-sandbox: " + report.verdict());
        element(page, "style", STYLE);
        page.writeEndElement();
    }

    private static void section(XMLStreamWriter page, Verdict verdict, ReadinessReport report)
            throws XMLStreamException {
        List<RuleResult> rules =
                report.rules().stream().filter(rule -> rule.is(verdict)).toList();
        if (rules.isEmpty()) {
            return;
        }
        element(page, "h2", verdict + ": " + rules.size());
        page.writeStartElement("table");
        for (RuleResult rule : rules) {
            page.writeStartElement("tr");
            page.writeStartElement("th");
            page.writeAttribute("scope", "row");
            element(page, "code", rule.id());
            page.writeEndElement();
            page.writeStartElement("td");
            page.writeCharacters(XmlLetters.of(rule.words(report.language())));
            page.writeEndElement();
            page.writeEndElement();
        }
        page.writeEndElement();
    }

    private static void element(XMLStreamWriter page, String name, String text) throws XMLStreamException {
        page.writeStartElement(name);
        page.writeCharacters(text);
        page.writeEndElement();
    }
}
