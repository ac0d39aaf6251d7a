package org.vigil.geography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every area that the real files name is an area of a geography; skipped where the files are absent. */
final class PublishersAreasTest {
    private static final Path REAL = Path.of("..", "..", "shared", "real-data");

    private static CsvReader<NamedCsvRecord> open(String file) throws IOException {
        Path path = REAL.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "the real files are not here");
        Reader reader = file.endsWith(".gz")
                ? new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.US_ASCII)
                : Files.newBufferedReader(path, StandardCharsets.UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(reader);
    }

    @ParameterizedTest
    @CsvSource({
        "london, london-mps-hate-crime/mps_hate_and_special_crime_borough_month_201004_202105.csv, Borough, 33",
        "london, london-mps-hate-crime/mps_borough_level_crime_201004_202403.csv, BoroughName, 34",
        "london, london-mps-hate-crime/mps_borough_level_crime_202404_202603.csv, BoroughName, 33",
        "nyc, nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv, Complaint Precinct Code, 77",
        "nyc, nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv, Patrol Borough Name, 8",
        "nyc, nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv, County, 5",
        "us-states, us-fbi-hate-crime/hate_crime_1991_2020.csv.gz, STATE_ABBR, 53",
        "us-states, us-fbi-hate-crime/hate_crime_1991_2020.csv.gz, STATE_NAME, 53",
    })
    void everyAreaOfTheFileIsFoundAndNoTwoAreTheSame(String code, String file, String column, int areas)
            throws IOException {
        Geography geography = Geography.load(code);
        Set<String> names = new TreeSet<>();
        Set<Integer> indices = new TreeSet<>();
        try (CsvReader<NamedCsvRecord> rows = open(file)) {
            for (NamedCsvRecord row : rows) {
                names.add(row.getField(column));
            }
        }
        for (String name : names) {
            assertTrue(geography.findIndex(name).isPresent(), name);
            indices.add(geography.findIndex(name).orElseThrow());
        }

        assertEquals(areas, names.size());
        assertEquals(areas, indices.size());
    }

    @Test
    void patrolBoroughAndCountyOfEveryRecordAreThoseOfItsPrecinct() throws IOException {
        Geography nyc = Geography.load("nyc");
        try (CsvReader<NamedCsvRecord> rows = open("nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv")) {
            for (NamedCsvRecord row : rows) {
                int[] wider = nyc.ancestors(
                        nyc.findIndex(row.getField("Complaint Precinct Code")).orElseThrow());
                assertEquals(nyc.findIndex(row.getField("Patrol Borough Name")).orElseThrow(), wider[0]);
                assertEquals(nyc.findIndex(row.getField("County")).orElseThrow(), wider[1]);
            }
        }
    }
}
