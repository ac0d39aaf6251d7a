package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigil.report.chart.HouseFont;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebPageTest {
    private String page = "";
    private List<Element> elements = List.of();

    @BeforeAll
    void write() throws Exception {
        MadeUpRelease release = MadeUpRelease.weeklyLondon();
        Report report =
                ReportComposer.compose(release, SourceFacts.readAll(release).get(0));
        page = ReportMarkup.forWeb(report);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
        List<Element> all = new ArrayList<>();
        NodeList found = document.getElementsByTagName("*");
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        elements = all;
    }

    private List<Element> named(String name) {
        return elements.stream().filter(e -> e.getTagName().equals(name)).toList();
    }

    @Test
    void saysItsLanguageAndTitleAndOffersASkipLink() {
        assertEquals("en-GB", elements.get(0).getAttribute("lang"));
        assertEquals("Hate crime: London (made up)", named("title").get(0).getTextContent());
        assertEquals("#summary", named("a").get(0).getAttribute("href"));
        assertEquals(1, named("main").size());
        assertEquals(1, named("h1").size());
    }

    @Test
    void givesEveryElementAnIdOfItsOwnAndEveryReferenceATarget() {
        Set<String> ids = new HashSet<>();
        for (Element element : elements) {
            String id = element.getAttribute("id");
            assertTrue(id.isEmpty() || ids.add(id), "Two elements have the id " + id);
        }
        Matcher references = Pattern.compile("(?:href=\"#|url\\(#)([^\")]+)").matcher(page);
        while (references.find()) {
            assertTrue(ids.contains(references.group(1)), references.group());
        }
        for (Element element : elements) {
            for (String id : element.getAttribute("aria-labelledby").split(" ")) {
                assertTrue(id.isEmpty() || ids.contains(id), "No element has the id " + id);
            }
        }
    }

    @Test
    void givesEveryPictureARoleATitleADescriptionAndItsValues() {
        assertEquals(8, named("svg").size());
        for (Element svg : named("svg")) {
            assertEquals("img", svg.getAttribute("role"));
            assertFalse(
                    svg.getElementsByTagName("title").item(0).getTextContent().isBlank());
            assertFalse(
                    svg.getElementsByTagName("desc").item(0).getTextContent().isBlank());
        }
        assertEquals(8, named("figcaption").size());
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8).stream()
                        .map(number -> "Values of Figure " + number)
                        .toList(),
                named("summary").stream()
                        .map(Element::getTextContent)
                        .filter(text -> !text.equals("Contents"))
                        .toList());
    }

    @Test
    void givesEveryTableACaptionAndEveryRowAHeader() {
        for (Element table : named("table")) {
            assertEquals(1, table.getElementsByTagName("caption").getLength());
            NodeList rows = table.getElementsByTagName("tr");
            for (int i = 0; i < rows.getLength(); i++) {
                Element first = (Element)
                        ((Element) rows.item(i)).getElementsByTagName("th").item(0);
                assertEquals(i == 0 ? "col" : "row", first.getAttribute("scope"));
            }
        }
    }

    @Test
    void needsNoOtherFile() {
        Matcher addresses =
                Pattern.compile("(?:src|href)=\"([^\"]+)\"|url\\(([^)]+)\\)").matcher(page);
        while (addresses.find()) {
            String address = addresses.group(1) == null ? addresses.group(2) : addresses.group(1);
            assertTrue(address.startsWith("#") || address.startsWith("data:"), address);
        }
    }

    @Test
    void allowsItsOwnStyleAndScriptAndNothingElse() throws Exception {
        String policy = named("meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(meta -> meta.getAttribute("content"))
                .collect(Collectors.joining("|"));

        assertEquals(
                "default-src 'none'; style-src '" + sha256(between("<style>", "</style>")) + "'; script-src '"
                        + sha256(between("<script>", "</script>"))
                        + "'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'",
                policy);
        for (Element element : elements) {
            assertFalse(element.hasAttribute("style"), element.getTagName() + " in " + element.getParentNode());
        }
    }

    private String between(String start, String end) {
        assertEquals(page.indexOf(start), page.lastIndexOf(start));
        return page.substring(page.indexOf(start) + start.length(), page.indexOf(end));
    }

    private static String sha256(String text) throws Exception {
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void usesOnlyCharactersThatTheFontHas() {
        String text = elements.get(0).getTextContent().replaceAll("\\s", "");

        assertTrue(HouseFont.REGULAR.canWrite(text));
    }
}
