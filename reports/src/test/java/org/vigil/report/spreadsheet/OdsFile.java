package org.vigil.report.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An OpenDocument spreadsheet, unpacked and read as XML. */
public final class OdsFile {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private OdsFile() {}

    public static OdsFile of(byte[] bytes) throws IOException {
        OdsFile file = new OdsFile();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                file.files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return file;
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    byte[] bytes(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("No file " + name);
        }
        return bytes;
    }

    public Document xml(String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(name)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(name + " is no XML", e);
        }
    }

    /** All elements of a name, in order. */
    public static List<Element> all(Node within, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = within.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (element.getTagName().equals(name)) {
                    found.add(element);
                }
                found.addAll(all(element, name));
            }
        }
        return found;
    }

    List<Element> sheets() {
        return all(xml("content.xml"), "table:table");
    }

    /** The sheet of a name. */
    Element sheet(String name) {
        return sheets().stream()
                .filter(sheet -> sheet.getAttribute("table:name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of a sheet, each with its cells. */
    static List<List<Element>> rows(Element sheet) {
        return all(sheet, "table:table-row").stream()
                .map(row -> all(row, "table:table-cell"))
                .toList();
    }

    /** The paragraphs of a cell with their spaces. */
    static String text(Element cell) {
        return all(cell, "text:p").stream().map(OdsFile::run).collect(Collectors.joining("\n"));
    }

    private static String run(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                text.append(
                        switch (element.getTagName()) {
                            case "text:s" -> " ";
                            case "text:tab" -> "\t";
                            default -> run(element);
                        });
            } else {
                text.append(child.getTextContent());
            }
        }
        return text.toString();
    }

    /** A sheet as lines: cells parted by a stroke, numbers with a number sign before them. */
    static String shown(Element sheet) {
        return rows(sheet).stream()
                .map(row -> row.stream()
                                .map(OdsFile::shownCell)
                                .collect(Collectors.joining(" | "))
                                .stripTrailing()
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String shownCell(Element cell) {
        return cell.getAttribute("office:value-type").equals("float")
                ? "#" + cell.getAttribute("office:value")
                : text(cell);
    }
}
