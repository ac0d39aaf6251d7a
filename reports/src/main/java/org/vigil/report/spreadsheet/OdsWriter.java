package org.vigil.report.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook as an OpenDocument spreadsheet (ODF 1.2).
 *
 * <p>It keeps to the guidance of the UK's Analysis Function on accessible spreadsheets: cover, contents, notes, then one table a sheet, marked up as a
 * range with one header row; no merged cells, images, macros, filters, frozen panes or fills. Numbers are numbers; what is not is text, and nothing is a
 * formula.
 */
public final class OdsWriter {
    static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    /** Not the first moment that a zip file can name: to that, Java adds the time in the zone of the machine. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private OdsWriter() {}

    /** The bytes of the file; the same workbook gives the same bytes. */
    public static byte[] bytes(Workbook workbook) {
        List<Sheet> sheets = SheetLayout.of(workbook);
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<MeasuredSheet> measured = sheets.stream().map(MeasuredSheet::of).toList();
        SortedSet<Integer> printPercents = new TreeSet<>();
        measured.forEach(sheet -> printPercents.add(sheet.printPercent()));
        files.put("content.xml", OdsContent.bytes(measured));
        files.put("styles.xml", OdsStyles.bytes(printPercents));
        files.put("meta.xml", OdsProperties.meta(workbook));
        files.put("settings.xml", OdsProperties.settings(sheets));
        files.put("META-INF/manifest.xml", OdsProperties.manifest(files.keySet()));
        return zip(files);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            // First and as it is, so that the media type stands at a fixed place of the file.
            byte[] mediaType = MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);
            ZipEntry first = entry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(mediaType.length);
            CRC32 crc = new CRC32();
            crc.update(mediaType);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(mediaType);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A spreadsheet cannot be packed", e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        return entry;
    }
}
