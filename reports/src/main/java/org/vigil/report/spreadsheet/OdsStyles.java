package org.vigil.report.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import javax.xml.stream.XMLStreamException;

/** Named styles ({@code styles.xml}): a sans serif of 12 pt, wrapped, no fills; headings that are headings by their names. */
final class OdsStyles {
    static final String DEFAULT = "Default";
    static final String TITLE = "Heading_20_1";
    static final String HEADING = "Heading_20_2";
    static final String LINK = "Link";
    static final String HEADER = "Column_20_header";
    static final String NUMBER_HEADER = "Number_20_column_20_header";
    static final String NUMBER = "Number";
    private static final int PAGE_WIDTH = 297;
    private static final int PAGE_HEIGHT = 210;
    private static final int MARGIN = 15;

    /** Room between the margins of a page, in millimetres. */
    static final int PRINTED_WIDTH = PAGE_WIDTH - 2 * MARGIN;

    /** Everybody has it or one of the same widths. */
    private static final String FONT = "Arial";

    static final Lettering TITLE_LETTERS = new Lettering(16, true);
    static final Lettering HEADING_LETTERS = new Lettering(14, true);

    private static final String LINK_COLOUR = "#12436d";
    private static final String RULE = "0.5pt solid #595959";

    private OdsStyles() {}

    /**
     * The bytes of the file.
     *
     * @param printPercents sizes at which sheets are printed
     */
    static byte[] bytes(SortedSet<Integer> printPercents) {
        return OdsXml.document("office:document-styles", xml -> write(xml, printPercents));
    }

    /** The name of the page of sheets that are printed at a size. */
    static String page(int percent) {
        return "Sheet" + percent;
    }

    private static void write(OdsXml xml, SortedSet<Integer> percents) throws XMLStreamException {
        xml.element(
                "office:font-face-decls",
                List.of(),
                () -> xml.empty(
                        "style:font-face",
                        "style:name",
                        FONT,
                        "svg:font-family",
                        FONT,
                        "style:font-family-generic",
                        "swiss",
                        "style:font-pitch",
                        "variable"));
        xml.element("office:styles", List.of(), () -> {
            xml.element(
                    "style:default-style",
                    List.of("style:family", "table-cell"),
                    () -> xml.empty(
                            "style:text-properties",
                            "style:font-name",
                            FONT,
                            "fo:font-size",
                            size(Lettering.PLAIN),
                            "fo:language",
                            "en",
                            "fo:country",
                            "GB"));
            List<String> wrapped = List.of(
                    "fo:wrap-option",
                    "wrap",
                    "style:vertical-align",
                    "top",
                    "fo:padding-left",
                    Lettering.PADDING + "mm",
                    "fo:padding-right",
                    Lettering.PADDING + "mm");
            cell(xml, DEFAULT, "", wrapped, "", List.of());
            cell(xml, TITLE, DEFAULT, List.of(), "", letters(TITLE_LETTERS));
            cell(xml, HEADING, DEFAULT, List.of(), "", letters(HEADING_LETTERS));
            cell(
                    xml,
                    LINK,
                    DEFAULT,
                    List.of(),
                    "",
                    List.of(
                            "fo:color",
                            LINK_COLOUR,
                            "style:text-underline-style",
                            "solid",
                            "style:text-underline-width",
                            "auto",
                            "style:text-underline-color",
                            "font-color"));
            List<String> header = List.of("fo:border-bottom", RULE, "style:vertical-align", "bottom");
            cell(xml, HEADER, DEFAULT, header, "", letters(Lettering.BOLD));
            cell(xml, NUMBER_HEADER, HEADER, List.of(), "end", List.of());
            cell(xml, NUMBER, DEFAULT, List.of(), "end", List.of());
        });
        xml.element("office:automatic-styles", List.of(), () -> {
            for (int percent : percents) {
                xml.element(
                        "style:page-layout",
                        List.of("style:name", "layout" + percent),
                        () -> xml.empty(
                                "style:page-layout-properties",
                                "fo:page-width",
                                PAGE_WIDTH + "mm",
                                "fo:page-height",
                                PAGE_HEIGHT + "mm",
                                "style:print-orientation",
                                "landscape",
                                "fo:margin",
                                MARGIN + "mm",
                                "style:scale-to",
                                percent + "%"));
            }
        });
        xml.element("office:master-styles", List.of(), () -> {
            for (int percent : percents) {
                xml.element(
                        "style:master-page",
                        List.of("style:name", page(percent), "style:page-layout-name", "layout" + percent),
                        () -> {
                            xml.empty("style:header", "style:display", "false");
                            xml.empty("style:footer", "style:display", "false");
                        });
            }
        });
    }

    private static List<String> letters(Lettering lettering) {
        return List.of("fo:font-size", size(lettering), "fo:font-weight", lettering.isBold() ? "bold" : "normal");
    }

    private static String size(Lettering lettering) {
        return lettering.points() + "pt";
    }

    private static void cell(OdsXml xml, String name, String parent, List<String> cell, String align, List<String> text)
            throws XMLStreamException {
        List<String> attributes = new ArrayList<>(List.of("style:name", name, "style:family", "table-cell"));
        if (name.contains("_20_")) {
            attributes.addAll(List.of("style:display-name", name.replace("_20_", " ")));
        }
        if (!parent.isEmpty()) {
            attributes.addAll(List.of("style:parent-style-name", parent));
        }
        xml.element("style:style", attributes, () -> {
            if (!cell.isEmpty()) {
                xml.empty("style:table-cell-properties", cell.toArray(new String[0]));
            }
            if (!align.isEmpty()) {
                xml.empty("style:paragraph-properties", "fo:text-align", align);
            }
            if (!text.isEmpty()) {
                xml.empty("style:text-properties", text.toArray(new String[0]));
            }
        });
    }
}
