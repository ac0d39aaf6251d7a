package org.vigil.report.spreadsheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.vigil.report.spreadsheet.Sheet.Cell;
import org.vigil.report.spreadsheet.Sheet.Grid;
import org.vigil.report.spreadsheet.Sheet.Header;
import org.vigil.report.spreadsheet.Sheet.Kind;
import org.vigil.report.spreadsheet.Sheet.Line;

/** The sheets with their cells ({@code content.xml}). */
final class OdsContent {
    private static final Map<Kind, String> STYLES = Map.of(
            Kind.TITLE, OdsStyles.TITLE,
            Kind.HEADING, OdsStyles.HEADING,
            Kind.TEXT, OdsStyles.DEFAULT,
            Kind.LINK, OdsStyles.LINK);

    private final OdsXml xml;
    private final List<MeasuredSheet> sheets;

    private OdsContent(OdsXml xml, List<MeasuredSheet> sheets) {
        this.xml = xml;
        this.sheets = sheets;
    }

    static byte[] bytes(List<MeasuredSheet> sheets) {
        return OdsXml.document("office:document-content", xml -> new OdsContent(xml, sheets).write());
    }

    /** The text of a cell as a reader sees it. */
    static String shown(Cell cell) {
        if (cell instanceof Sheet.Numeral number) {
            return shown(number.value());
        }
        return cell instanceof Sheet.Link link ? link.sheet() : ((Sheet.Text) cell).text();
    }

    /** With commas between thousands, as the style of the cell shows it. */
    private static String shown(BigDecimal number) {
        StringBuilder digits = new StringBuilder(number.abs().toPlainString());
        int end = digits.indexOf(".");
        for (int i = (end < 0 ? digits.length() : end) - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return (number.signum() < 0 ? "-" : "") + digits;
    }

    /** The address of a cell of a sheet; names of sheets hold no apostrophes. */
    static String address(String sheet, String cell) {
        return "'" + sheet + "'." + cell;
    }

    private void write() throws XMLStreamException {
        xml.element("office:automatic-styles", List.of(), this::styles);
        xml.element(
                "office:body",
                List.of(),
                () -> xml.element("office:spreadsheet", List.of(), () -> {
                    for (MeasuredSheet sheet : sheets) {
                        sheet(sheet);
                    }
                    xml.element("table:database-ranges", List.of(), this::ranges);
                }));
    }

    private void styles() throws XMLStreamException {
        Set<Integer> widths = new TreeSet<>();
        Set<Integer> scales = new TreeSet<>();
        Set<Integer> heights = new TreeSet<>();
        Set<Integer> percents = new TreeSet<>();
        for (MeasuredSheet measured : sheets) {
            widths.addAll(measured.widths());
            heights.addAll(measured.heights());
            percents.add(measured.printPercent());
            cells(measured.sheet()).forEach(cell -> {
                if (cell instanceof Sheet.Numeral number) {
                    scales.add(number.value().scale());
                }
            });
        }
        for (int width : widths) {
            style(columnStyle(width), "table-column", "table-column", "style:column-width", width + "mm");
        }
        for (int height : heights) {
            style(rowStyle(height), "table-row", "table-row", "style:row-height", height + "mm");
        }
        for (int percent : percents) {
            String page = OdsStyles.page(percent);
            xml.element(
                    "style:style",
                    List.of("style:name", page, "style:family", "table", "style:master-page-name", page),
                    () -> xml.empty("style:table-properties", "table:display", "true", "style:writing-mode", "lr-tb"));
        }
        for (int scale : scales) {
            xml.element(
                    "number:number-style",
                    List.of("style:name", "N" + scale, "number:language", "en", "number:country", "GB"),
                    () -> xml.empty(
                            "number:number",
                            "number:decimal-places",
                            Integer.toString(scale),
                            "number:min-integer-digits",
                            "1",
                            "number:grouping",
                            "true"));
            xml.empty(
                    "style:style",
                    "style:name",
                    numberStyle(scale),
                    "style:family",
                    "table-cell",
                    "style:parent-style-name",
                    OdsStyles.NUMBER,
                    "style:data-style-name",
                    "N" + scale);
        }
    }

    private void style(String name, String family, String properties, String property, String value)
            throws XMLStreamException {
        xml.element(
                "style:style",
                List.of("style:name", name, "style:family", family),
                () -> xml.empty("style:" + properties + "-properties", property, value));
    }

    private static Stream<Cell> cells(Sheet sheet) {
        return sheet.grid().stream().flatMap(grid -> grid.rows().stream()).flatMap(List::stream);
    }

    private void sheet(MeasuredSheet measured) throws XMLStreamException {
        Sheet sheet = measured.sheet();
        Iterator<Integer> heights = measured.heights().iterator();
        List<String> attributes =
                List.of("table:name", sheet.name(), "table:style-name", OdsStyles.page(measured.printPercent()));
        xml.element("table:table", attributes, () -> {
            for (int width : measured.widths()) {
                xml.empty(
                        "table:table-column",
                        "table:style-name",
                        columnStyle(width),
                        "table:default-cell-style-name",
                        OdsStyles.DEFAULT);
            }
            for (Line line : sheet.lines()) {
                row(heights.next(), () -> line(line));
            }
            if (sheet.grid().isPresent()) {
                grid(sheet.grid().get(), heights);
            }
        });
    }

    private void line(Line line) throws XMLStreamException {
        String style = STYLES.getOrDefault(line.kind(), OdsStyles.DEFAULT);
        cell(style, List.of("office:value-type", "string"), () -> {
            if (line.kind() == Kind.LINK) {
                xml.link(line.text());
            } else {
                xml.paragraphs(line.text());
            }
        });
    }

    private void grid(Grid grid, Iterator<Integer> heights) throws XMLStreamException {
        xml.element(
                "table:table-header-rows",
                List.of(),
                () -> row(heights.next(), () -> {
                    for (Header header : grid.headers()) {
                        text(header.isNumber() ? OdsStyles.NUMBER_HEADER : OdsStyles.HEADER, header.text());
                    }
                }));
        for (List<Cell> cells : grid.rows()) {
            row(heights.next(), () -> {
                for (int i = 0; i < cells.size(); i++) {
                    cell(cells.get(i), grid.headers().get(i));
                }
            });
        }
    }

    private void cell(Cell cell, Header header) throws XMLStreamException {
        if (cell instanceof Sheet.Numeral number) {
            cell(
                    numberStyle(number.value().scale()),
                    List.of(
                            "office:value-type",
                            "float",
                            "office:value",
                            number.value().toPlainString()),
                    () -> xml.paragraphs(shown(number.value())));
        } else if (cell instanceof Sheet.Link link) {
            cell(OdsStyles.LINK, List.of("office:value-type", "string"), () -> xml.link(link.sheet()));
        } else {
            text(header.isNumber() ? OdsStyles.NUMBER : OdsStyles.DEFAULT, ((Sheet.Text) cell).text());
        }
    }

    private void text(String style, String text) throws XMLStreamException {
        if (text.isEmpty()) {
            xml.empty("table:table-cell", "table:style-name", style);
        } else {
            cell(style, List.of("office:value-type", "string"), () -> xml.paragraphs(text));
        }
    }

    private void row(int height, OdsXml.Inside cells) throws XMLStreamException {
        xml.element("table:table-row", List.of("table:style-name", rowStyle(height)), cells);
    }

    private void cell(String style, List<String> value, OdsXml.Inside text) throws XMLStreamException {
        List<String> attributes = new ArrayList<>(List.of("table:style-name", style));
        attributes.addAll(value);
        xml.element("table:table-cell", attributes, text);
    }

    private void ranges() throws XMLStreamException {
        for (MeasuredSheet measured : sheets) {
            Sheet sheet = measured.sheet();
            if (sheet.grid().isPresent()) {
                Grid grid = sheet.grid().get();
                int header = sheet.lines().size() + 1;
                xml.empty(
                        "table:database-range",
                        "table:name",
                        grid.rangeName(),
                        "table:target-range-address",
                        address(sheet.name(), "A" + header)
                                + ":"
                                + address(
                                        sheet.name(),
                                        letters(grid.headers().size())
                                                + (header + grid.rows().size())),
                        "table:contains-header",
                        "true");
            }
        }
    }

    /** The name of a column by its number from 1 on: A, Z, AA. */
    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private static String columnStyle(int width) {
        return "column" + width;
    }

    private static String rowStyle(int height) {
        return "row" + height;
    }

    private static String numberStyle(int scale) {
        return "number" + scale;
    }
}
