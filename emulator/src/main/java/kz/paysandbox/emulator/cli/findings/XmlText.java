package kz.paysandbox.emulator.cli.findings;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document as a text. */
public final class XmlText {

    /** Writes the elements of a document. */
    public interface Elements {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    private XmlText() {}

    /** The document of these elements, with its declaration. */
    public static String of(Elements elements) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            elements.to(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text could not be written", impossible);
        }
        return text.toString();
    }
}
