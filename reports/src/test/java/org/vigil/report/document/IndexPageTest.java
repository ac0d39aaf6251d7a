package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vigil.report.document.IndexPage.Entry;
import org.vigil.report.document.IndexPage.Group;
import org.vigil.report.document.IndexPage.Link;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class IndexPageTest {
    private static final Link PDF = new Link("PDF", "camden.pdf", "PDF", "Camden: report as PDF");
    private static final Link WEB = new Link("Web page", "camden.html", "HTML", "Camden: report as web page");

    private static Document page() throws Exception {
        String markup = IndexPage.markup(MadeUpIndex.contents());
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup.replace("<!DOCTYPE html>", ""))));
    }

    private static List<Element> named(Document page, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList found = page.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @Test
    void listsEveryReportWithItsForms() throws Exception {
        StringBuilder listed = new StringBuilder();
        for (Element entry : named(page(), "li")) {
            if (entry.getAttribute("class").equals("entry")) {
                listed.append(entry.getTextContent()
                                .replaceAll("\\s*\n\\s*", " | ")
                                .strip())
                        .append('\n');
            }
        }

        assertEquals("""
                | London (made up) | 86 incidents in the newest week: no clear change. | Web page: London (made up) HTML | PDF: London (made up) 12 pages | Spreadsheet: London (made up) ODS |
                | Barnet | Web page: Barnet HTML | PDF: Barnet 3 pages | Spreadsheet: Barnet ODS |
                | Camden | 4 incidents in the newest week: too few to say. | Web page: Camden HTML | PDF: Camden 3 pages | Spreadsheet: Camden ODS |
                | Jewish | Web page: Jewish HTML | PDF: Jewish | Spreadsheet: Jewish ODS |
                """, listed.toString());
    }

    @Test
    void leadsFromTheContentsToEveryGroup() throws Exception {
        Document page = page();

        assertEquals(
                List.of("#reports", "#whole-area", "#boroughs", "#communities"),
                named(page, "a").stream()
                        .map(a -> a.getAttribute("href"))
                        .filter(href -> href.startsWith("#"))
                        .toList());
        assertEquals(
                List.of("whole-area", "boroughs", "communities"),
                named(page, "section").stream().map(s -> s.getAttribute("id")).toList());
    }

    @Test
    void saysThePagesOfAPdfOnly() {
        assertEquals("2 pages", new Entry("Camden", "", 2, List.of(PDF)).remark(PDF));
        assertEquals("1 page", new Entry("Camden", "", 1, List.of(PDF)).remark(PDF));
        assertEquals("", new Entry("Camden", "", 0, List.of(PDF)).remark(PDF));
        assertEquals("HTML", new Entry("Camden", "", 2, List.of(PDF, WEB)).remark(WEB));
        assertEquals(
                "PDF, 2 pages",
                new Entry("Camden", "", 2, List.of(PDF)).remark(new Link("Print version", "c.pdf", "PDF", "Camden")));
    }

    @Test
    void refusesGroupsAndReportsThatLeadNowhere() {
        assertEquals(
                "Group \"Boroughs\" has no report, expected at least one",
                message(() -> new Group("boroughs", "Boroughs", List.of())));
        assertEquals(
                "Report \"Camden\" has no file, expected at least one",
                message(() -> new Entry("Camden", "", 2, List.of())));
        assertEquals(
                "Report \"Camden\" has -1 pages, expected 0 (not known) or more",
                message(() -> new Entry("Camden", "", -1, List.of(PDF))));
    }

    private static String message(Runnable making) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, making::run).getMessage());
    }
}
