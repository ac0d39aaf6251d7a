package org.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.profile.FieldReading;

final class ExtractInspectionTest {
    private static final Reading AREAS = Reading.of("Area", "Kind").identifiedBy("Ref");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void tellsWhatAFileIs() {
        Path file = write("\uFEFF\" Ref \",AREA,kind,\r\n1,Barnet,x,\r\n");
        assertEquals(
                new ExtractInspection(
                        file,
                        List.of("Ref", "AREA", "kind", ""),
                        "4bae0aa5f70c8f039126c2fd6d929cd44bd8b72e7edecbd8629eee55568bb6c5",
                        36,
                        false,
                        ExtractInspection.LineEnd.CRLF,
                        true,
                        List.of("The header gives no name to column 4.")),
                ExtractInspection.inspect(file, AREAS.profile()));
    }

    @Test
    void reportsAFileWithoutRows() {
        ExtractInspection inspection = ExtractInspection.inspect(write("Ref,Area,Kind\n"), AREAS.profile());
        assertEquals(false, inspection.hasRows());
        assertEquals(List.of("The file has a header and no rows."), inspection.problems());
    }

    @Test
    void reportsAByteOrderMarkThatDoesNotFitTheDeclaredEncoding() {
        ExtractInspection inspection = ExtractInspection.inspect(
                write("\uFEFFRef,Area,Kind\n1,2,3\n"),
                AREAS.in(StandardCharsets.ISO_8859_1).profile());
        assertEquals(
                List.of(
                        "The file starts with the byte order mark of UTF-8, but the profile declares ISO-8859-1: letters"
                                + " beyond ASCII will be misread."),
                inspection.problems());
    }

    @Test
    void looksInsideGzipWhateverTheName() {
        Path file = Reading.write(
                folder, "x.csv", Reading.zipped("Ref,Area,Kind\r1,2,3\r".getBytes(StandardCharsets.UTF_8)));
        ExtractInspection inspection = ExtractInspection.inspect(file, AREAS.profile());
        assertEquals(true, inspection.isGzip());
        assertEquals(ExtractInspection.LineEnd.CR, inspection.lineEnd());
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path none = folder.resolve("none.csv");
        assertRefuses("there is no such file. Check the path in the configuration.", none, AREAS);
        assertRefuses("it is a folder; expected a file. Name the file inside it.", folder, AREAS);
    }

    @Test
    void refusesAFileWithoutPermission() throws IOException {
        Path file = write("Ref,Area,Kind\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "this user may read everything");
        assertRefuses("permission is missing. Make it readable for the user that runs the program.", file, AREAS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing          | ``                                | found an empty file (0 bytes); expected a header and rows. Deliver the file again.
            blank lines only | ~~                                | found blank lines only; expected a header and rows. Deliver the file again.
            a column missing | Ref,Area,Name~                    | column "Kind" not found; found 3 columns: "Ref" (column 1), "Area" (column 2), a column that the profile does not know (column 3); expected each column of the profile "test-profile" once. Name the profile that was made for this file, or correct its column names.
            all missing      | Jo Bloggs,x,y~                    | columns "Area", "Kind", "Ref" not found; found 3 columns: columns that the profile does not know (columns 1 to 3); expected each column of the profile "test-profile" once. Name the profile that was made for this file, or correct its column names.
            a column twice   | Ref,Area,Kind,,area ,Note~        | column "Area" stands there 2 times, as columns 2, 5; found 6 columns: "Ref" (column 1), "Area" (column 2), "Kind" (column 3), "area" (column 5), columns that the profile does not know (columns 4, 6); expected each column of the profile "test-profile" once. Name the profile that was made for this file, or correct its column names.
            other delimiter  | Ref;Area;Kind~1;2;3~              | with the delimiter ',' that the profile declares its header is one column, but it holds ';'. Declare that as the delimiter.
            a spreadsheet    | PK^^xl/workbook                   | it is a spreadsheet or a zip archive, not text. Save the sheet as CSV in UTF-8, or unpack the archive, and deliver that.
            a PDF            | %PDF-1.7                          | it is a PDF. Expected CSV, plain or compressed once with gzip.
            Parquet          | PAR1xxxx                          | it is a Parquet file. Expected CSV, plain or compressed once with gzip.
            """)
    void refusesWhatItCannotRead(String situation, String text, String expected) {
        Path file = write(text.replace("~", "\n").replace("^^", "\u0003\u0004"));
        assertRefuses(expected, file, AREAS);
    }

    @Test
    void namesTheFirstByteOfAnotherEncodingAndWhatToDeclare() {
        Path latin =
                Reading.write(folder, "x.csv", "Ref,Area,Kind\n1,caf\u00e9,3\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefuses(
                "byte 19 is 0xE9, which is not valid in UTF-8 as the profile declares it. Declare the encoding that it was"
                        + " saved in, usually windows-1252 or ISO-8859-1, or save it as UTF-8.",
                latin,
                AREAS);
        Path utf8 = write("Ref,Area,Kind\n1,caf\u00e9,3\n");
        assertRefuses(
                "byte 19 is 0xC3, which is not valid in US-ASCII as the profile declares it. The text is valid as UTF-8:"
                        + " declare that.",
                utf8,
                AREAS.in(StandardCharsets.US_ASCII));
    }

    @Test
    void refusesSixteenBitText() {
        String text = "Ref,Area,Kind\n1,2,3\n";
        assertRefuses(
                "its first two bytes are the byte order mark of UTF-16 (big-endian). Save it as UTF-8.",
                Reading.write(folder, "x.csv", text.getBytes(StandardCharsets.UTF_16)),
                AREAS);
        assertRefuses(
                "one byte in 2 is zero (the first is byte 1), so it is UTF-16 or not text at all. Save it as CSV in UTF-8.",
                Reading.write(folder, "x.csv", text.getBytes(StandardCharsets.UTF_16LE)),
                AREAS);
        assertRefuses(
                "the profile declares the encoding UTF-16LE, which is not supported. Save the file as UTF-8 and declare"
                        + " UTF-8.",
                write(text),
                AREAS.in(StandardCharsets.UTF_16LE));
    }

    @Test
    void acceptsEncodingsOfOneByte() {
        Charset windows = Charset.forName("windows-1252");
        Path file = Reading.write(folder, "x.csv", "Ref,Area,Kind\n1,\u20ac,3\n".getBytes(windows));
        assertEquals(
                true,
                ExtractInspection.inspect(file, AREAS.in(windows).profile()).hasRows());
    }

    @Test
    void refusesANameOfGzipWithoutItsContent() {
        Path file = Reading.write(folder, "x.csv.gz", "Ref,Area,Kind\n".getBytes(StandardCharsets.UTF_8));
        assertRefuses(
                "its name ends in .gz but its first bytes are not those of gzip. Compress it with gzip, or take .gz off its"
                        + " name.",
                file,
                AREAS);
    }

    @Test
    void refusesAHeaderWithoutEnd() {
        assertRefuses(
                "its first row does not end within 1048576 bytes; expected a header. Check that it is a text table, and the"
                        + " quotes in its header.",
                write("Ref,Area,Kind" + "x".repeat(2_000_000)),
                AREAS);
    }

    @Test
    void refusesAWideFileWithoutValueColumnsOrWithOneTwice() {
        Reading wide = Reading.of("Area", FieldReading.HEADER_COLUMN, FieldReading.VALUE_COLUMN)
                .wide("yyyyMM");
        assertRefuses(
                "no column header fits the pattern \"yyyyMM\" of the value columns; found 3 columns: \"Area\" (column 1),"
                        + " columns that the profile does not know (columns 2, 3); expected each column of the profile"
                        + " \"test-profile\" once. Name the profile that was made for this file, or correct its column names.",
                write("Area,201013,2010\n"),
                wide);
        assertRefuses(
                "value column \"201004\" stands there 2 times, as columns 2, 4; found 4 columns: \"Area\" (column 1), 3 value"
                        + " columns; expected each column of the profile \"test-profile\" once. Name the profile that was"
                        + " made for this file, or correct its column names.",
                write("Area,201004,201005,201004\n"),
                wide);
    }

    private static void assertRefuses(String expected, Path file, Reading reading) {
        ExtractException e =
                assertThrows(ExtractException.class, () -> ExtractInspection.inspect(file, reading.profile()));
        assertEquals("Cannot read " + file + ": " + expected, e.getMessage());
    }

    private Path write(String text) {
        return Reading.write(folder, "x.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
