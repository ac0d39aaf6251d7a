package org.vigil.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.geography.Geography;

class ShippedProfilesTest {
    private static final Path REAL = Path.of("../../shared/real-data");

    static List<String> codes() {
        return SourceProfiles.shippedCodes();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyShippedProfileIsFreeOfProblemsAndNamedAsItsFile(String code) {
        SourceProfile profile = SourceProfiles.shipped(code);

        assertEquals(code, profile.code());
    }

    @Test
    void refusesACodeThatIsNotShipped() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> SourceProfiles.shipped("met"));

        assertEquals(
                "no shipped profile \"met\"; expected one of canonical, fbi-hate-crime, london-synthetic, met-hate-crime-counts, "
                        + "nypd-hate-crimes",
                refusal.getMessage());
    }

    @Test
    void onlyTheSamplesAreSynthetic() {
        assertEquals(
                List.of("london-synthetic"),
                codes().stream()
                        .filter(code -> SourceProfiles.shipped(code).meaning().isSynthetic())
                        .toList());
    }

    @Test
    void sourcesThatAreAlreadyPublicSayWhereAndUnderWhichLicence() {
        List<SourceProfile> published = codes().stream()
                .map(SourceProfiles::shipped)
                .filter(profile -> profile.meaning().isAlreadyPublic())
                .toList();

        assertEquals(
                List.of("fbi-hate-crime", "met-hate-crime-counts", "nypd-hate-crimes"),
                published.stream().map(SourceProfile::code).toList());
        assertTrue(published.stream()
                .allMatch(profile -> profile.meaning().address().isPresent()
                        && profile.meaning().licence().isPresent()));
    }

    @Test
    void canonicalReadsDaysAndMonthsAndKeepsABlankApartFromUnknown() {
        SourceProfile profile = SourceProfiles.shipped("canonical");

        assertEquals(
                Optional.of(
                        new FieldReading.Date("occurred_date", List.of("yyyy-MM-dd", "yyyy-MM"), Locale.ROOT, 2000)),
                profile.reading(Field.OCCURRED_DATE));
        assertEquals(List.of("not-stated"), labels(profile, Field.LOCATION_TYPE).get(""));
        assertEquals(
                List.of("not-stated"), labels(profile, Field.TARGET_COMMUNITIES).get(""));
        assertEquals(List.of("unknown"), labels(profile, Field.AREA).get(""));
        assertFalse(labels(profile, Field.CONTEXT).containsKey(""), "no context is the usual case and no code");
        assertEquals(new Identity(Identity.Kind.SOURCE_ID, List.of("incident_id")), profile.identity());
        assertTrue(profile.coveredCommunities().containsAll(Set.of("jewish", "muslim", "transgender", "women")));
        assertFalse(profile.coveredCommunities().contains("racist-and-religious"));
        assertFalse(profile.coveredCommunities().contains("not-stated"));
    }

    @Test
    void theSamplesAreReadAsCanonicalFilesAre() {
        assertEquals(
                SourceProfiles.shipped("canonical").fields(),
                SourceProfiles.shipped("london-synthetic").fields());
    }

    @Test
    void nypdMergesArrestsAndCorrectsMonthsAfterTheRecord() {
        SourceProfile profile = SourceProfiles.shipped("nypd-hate-crimes");

        assertEquals(new Identity(Identity.Kind.SOURCE_ID_MERGED, List.of("Full Complaint ID")), profile.identity());
        assertEquals(
                Optional.of(new FieldReading.YearAndMonth(
                        "Complaint Year Number", "Month Number", Optional.of(Field.RECORDED_DATE))),
                profile.reading(Field.OCCURRED_DATE));
        assertEquals(new SourceProfile.Series("recorded", true, 8), profile.series());
        assertEquals(29, profile.coveredCommunities().size());
    }

    @Test
    void fbiReadsCapitalsWithTwoDigitYears() {
        SourceProfile profile = SourceProfiles.shipped("fbi-hate-crime");

        assertEquals(
                Optional.of(
                        new FieldReading.Date("INCIDENT_DATE", List.of("dd-MMM-yy", "yyyy-MM-dd"), Locale.US, 1990)),
                profile.reading(Field.OCCURRED_DATE));
        assertEquals(LocalDate.of(2015, 1, 1), profile.coveredFrom().get("sikh"));
        assertEquals(34, profile.coveredCommunities().size());
    }

    @Test
    void metReadsSevenFlagsAndLeavesOutDomesticAbuse() {
        SourceProfile profile = SourceProfiles.shipped("met-hate-crime-counts");

        assertEquals(
                Set.of(
                        "jewish",
                        "muslim",
                        "faith",
                        "racist-and-religious",
                        "lesbian-gay-bisexual",
                        "transgender",
                        "disability"),
                profile.coveredCommunities());
        assertFalse(profile.meaning().hasTotal());
        assertEquals("Metropolitan Police area (32 boroughs)", profile.meaning().wholeAreaLabel());
        assertEquals(
                Set.of("Domestic Abuse", "Domestic Abuse Homicide", "Domestic Abuse VWI"),
                profile.outOfScope().get(1).labels());
        assertEquals(
                Set.of(FieldReading.HEADER_COLUMN, FieldReading.VALUE_COLUMN, "Borough", "MinorText", "MajorText"),
                profile.labelColumns());
    }

    @Test
    void everyWordOfTheNypdFilesHasACode() throws IOException {
        for (String file : List.of(
                "NYPD_Hate_Crimes_2019_2025.csv",
                "NYPD_Hate_Crimes_20240929.csv",
                "NYPD_Hate_Crimes_excel_resaved.csv")) {
            assertEquals(Set.of(), unmapped("nypd-hate-crimes", real("nyc-nypd-hate-crimes/" + file)), file);
        }
    }

    @Test
    void everyWordOfTheFbiFileHasACode() throws IOException {
        assertEquals(Set.of(), unmapped("fbi-hate-crime", real("us-fbi-hate-crime/hate_crime_1991_2020.csv.gz")));
    }

    @Test
    void everyWordOfTheMetFileHasACodeOrIsOutOfScope() throws IOException {
        Path file = real("london-mps-hate-crime/mps_hate_and_special_crime_borough_month_201004_202105.csv");

        assertEquals(Set.of(), unmapped("met-hate-crime-counts", file));
    }

    private static Path real(String path) {
        Path file = REAL.resolve(path);
        assumeTrue(Files.exists(file), "the real files are not on this machine");
        return file;
    }

    /** Field and word of everything that stands in a coded column of a file, is in scope and has no meaning. */
    private static Set<String> unmapped(String code, Path file) throws IOException {
        SourceProfile profile = SourceProfiles.shipped(code);
        Geography geography = Geography.load(profile.geographyCode());
        Set<String> unmapped = new TreeSet<>();
        try (BufferedReader in = open(file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                if (profile.outOfScope().stream().anyMatch(out -> out.labels().contains(row.getField(out.column())))) {
                    continue;
                }
                profile.fields().forEach((field, reading) -> {
                    if (reading instanceof FieldReading.Labels labels) {
                        words(labels, row).stream()
                                .filter(word -> !labels.labels().containsKey(word))
                                .filter(word -> labels.vocabulary() != FieldReading.Vocabulary.GEOGRAPHY
                                        || geography.findIndex(word).isEmpty())
                                .forEach(word -> unmapped.add(field.code() + ": " + word));
                    }
                });
            }
        }
        return unmapped;
    }

    private static Set<String> words(FieldReading.Labels labels, NamedCsvRecord row) {
        Set<String> words = new HashSet<>();
        for (String column : labels.columns()) {
            String cell = row.getField(column);
            labels.separator().ifPresentOrElse(s -> words.addAll(Arrays.asList(cell.split(s))), () -> words.add(cell));
        }
        return words;
    }

    private static BufferedReader open(Path file) throws IOException {
        return file.toString().endsWith(".gz")
                ? new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))
                : Files.newBufferedReader(file);
    }

    private static Map<String, List<String>> labels(SourceProfile profile, Field field) {
        return ((FieldReading.Labels) profile.reading(field).orElseThrow()).labels();
    }
}
