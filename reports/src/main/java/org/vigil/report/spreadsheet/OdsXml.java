package org.vigil.report.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML file of an OpenDocument package. */
final class OdsXml {
    static final String VERSION = "1.2";

    /** By the Java platform, whatever other writer is on the class path: bytes depend on it. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private static final String REPLACEMENT = "\uFFFD";

    private static final List<String> NAMESPACES = List.of(
            "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
            "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
            "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
            "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
            "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
            "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
            "xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
            "xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
            "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
            "xmlns:dc", "http://purl.org/dc/elements/1.1/",
            "xmlns:xlink", "http://www.w3.org/1999/xlink",
            "xmlns:ooo", "http://openoffice.org/2004/office");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    private OdsXml() throws XMLStreamException {
        out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    }

    /** What is inside an element. */
    @FunctionalInterface
    interface Inside {
        void write() throws XMLStreamException;
    }

    /** What is inside the document element. */
    @FunctionalInterface
    interface Body {
        void write(OdsXml xml) throws XMLStreamException;
    }

    /** The bytes of a part of a document, with all names of OpenDocument at hand. */
    static byte[] document(String root, Body body) {
        return document(root, NAMESPACES, "office:version", body);
    }

    /** The bytes of the list of files of a package. */
    static byte[] manifest(Body body) {
        return document(
                "manifest:manifest",
                List.of("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"),
                "manifest:version",
                body);
    }

    private static byte[] document(String root, List<String> namespaces, String versionName, Body body) {
        try {
            OdsXml xml = new OdsXml();
            // Names are written with their prefixes as they stand, and the prefixes are declared once: here.
            xml.out.writeStartElement(root);
            xml.attributes(namespaces);
            xml.attributes(List.of(versionName, VERSION));
            body.write(xml);
            xml.out.writeEndElement();
            xml.out.writeEndDocument();
            xml.out.flush();
            return xml.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML of a spreadsheet cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * An element with other elements inside.
     *
     * @param attributes names and values in turn
     */
    void element(String name, List<String> attributes, Inside inside) throws XMLStreamException {
        out.writeStartElement(name);
        attributes(attributes);
        inside.write();
        out.writeEndElement();
    }

    /** An element with nothing inside. */
    void empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        attributes(List.of(attributes));
    }

    /** An element with a text inside that means itself, with all its spaces. */
    void value(String name, List<String> attributes, String text) throws XMLStreamException {
        element(name, attributes, () -> out.writeCharacters(legal(text)));
    }

    /** The paragraphs of a cell: one for each line of the text. */
    void paragraphs(String text) throws XMLStreamException {
        for (String line : text.split("\r\n|\r|\n", -1)) {
            element("text:p", List.of(), () -> runs(line));
        }
    }

    /** One paragraph that is a link to the first cell of a sheet. */
    void link(String sheet) throws XMLStreamException {
        element(
                "text:p",
                List.of(),
                () -> element(
                        "text:a",
                        List.of("xlink:type", "simple", "xlink:href", "#" + OdsContent.address(sheet, "A1")),
                        () -> runs(sheet)));
    }

    /** Readers take white space as one space, as in HTML, so that what is more than one has elements of its own. */
    private void runs(String line) throws XMLStreamException {
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            boolean isTab = line.charAt(i) == '\t';
            boolean isLostSpace = line.charAt(i) == ' '
                    && (i == 0 || i == line.length() - 1 || line.charAt(i - 1) == ' ' || line.charAt(i - 1) == '\t');
            if (isTab || isLostSpace) {
                out.writeCharacters(legal(line.substring(start, i)));
                empty(isTab ? "text:tab" : "text:s");
                start = i + 1;
            }
        }
        out.writeCharacters(legal(line.substring(start)));
    }

    private void attributes(List<String> namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            out.writeAttribute(namesAndValues.get(i), legal(namesAndValues.get(i + 1)));
        }
    }

    /** XML has no control characters and no halves of pairs: a sign stands where one was. */
    private static String legal(String text) {
        if (isPlain(text)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(c -> isLegal(c) ? Character.toString(c) : REPLACEMENT)
                .collect(Collectors.joining());
    }

    /** Most texts. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || Character.isSurrogate(c) || c > '\uFFFD') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
