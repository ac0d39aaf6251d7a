package org.vigil.report.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.vigil.report.spreadsheet.Workbook.TableSheet;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableColumn;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The checklist for accessible spreadsheets, item by item. */
class OdsWriterTest {
    private static final OdsFile SMALL = written(MadeUpWorkbook.small());

    private static OdsFile written(Workbook workbook) {
        try {
            return OdsFile.of(OdsWriter.bytes(workbook));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> attributes(OdsFile file, String element, String attribute) {
        return OdsFile.all(file.xml("content.xml"), element).stream()
                .map(e -> e.getAttribute(attribute))
                .toList();
    }

    @Test
    void startsWithItsMediaTypeSoThatProgramsKnowTheFile() {
        byte[] bytes = OdsWriter.bytes(MadeUpWorkbook.small());

        assertEquals(
                "mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK",
                new String(bytes, 30, 56, StandardCharsets.US_ASCII));
        assertEquals(
                List.of("mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"),
                SMALL.names());
    }

    @Test
    void hasTheSameBytesEverywhere() throws IOException {
        byte[] here = OdsWriter.bytes(MadeUpWorkbook.small());
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertArrayEquals(here, OdsWriter.bytes(MadeUpWorkbook.small()));
        } finally {
            TimeZone.setDefault(zone);
        }
        Set<LocalDateTime> times = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(here))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                times.add(entry.getTimeLocal());
            }
        }
        assertEquals(Set.of(LocalDateTime.of(1980, 2, 1, 0, 0)), times);
    }

    @Test
    void namesEveryFileInItsManifest() {
        assertEquals(
                """
                / application/vnd.oasis.opendocument.spreadsheet
                content.xml text/xml
                styles.xml text/xml
                meta.xml text/xml
                settings.xml text/xml
                """,
                OdsFile.all(SMALL.xml("META-INF/manifest.xml"), "manifest:file-entry").stream()
                        .map(e -> e.getAttribute("manifest:full-path") + " " + e.getAttribute("manifest:media-type")
                                + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void hasACoverContentsNotesAndThenOneTableASheet() {
        assertEquals(
                List.of("Cover", "Contents", "Notes", "Table 1 More than usual", "Figure 1 Week by week"),
                attributes(SMALL, "table:table", "table:name"));
    }

    @Test
    void saysOnTheCoverWhatItIs() {
        assertEquals("""
                Hate crime: Anytown
                SYNTHETIC DATA
                What this is
                Weekly statistical report.
                Its tables.
                Contact
                None is named.
                What this workbook holds
                Each table stands on a sheet of its own. These sheets list them and explain their notes.
                Contents
                Notes
                """, OdsFile.shown(SMALL.sheet("Cover")));
    }

    @Test
    void listsAllSheetsInTheContentsWithLinks() {
        assertEquals("""
                Contents
                SYNTHETIC DATA
                This sheet holds one table: the sheets of this workbook, with links to them.
                Number | Sheet | Title | Part of the report
                Notes | Notes | Notes and shorthand | All tables
                Table 1 | Table 1 More than usual | Offences in the 4 weeks to 31 May 2026 by community, Anytown | 2. More than usual?
                Figure 1 | Figure 1 Week by week | Offences per week, Anytown | 3. Week by week
                """, OdsFile.shown(SMALL.sheet("Contents")));
        assertEquals(
                List.of("#'Notes'.A1", "#'Table 1 More than usual'.A1", "#'Figure 1 Week by week'.A1"),
                OdsFile.all(SMALL.sheet("Contents"), "text:a").stream()
                        .map(link -> link.getAttribute("xlink:href"))
                        .toList());
    }

    @Test
    void numbersEachNoteOnceAndExplainsShorthandOnTheSheetOfNotes() {
        assertEquals("""
                Notes and shorthand
                SYNTHETIC DATA
                This sheet holds one table: every note of this workbook, and the shorthand in it.
                Contents
                Note | Text | Belongs to
                note 1 | Parts are never added to wholes. | Table 1, Figure 1
                note 2 | Weeks start on Monday. | Figure 1
                [c] | Confidential: hidden so that nobody can be identified. | Shorthand, wherever it stands
                [p] | Provisional. | Shorthand, wherever it stands
                """, OdsFile.shown(SMALL.sheet("Notes")));
    }

    @Test
    void saysOnTheSheetOfNotesThatThereAreNone() {
        Workbook small = MadeUpWorkbook.small();
        OdsFile file = written(new Workbook(
                small.title(),
                small.subject(),
                small.keywords(),
                small.date(),
                "",
                small.source(),
                List.of(),
                List.of(),
                List.of()));

        assertEquals("""
                Notes and shorthand
                This sheet holds one table: every note of this workbook, and the shorthand in it.
                Contents
                Note | Text | Belongs to
                note | No table of this workbook has notes. | None
                """, OdsFile.shown(file.sheet("Notes")));
    }

    @Test
    void putsSourceNotesBlanksAndShorthandAboveTheTableAndNothingBeneath() {
        assertEquals("""
                Table 1. Offences in the 4 weeks to 31 May 2026 by community, Anytown
                SYNTHETIC DATA
                Contents
                Part of the report: 2. More than usual?
                Source: Anytown police. State of knowledge: 2 June 2026.
                [note 1] Parts are never added to wholes.
                Blank cells in \u201CPart of\u201D, \u201CRecorded status\u201D, \u201CVerdict\u201D mean that there is nothing to say.
                Shorthand: [c] hidden. [p] provisional.
                Community | Part of | Recorded | Recorded status | Usual range lower | Usual range upper | Change (%) | Verdict
                Jewish |  | #1234 | [p] | #38 | #56 | #5.9 | Above usual
                Muslim | Any faith | #7 |  | #3 | #9 | #-0.8 | No clear change
                Sikh | Any faith | [c] |  | [c] | [c] | [c] |
                """, OdsFile.shown(SMALL.sheet("Table 1 More than usual")));
        assertEquals("""
                Figure 1. Offences per week, Anytown
                SYNTHETIC DATA
                Contents
                Part of the report: 3. Week by week
                Values of a figure: Offences peaked in May.
                Source: Anytown police. State of knowledge: 2 June 2026.
                [note 1] Parts are never added to wholes.
                [note 2] Weeks start on Monday.
                Week ending | Offences
                24 May 2026 | #12
                31 May 2026 | #9
                """, OdsFile.shown(SMALL.sheet("Figure 1 Week by week")));
    }

    @Test
    void putsATitleWithTheStyleOfAHeadingInA1OfEverySheet() {
        for (Element sheet : SMALL.sheets()) {
            Element first = OdsFile.rows(sheet).get(0).get(0);
            assertEquals("Heading_20_1", first.getAttribute("table:style-name"), sheet.getAttribute("table:name"));
            assertFalse(OdsFile.text(first).isBlank());
        }
        assertEquals(
                List.of("Heading 1", "Heading 2", "Column header", "Number column header"),
                OdsFile.all(SMALL.xml("styles.xml"), "style:style").stream()
                        .map(style -> style.getAttribute("style:display-name"))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Test
    void marksEachTableUpAsARangeWithAUniqueNameThatStartsInColumnA() {
        assertEquals(
                """
                sheets_of_workbook 'Contents'.A4:'Contents'.D7 true
                notes_of_workbook 'Notes'.A5:'Notes'.C9 true
                Table_1 'Table 1 More than usual'.A9:'Table 1 More than usual'.H12 true
                Figure_1 'Figure 1 Week by week'.A9:'Figure 1 Week by week'.B11 true
                """,
                OdsFile.all(SMALL.xml("content.xml"), "table:database-range").stream()
                        .map(range -> range.getAttribute("table:name") + " "
                                + range.getAttribute("table:target-range-address") + " "
                                + range.getAttribute("table:contains-header") + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void namesRangesApartWhereNumbersAreAlikeAndNeverLikeACell() {
        OdsFile file = written(MadeUpWorkbook.with(List.of(
                MadeUpWorkbook.words("Table 1", "a", "x"),
                MadeUpWorkbook.words("Table-1", "b", "x"),
                MadeUpWorkbook.words("T1", "c", "x"))));

        assertEquals(
                List.of("sheets_of_workbook", "notes_of_workbook", "Table_1", "Table_1_2", "table_T1"),
                attributes(file, "table:database-range", "table:name"));
    }

    @Test
    void tagsOneHeaderRowOfUniqueNamesThatIsRepeatedOnEveryPage() {
        List<List<Integer>> headerRows = new ArrayList<>();
        for (Element sheet : SMALL.sheets().subList(1, 5)) {
            List<Element> headers = OdsFile.all(sheet, "table:table-header-rows");
            headerRows.add(headers.stream()
                    .map(header -> OdsFile.all(header, "table:table-row").size())
                    .toList());
            List<String> names = OdsFile.all(headers.get(0), "table:table-cell").stream()
                    .map(OdsFile::text)
                    .toList();
            assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
            assertFalse(names.contains(""), names.toString());
        }
        assertEquals(List.of(List.of(1), List.of(1), List.of(1), List.of(1)), headerRows);
    }

    @Test
    void leavesNoRowBlankAndGivesEveryRowOfATableAllItsCells() {
        for (Element sheet : SMALL.sheets()) {
            List<Integer> cells = new ArrayList<>();
            for (List<Element> row : OdsFile.rows(sheet)) {
                cells.add(row.size());
                assertFalse(
                        row.stream().allMatch(cell -> OdsFile.text(cell).isBlank()), sheet.getAttribute("table:name"));
            }
            int columns = OdsFile.all(sheet, "table:table-column").size();
            assertEquals(new TreeSet<>(List.of(1, columns)), new TreeSet<>(cells), sheet.getAttribute("table:name"));
        }
    }

    @Test
    void hasNothingThatIsMergedHiddenFilteredFrozenFilledOrPainted() {
        Set<String> elements = new TreeSet<>();
        Set<String> attributes = new TreeSet<>();
        for (String file : List.of("content.xml", "styles.xml", "settings.xml")) {
            names(SMALL.xml(file).getDocumentElement(), elements, attributes);
        }
        // Whatever is not in these lists is not in the file: spans, covered cells, filters, splits of a window,
        // background colours, drawings, scripts, formulas.
        assertEquals("""
                config:config-item
                config:config-item-map-entry
                config:config-item-map-indexed
                config:config-item-map-named
                config:config-item-set
                number:number
                number:number-style
                office:automatic-styles
                office:body
                office:document-content
                office:document-settings
                office:document-styles
                office:font-face-decls
                office:master-styles
                office:settings
                office:spreadsheet
                office:styles
                style:default-style
                style:font-face
                style:footer
                style:header
                style:master-page
                style:page-layout
                style:page-layout-properties
                style:paragraph-properties
                style:style
                style:table-cell-properties
                style:table-column-properties
                style:table-properties
                style:table-row-properties
                style:text-properties
                table:database-range
                table:database-ranges
                table:table
                table:table-cell
                table:table-column
                table:table-header-rows
                table:table-row
                text:a
                text:p
                """, String.join("\n", elements) + "\n");
        assertEquals("""
                config:name
                config:type
                fo:border-bottom
                fo:color
                fo:country
                fo:font-size
                fo:font-weight
                fo:language
                fo:margin
                fo:padding-left
                fo:padding-right
                fo:page-height
                fo:page-width
                fo:text-align
                fo:wrap-option
                number:country
                number:decimal-places
                number:grouping
                number:language
                number:min-integer-digits
                office:value
                office:value-type
                office:version
                style:column-width
                style:data-style-name
                style:display
                style:display-name
                style:family
                style:font-family-generic
                style:font-name
                style:font-pitch
                style:master-page-name
                style:name
                style:page-layout-name
                style:parent-style-name
                style:print-orientation
                style:row-height
                style:scale-to
                style:text-underline-color
                style:text-underline-style
                style:text-underline-width
                style:vertical-align
                style:writing-mode
                svg:font-family
                table:contains-header
                table:default-cell-style-name
                table:display
                table:name
                table:style-name
                table:target-range-address
                xlink:href
                xlink:type
                """, String.join("\n", attributes) + "\n");
    }

    private static void names(Element element, Set<String> elements, Set<String> attributes) {
        elements.add(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns:")) {
                attributes.add(attribute.getName());
            }
        }
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            if (element.getChildNodes().item(i) instanceof Element child) {
                names(child, elements, attributes);
            }
        }
    }

    @Test
    void hasNoHeadersAndFootersAndShowsEverySheet() {
        for (String name : List.of("style:header", "style:footer")) {
            assertEquals(
                    Set.of("false"),
                    OdsFile.all(SMALL.xml("styles.xml"), name).stream()
                            .map(e -> e.getAttribute("style:display"))
                            .collect(Collectors.toSet()));
        }
        assertEquals(Set.of("true"), Set.copyOf(attributes(SMALL, "style:table-properties", "table:display")));
    }

    @Test
    void wrapsTextInASansSerifOfTwelvePoints() {
        Element defaults =
                OdsFile.all(SMALL.xml("styles.xml"), "style:default-style").get(0);
        Element letters = OdsFile.all(defaults, "style:text-properties").get(0);
        Element font = OdsFile.all(SMALL.xml("styles.xml"), "style:font-face").get(0);
        Element cells = OdsFile.all(SMALL.xml("styles.xml"), "style:table-cell-properties")
                .get(0);

        assertEquals(
                List.of("Arial", "12pt", "Arial", "swiss", "wrap"),
                List.of(
                        letters.getAttribute("style:font-name"),
                        letters.getAttribute("fo:font-size"),
                        font.getAttribute("svg:font-family"),
                        font.getAttribute("style:font-family-generic"),
                        cells.getAttribute("fo:wrap-option")));
        assertEquals(
                Set.of("12pt", "14pt", "16pt"),
                OdsFile.all(SMALL.xml("styles.xml"), "style:text-properties").stream()
                        .map(e -> e.getAttribute("fo:font-size"))
                        .filter(size -> !size.isEmpty())
                        .collect(Collectors.toSet()));
    }

    @Test
    void coloursNothingButLinksWhichAreUnderlinedToo() {
        assertEquals(
                """
                #12436d solid
                """,
                OdsFile.all(SMALL.xml("styles.xml"), "style:text-properties").stream()
                        .filter(e -> e.hasAttribute("fo:color"))
                        .map(e ->
                                e.getAttribute("fo:color") + " " + e.getAttribute("style:text-underline-style") + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void fillsInTheProperties() {
        assertEquals("""
                meta:generator Vigil
                dc:title Hate crime: Anytown
                dc:subject Weekly statistical report
                meta:keyword hate crime, Anytown
                meta:initial-creator Vigil
                dc:creator Vigil
                meta:creation-date 2026-06-02T00:00:00Z
                dc:date 2026-06-02T00:00:00Z
                dc:language en-GB
                """, properties());
        Element letters =
                OdsFile.all(SMALL.xml("styles.xml"), "style:text-properties").get(0);
        assertEquals("en-GB", letters.getAttribute("fo:language") + "-" + letters.getAttribute("fo:country"));
    }

    private static String properties() {
        StringBuilder properties = new StringBuilder();
        Element meta = OdsFile.all(SMALL.xml("meta.xml"), "office:meta").get(0);
        for (int i = 0; i < meta.getChildNodes().getLength(); i++) {
            properties
                    .append(meta.getChildNodes().item(i).getNodeName())
                    .append(' ')
                    .append(meta.getChildNodes().item(i).getTextContent())
                    .append('\n');
        }
        return properties.toString();
    }

    @Test
    void opensTheFirstSheetWithTheCursorInA1() {
        assertEquals(
                """
                ViewId view1
                CursorPositionX 0
                CursorPositionY 0
                CursorPositionX 0
                CursorPositionY 0
                CursorPositionX 0
                CursorPositionY 0
                CursorPositionX 0
                CursorPositionY 0
                CursorPositionX 0
                CursorPositionY 0
                ActiveTable Cover
                """,
                OdsFile.all(SMALL.xml("settings.xml"), "config:config-item").stream()
                        .map(e -> e.getAttribute("config:name") + " " + e.getTextContent() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void showsNumbersWithTheDecimalsAndCommasOfTheReport() {
        Element sheet = SMALL.sheet("Table 1 More than usual");
        Element count = OdsFile.rows(sheet).get(9).get(2);
        Element change = OdsFile.rows(sheet).get(10).get(6);

        assertEquals(
                List.of("1,234", "number0", "-0.8", "number1"),
                List.of(
                        OdsFile.text(count),
                        count.getAttribute("table:style-name"),
                        OdsFile.text(change),
                        change.getAttribute("table:style-name")));
        assertEquals(
                """
                N0 0 true
                N1 1 true
                """,
                OdsFile.all(SMALL.xml("content.xml"), "number:number-style").stream()
                        .map(style -> {
                            Element number = OdsFile.all(style, "number:number").get(0);
                            return style.getAttribute("style:name") + " " + number.getAttribute("number:decimal-places")
                                    + " " + number.getAttribute("number:grouping") + "\n";
                        })
                        .collect(Collectors.joining()));
    }

    @Test
    void keepsWordsThatLookLikeFormulasOrMarkupAsWords() {
        String[] words = {
            "=1+1", "+44 20", "-1", "@A1", "<b>&amp;\"'</b>", "2026", "[c]", "a\tb", "  two  spaces ", "one\ntwo"
        };
        OdsFile file = written(MadeUpWorkbook.with(List.of(MadeUpWorkbook.words("Table 1", "Words", words))));

        List<List<Element>> rows = OdsFile.rows(file.sheet("Table 1 Words"));
        List<Element> cells = rows.subList(rows.size() - words.length, rows.size()).stream()
                .map(row -> row.get(0))
                .toList();
        assertEquals(List.of(words), cells.stream().map(OdsFile::text).toList());
        assertEquals(
                Set.of("string"),
                cells.stream()
                        .map(cell -> cell.getAttribute("office:value-type"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void keepsOtherScriptsAndShowsThatACharacterXmlDoesNotHaveWasThere() {
        OdsFile file = written(MadeUpWorkbook.with(List.of(MadeUpWorkbook.words(
                "Table 1",
                "Words\u0000",
                "\u05E9\u05DC\u05D5\u05DD",
                "\u0645\u0631\u062D\u0628\u0627",
                "a\u202Eb",
                "\uD83D\uDE00",
                "a\u0007b\u0000",
                "\uD800x",
                "\uFFFF"))));

        List<List<Element>> rows = OdsFile.rows(file.sheet("Table 1 Words"));
        assertEquals(
                List.of(
                        "\u05E9\u05DC\u05D5\u05DD",
                        "\u0645\u0631\u062D\u0628\u0627",
                        "a\u202Eb",
                        "\uD83D\uDE00",
                        "a\uFFFDb\uFFFD",
                        "\uFFFDx",
                        "\uFFFD"),
                rows.subList(rows.size() - 7, rows.size()).stream()
                        .map(row -> OdsFile.text(row.get(0)))
                        .toList());
    }

    @Test
    void makesRoomForWrappedTextAndPrintsAllColumnsOnOnePage() {
        List<TableColumn> columns = new ArrayList<>();
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= 28; i++) {
            columns.add(i == 1 ? TableColumn.text("Area") : TableColumn.number("Week " + i));
            row.add(i == 1 ? "A ".repeat(30).strip() : "1");
        }
        OdsFile file = written(MadeUpWorkbook.with(List.of(new TableSheet(
                "Table 1",
                "Wide",
                List.of(),
                new ReportTable("Wide", columns, List.of(ReportTable.row(row.toArray(new String[0]))), List.of())))));
        Element sheet = file.sheet("Table 1 Wide");

        List<Element> rows = OdsFile.all(sheet, "table:table-row");
        assertEquals(
                // 128 mm of letters in a column of 77 mm between its paddings: two lines of 5.1 mm. 755 mm of columns
                // on 267 mm of paper.
                List.of("column80", "row12", "Sheet35"),
                List.of(
                        OdsFile.all(sheet, "table:table-column").get(0).getAttribute("table:style-name"),
                        rows.get(rows.size() - 1).getAttribute("table:style-name"),
                        sheet.getAttribute("table:style-name")));
        assertEquals(
                "'Table 1 Wide'.A6:'Table 1 Wide'.AB7",
                attributes(file, "table:database-range", "table:target-range-address")
                        .get(2));
    }
}
