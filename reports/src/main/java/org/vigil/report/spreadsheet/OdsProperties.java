package org.vigil.report.spreadsheet;

import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** What a package says of itself: properties of the document, where its cursors stand, and which files it holds. */
final class OdsProperties {
    private static final String AUTHOR = "Vigil";
    private static final String LANGUAGE = "en-GB";
    private static final List<String> NONE = List.of();

    private OdsProperties() {}

    /** {@code meta.xml}; the date is that of the report. */
    static byte[] meta(Workbook workbook) {
        String date = workbook.date() + "T00:00:00Z";
        return OdsXml.document(
                "office:document-meta",
                xml -> xml.element("office:meta", NONE, () -> {
                    xml.value("meta:generator", NONE, AUTHOR);
                    xml.value("dc:title", NONE, workbook.title());
                    xml.value("dc:subject", NONE, workbook.subject());
                    xml.value("meta:keyword", NONE, workbook.keywords());
                    xml.value("meta:initial-creator", NONE, AUTHOR);
                    xml.value("dc:creator", NONE, AUTHOR);
                    xml.value("meta:creation-date", NONE, date);
                    xml.value("dc:date", NONE, date);
                    xml.value("dc:language", NONE, LANGUAGE);
                }));
    }

    /** {@code settings.xml}: the first sheet is open, and the cursor of every sheet stands in A1. */
    static byte[] settings(List<Sheet> sheets) {
        return OdsXml.document(
                "office:document-settings",
                xml -> xml.element(
                        "office:settings",
                        NONE,
                        () -> xml.element(
                                "config:config-item-set",
                                List.of("config:name", "ooo:view-settings"),
                                () -> xml.element(
                                        "config:config-item-map-indexed",
                                        List.of("config:name", "Views"),
                                        () -> xml.element(
                                                "config:config-item-map-entry", NONE, () -> view(xml, sheets))))));
    }

    private static void view(OdsXml xml, List<Sheet> sheets) throws XMLStreamException {
        setting(xml, "ViewId", "string", "view1");
        xml.element("config:config-item-map-named", List.of("config:name", "Tables"), () -> {
            for (Sheet sheet : sheets) {
                xml.element("config:config-item-map-entry", List.of("config:name", sheet.name()), () -> {
                    setting(xml, "CursorPositionX", "int", "0");
                    setting(xml, "CursorPositionY", "int", "0");
                });
            }
        });
        setting(xml, "ActiveTable", "string", sheets.get(0).name());
    }

    private static void setting(OdsXml xml, String name, String type, String value) throws XMLStreamException {
        xml.value("config:config-item", List.of("config:name", name, "config:type", type), value);
    }

    /** {@code META-INF/manifest.xml}. */
    static byte[] manifest(Set<String> files) {
        return OdsXml.manifest(xml -> {
            file(xml, "/", OdsWriter.MEDIA_TYPE);
            for (String file : files) {
                file(xml, file, "text/xml");
            }
        });
    }

    private static void file(OdsXml xml, String path, String mediaType) throws XMLStreamException {
        xml.empty("manifest:file-entry", "manifest:full-path", path, "manifest:media-type", mediaType);
    }
}
