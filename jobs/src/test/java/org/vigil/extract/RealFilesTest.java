package org.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigil.profile.FieldReading;

/** The public files that the shipped profiles were made for; skipped where they are not beside the project. */
final class RealFilesTest {
    private static final Path FOLDER = Path.of("../../shared/real-data");

    @Test
    void countsTheArrestsOfNewYork() {
        Path file = file("nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv");
        Reading reading = Reading.of("bias motive description", "County").identifiedBy("Full Complaint ID");
        Map<String, Integer> counts = new HashMap<>();
        assertEquals(4_029, reading.count(file, 10_000, batch -> count(batch, 0, counts)));
        assertEquals(29, counts.size());
        assertEquals(1_906, counts.get("ANTI-JEWISH"));
        assertEquals(46, counts.get("ANTI-FEMALE HOMOSEXUAL (LESBIAN)"));
    }

    @Test
    void countsTheIncidentsOfTheUnitedStates() {
        Path file = file("us-fbi-hate-crime/hate_crime_1991_2020.csv.gz");
        Reading reading = Reading.of("STATE_ABBR", "BIAS_DESC", "INCIDENT_DATE", "OFFENDER_RACE")
                .identifiedBy("incident_id");
        Map<String, Integer> states = new HashMap<>();
        Map<String, Integer> races = new HashMap<>();
        long rows = reading.count(file, Long.MAX_VALUE, batch -> {
            count(batch, 0, states);
            count(batch, 3, races);
        });
        assertEquals(219_577, rows);
        assertEquals(53, states.size());
        assertEquals(36_235, states.get("CA"));
        assertEquals(5, states.get("GM"));
        assertEquals(20, races.get(""));
    }

    @Test
    void unpivotsTheMonthsOfLondon() {
        Path file = file("london-mps-hate-crime/mps_hate_and_special_crime_borough_month_201004_202105.csv");
        Reading reading = Reading.of("Borough", "MinorText", FieldReading.HEADER_COLUMN, FieldReading.VALUE_COLUMN)
                .wide("yyyyMM")
                .identifiedBy("Borough", "MinorText", FieldReading.HEADER_COLUMN);
        int[] records = new int[1];
        Map<String, Integer> islamophobic = new HashMap<>();
        long rows = reading.count(file, 50_000, batch -> {
            records[0] += batch.size();
            for (int i = 0; i < batch.size(); i++) {
                assertEquals(0, batch.problems()[i]);
                if (batch.dictionary(1).label(batch.labelIds(1)[i]).equals("Islamophobic")) {
                    String month = batch.dictionary(2).label(batch.labelIds(2)[i]);
                    String value = batch.dictionary(3).label(batch.labelIds(3)[i]);
                    islamophobic.merge(month, Integer.parseInt(value), Integer::sum);
                }
            }
        });
        assertEquals(759, rows);
        assertEquals(33 * 23 * 134, records[0]);
        assertEquals(
                List.of(22, 109, 113, 60),
                List.of("201304", "201305", "201306", "201307").stream()
                        .map(islamophobic::get)
                        .toList());
    }

    @Test
    void recognisesHowEachFileIsWritten() {
        assertEquals(
                "14 columns, LF, plain",
                form("nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv", Reading.of("County")));
        assertEquals(
                "28 columns, CRLF, gzip",
                form("us-fbi-hate-crime/hate_crime_1991_2020.csv.gz", Reading.of("bias_desc")));
        assertEquals(
                "137 columns, CRLF, plain",
                form(
                        "london-mps-hate-crime/mps_hate_and_special_crime_borough_month_201004_202105.csv",
                        Reading.of("borough", FieldReading.VALUE_COLUMN).wide("yyyyMM")));
        assertEquals(
                "CR, plain",
                form(
                                "reference-london/london-borough-profiles.csv",
                                Reading.of().in(StandardCharsets.ISO_8859_1))
                        .replaceFirst(".* columns, ", ""));
    }

    private static String form(String name, Reading reading) {
        ExtractInspection inspection = ExtractInspection.inspect(file(name), reading.profile());
        assertEquals(List.of(), inspection.problems());
        return inspection.header().size() + " columns, " + inspection.lineEnd() + ", "
                + (inspection.isGzip() ? "gzip" : "plain");
    }

    @Test
    void readsAFileWithLoneCarriageReturns() {
        Path file = file("reference-london/london-borough-profiles.csv");
        Reading reading = Reading.of().in(StandardCharsets.ISO_8859_1);
        assertEquals(33, reading.count(file, 1_000, batch -> {}));
    }

    @Test
    void readsTheQuotedFileOfTheUnitedStatesTheSameInPieces() throws Exception {
        Path packed = file("us-fbi-hate-crime/hate_crime_1991_2020.csv.gz");
        Path plain = Files.createTempFile("fbi", ".csv");
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, plain, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Reading reading = Reading.of("BIAS_DESC", "MULTIPLE_BIAS");
            Map<String, Integer> whole = new HashMap<>();
            Map<String, Integer> pieces = new HashMap<>();
            assertEquals(219_577, reading.count(packed, 1, batch -> count(batch, 0, whole)));
            assertEquals(219_577, reading.count(plain, 1_000_003, batch -> count(batch, 0, pieces)));
            assertEquals(whole, pieces);
        } finally {
            Files.delete(plain);
        }
    }

    private static void count(VerbatimBatch batch, int slot, Map<String, Integer> counts) {
        for (int i = 0; i < batch.size(); i++) {
            assertEquals(0, batch.problems()[i]);
            counts.merge(batch.dictionary(slot).label(batch.labelIds(slot)[i]), 1, Integer::sum);
        }
    }

    private static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "not there: " + file);
        return file;
    }
}
