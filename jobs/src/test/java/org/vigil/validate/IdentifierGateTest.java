package org.vigil.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.extract.ColumnSample;
import org.vigil.extract.ExtractInspection;
import org.vigil.extract.ReadingPlan;
import org.vigil.extract.SplitReader;
import org.vigil.extract.Splits;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;

final class IdentifierGateTest {
    private static final String HEADER =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jane.doe@example.org                  | an e-mail address
            write to JANE@MAIL.EXAMPLE.CO.UK soon | an e-mail address
            020 7946 0018                         | a telephone number
            (020) 7946 0018                       | a telephone number
            07700 900123                          | a telephone number
            07700900123                           | a telephone number
            +44 7700 900123                       | a telephone number
            +44 (0)20 7946 0018                   | a telephone number
            0044 20 7946 0018                     | a telephone number
            call 01632-960-001 now                | a telephone number
            SW1A 1AA                              | a postcode
            sw1a1aa                               | a postcode
            M1 1AE                                | a postcode
            near EC1A 1BB, London                 | a postcode
            GIR 0AA                               | a postcode
            AB 12 34 56 C                         | a national insurance number
            ab123456d                             | a national insurance number
            """)
    void recognisesADirectIdentifier(String label, String kind) {
        assertEquals(Optional.of(kind), IdentifierGate.findKind(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Camden",
                "E09000007",
                "2024-06-30",
                "01/03/2024 12:00:00 AM",
                "31-AUG-91",
                "202105",
                "0.5",
                "MISCHIEF,CRIMINAL,    UNCL 2ND",
                "60 YRS AND OLDER",
                "HARRASSMENT 2",
                "ASSAULT 3 & RELATED OFFENSES",
                "Anti-Eastern Orthodox (Russian, Greek, Other)",
                "Credit Card/Automated Teller Machine Fraud",
                "SW1",
                "stalking-and-harassment",
                "PATROL BORO MAN SOUTH",
                "@home"
            })
    void letsHarmlessLabelsPass(String label) {
        assertEquals(Optional.empty(), IdentifierGate.findKind(label));
    }

    @Test
    void namesEveryColumnThatIsRefusedByPlaceOrByTheNameThatTheProfileKnows() throws IOException {
        List<String> rows = rows(40);
        rows.set(0, HEADER + ",remark,officer,victim_name");
        for (int i = 1; i < rows.size(); i++) {
            rows.set(i, rows.get(i) + ",x" + i + ",x" + i % 7 + ",");
        }
        rows.set(7, row(7, "street") + ",call me on 020 7946 0018,x1,jane@example.org");
        rows.set(9, row(9, "near SW1A 1AA") + ",,jane@example.org,");
        assertEquals(
                new IdentifierGate.Findings(
                        List.of(
                                "the column \"location_type\" holds what looks like a postcode",
                                "column 14 holds what looks like a telephone number",
                                "column 15 holds what looks like an e-mail address",
                                "column 16 is headed like a person's name"),
                        List.of()),
                findIn(rows));
    }

    @Test
    void aNumberInAColumnThatIsNotReadIsOnlyRemarkedOn() throws IOException {
        List<String> rows = rows(40);
        rows.set(0, HEADER + ",case");
        for (int i = 1; i < rows.size(); i++) {
            rows.set(i, rows.get(i) + "," + (200_000_000 + 17 * i));
        }
        assertEquals(
                new IdentifierGate.Findings(List.of(), List.of("column 14 holds what looks like a long number")),
                findIn(rows));
    }

    @Test
    void recordNumbersMayBeOfAnyForm() throws IOException {
        List<String> rows = rows(40);
        for (int i = 1; i < rows.size(); i++) {
            rows.set(i, rows.get(i).replaceFirst("^[^,]*", "077009001" + (10 + i)));
        }
        assertEquals(new IdentifierGate.Findings(List.of(), List.of()), findIn(rows));
    }

    /** The sample and the labels of the first records are asked the same; a label that the profile lacks shows that both look. */
    @ParameterizedTest
    @CsvSource({"Station NW1 8NH, false", "Station NW1 8NJ, true"})
    void whatTheProfileMapsIsNoIdentifier(String label, boolean isFound) throws IOException {
        String column = "    column: location_type\n    vocabulary: codes\n";
        String text = SourceProfiles.shippedText("london-synthetic");
        assertTrue(text.contains(column));
        SourceProfile profile = SourceProfiles.parse(
                "test", text.replace(column, column + "    labels: {\"Station NW1 8NH\": public-transport}\n"));
        List<String> rows = rows(40);
        rows.set(7, row(7, label));
        Path file = write(rows, "extract.csv");
        ExtractInspection inspection = ExtractInspection.inspect(file, profile);
        ReadingPlan plan = ReadingPlan.of(profile, inspection.header());
        List<String> finding =
                isFound ? List.of("the column \"location_type\" holds what looks like a postcode") : List.of();

        assertEquals(
                new IdentifierGate.Findings(finding, List.of()),
                new IdentifierGate(profile, plan).findIn(inspection, ColumnSample.of(inspection, profile.format())));
        IdentifierGate gate = new IdentifierGate(profile, plan);
        List<String> found = new ArrayList<>();
        SplitReader.read(
                Splits.of(file, profile.format(), Long.MAX_VALUE).get(0),
                plan,
                profile.format(),
                batch -> gate.findIn(batch).ifPresent(found::add));
        assertEquals(finding, found);
    }

    @Test
    void looksBehindTheFirstRowsOfAnExtract() throws IOException {
        List<String> rows = rows(40_000);
        rows.set(0, HEADER + ",remark");
        for (int i = 1; i < rows.size(); i++) {
            rows.set(i, rows.get(i) + (i > 20_000 ? ",AB 12 34 " + (10 + i % 90) + " C" : ","));
        }
        Findings both = new Findings(
                findIn(rows).refused(), findIn(rows, "extract.csv.gz").refused());
        List<String> expected = List.of("column 14 holds what looks like a national insurance number");
        assertEquals(new Findings(expected, expected), both);
    }

    /** What was found in a file and in the same file packed. */
    private record Findings(List<String> plain, List<String> packed) {}

    @ParameterizedTest
    @CsvSource({
        "nypd-hate-crimes, nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv",
        "nypd-hate-crimes, nyc-nypd-hate-crimes/NYPD_Hate_Crimes_20240929.csv",
        "met-hate-crime-counts, london-mps-hate-crime/mps_hate_and_special_crime_borough_month_201004_202105.csv",
        "fbi-hate-crime, us-fbi-hate-crime/hate_crime_1991_2020.csv.gz"
    })
    void findsNothingInFilesThatAreAlreadyPublic(String profile, String name) {
        Path file = Path.of("../../shared/real-data").resolve(name);
        assumeTrue(Files.exists(file), "not there: " + file);
        assertEquals(new IdentifierGate.Findings(List.of(), List.of()), findIn(profile, file));
    }

    @Test
    void findsNothingInTheSample() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../data-samples"))) {
            List<Path> extracts = files.filter(
                            f -> String.valueOf(f.getFileName()).startsWith("london-synthetic"))
                    .sorted()
                    .toList();
            assertEquals(9, extracts.size());
            extracts.forEach(file -> assertEquals(
                    new IdentifierGate.Findings(List.of(), List.of()),
                    findIn("london-synthetic", file),
                    file.toString()));
        }
    }

    private static List<String> rows(int count) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int i = 1; i < count; i++) {
            rows.add(row(i, "street"));
        }
        return rows;
    }

    private static String row(int number, String location) {
        return "LDN-" + number + ",crime,2025-06-15,2025-06-17,Hackney,arab,race,violence-with-injury," + location
                + ",,police,charged-or-summonsed,no";
    }

    private IdentifierGate.Findings findIn(List<String> rows) throws IOException {
        return findIn(rows, "extract.csv");
    }

    private IdentifierGate.Findings findIn(List<String> rows, String name) throws IOException {
        return findIn("london-synthetic", write(rows, name));
    }

    private Path write(List<String> rows, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
            out.write((String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static IdentifierGate.Findings findIn(String profileCode, Path file) {
        SourceProfile profile = SourceProfiles.shipped(profileCode);
        ExtractInspection inspection = ExtractInspection.inspect(file, profile);
        return new IdentifierGate(profile, ReadingPlan.of(profile, inspection.header()))
                .findIn(inspection, ColumnSample.of(inspection, profile.format()));
    }
}
