package org.vigil.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration set: what is committed, what its books say, and what is in its files. */
class SampleWriterTest {
    private static final Path COMMITTED = Path.of("..", "data-samples");

    private static Path folder;
    private static SampleResult result;
    private static ExtractsOnDisk found;
    private static JsonNode expected;

    @BeforeAll
    static void makeTheSet(@TempDir Path target) throws IOException {
        folder = target;
        result = SampleWriter.write(SampleParameters.demonstration(), folder);
        found = ExtractsOnDisk.readFrom(folder);
        expected = new ObjectMapper(new YAMLFactory())
                .readTree(result.expectation().toFile());
    }

    @Test
    void committedSetIsWhatTheGeneratorMakes() throws IOException {
        List<String> made = names(folder);
        List<String> committed = names(COMMITTED).stream()
                .filter(name -> !name.equals("README.md"))
                .toList();
        assertEquals(made, committed);
        for (String name : made) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve(name)), Files.readAllBytes(COMMITTED.resolve(name)), name);
        }
    }

    @Test
    void naiveReaderFindsTheFatesThatTheBooksExpect() {
        for (JsonNode extract : expected.get("extracts")) {
            Map<String, Integer> counts = new TreeMap<>();
            for (String fate : List.of("read", "accepted", "superseded", "duplicate", "blank-lines")) {
                put(counts, fate, extract.get(fate).asInt());
            }
            put(counts, "header-repeated", extract.get("out-of-scope").asInt());
            extract.get("quarantined-by-rule")
                    .properties()
                    .forEach(rule -> put(counts, rule.getKey(), rule.getValue().asInt()));
            assertEquals(
                    counts,
                    found.counts(extract.get("file").asText()),
                    extract.get("file").asText());
        }
    }

    @Test
    void naiveReaderFindsTheMonthlyCountsThatTheBooksExpect() {
        Predicate<ExtractsOnDisk.Row> isHateIncident = row -> !isOf(row, "terrorism-related");
        Map<String, Predicate<ExtractsOnDisk.Row>> tests = new TreeMap<>(Map.of(
                "both", isHateIncident,
                "crime", row -> isOf(row, "crime"),
                "non-crime-incident", row -> isOf(row, "non-crime-incident"),
                "terrorism-related", row -> isOf(row, "terrorism-related")));
        for (String community : Expectation.COUNTED_COMMUNITIES) {
            tests.put(
                    community,
                    isHateIncident.and(
                            row -> row.list(CanonicalColumn.TARGET_COMMUNITIES).contains(community)));
        }
        Map.of(
                        "months-by-occurred-date",
                        CanonicalColumn.OCCURRED_DATE,
                        "months-by-recorded-date",
                        CanonicalColumn.RECORDED_DATE)
                .forEach((name, column) -> tests.forEach((measure, test) -> assertEquals(
                        booked(expected.get(name), measure), found.months(column, test), name + " " + measure)));
    }

    @Test
    void naiveReaderFindsTheAreaCountsThatTheBooksExpect() {
        Map<String, Integer> areas = found.counted().stream()
                .filter(row -> !isOf(row, "terrorism-related"))
                .collect(Collectors.toMap(found::areaCode, row -> 1, Integer::sum, TreeMap::new));
        Map<String, Integer> booked = new TreeMap<>();
        expected.get("areas")
                .properties()
                .forEach(area -> booked.put(area.getKey(), area.getValue().asInt()));
        assertEquals(booked, areas);
        assertEquals(34, areas.size());
    }

    @Test
    void everyKindOfDefectOccurs() {
        Map<String, Integer> met = new TreeMap<>();
        for (SampleResult.Extract extract : result.extracts()) {
            ExtractFates fates = extract.fates();
            fates.quarantined().forEach((rule, number) -> met.merge(rule, number, Integer::sum));
            fates.untidy().forEach((kind, number) -> met.merge(kind, number, Integer::sum));
            met.merge(Defect.HEADER_REPEATED.code(), fates.outOfScope(), Integer::sum);
            met.merge(Defect.BLANK_LINE.code(), fates.blankLines(), Integer::sum);
        }
        for (Defect defect : Defect.values()) {
            assertTrue(met.getOrDefault(defect.code(), 0) > 0, defect.code());
        }
    }

    @Test
    void changedWithdrawnAndRepeatedIncidentsOccur() {
        int withdrawn =
                result.extracts().stream().mapToInt(e -> e.fates().withdrawn()).sum();
        int superseded =
                result.extracts().stream().mapToInt(e -> e.fates().superseded()).sum();
        int duplicate =
                result.extracts().stream().mapToInt(e -> e.fates().duplicate()).sum();
        assertTrue(
                withdrawn > 100 && superseded > 100 && duplicate > 10, withdrawn + " " + superseded + " " + duplicate);
    }

    @Test
    void weeklyExtractsHoldOnlyNewAndChangedIncidents() {
        for (SampleResult.Extract extract :
                result.extracts().subList(1, result.extracts().size())) {
            assertTrue(extract.fates().read() < 400, extract.toString());
        }
        assertEquals(9, result.extracts().size());
    }

    @Test
    void halfOfTheRecordsAreEnteredWithinTwoDays() {
        int[] delays = found.counted().stream()
                .filter(row -> row.cell(CanonicalColumn.OCCURRED_DATE).length() == 10)
                .mapToInt(row -> (int) ChronoUnit.DAYS.between(
                        LocalDate.parse(row.cell(CanonicalColumn.OCCURRED_DATE)),
                        LocalDate.parse(row.cell(CanonicalColumn.RECORDED_DATE))))
                .sorted()
                .toArray();
        assertEquals(2, delays[delays.length / 2]);
        assertEquals(0, delays[0]);
        assertTrue(delays[delays.length * 99 / 100] > 60);
    }

    @Test
    void fourInAHundredRecordsNameTwoCommunities() {
        double share = found.counted().stream()
                        .filter(row ->
                                row.list(CanonicalColumn.TARGET_COMMUNITIES).size() == 2)
                        .count()
                / (double) found.counted().size();
        assertEquals(0.04, share, 0.006);
    }

    @Test
    void drawnExcessIsPoissonAroundTheExpectedOne() throws IOException {
        double sumOfSquares = 0;
        int responses = 0;
        List<String> lines = Files.readAllLines(result.truth());
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double expectedExcess = Double.parseDouble(cells[7]);
            int drawn = Integer.parseInt(cells[8]);
            if (expectedExcess == 0) {
                assertEquals(0, drawn, line);
            } else {
                double standardised = (drawn - expectedExcess) / Math.sqrt(expectedExcess * 1.3);
                sumOfSquares += standardised * standardised;
                responses++;
            }
            assertTrue(Integer.parseInt(cells[9]) <= drawn, line);
        }
        assertEquals(21, responses);
        // chi-squared with 21 degrees of freedom is outside 6.4 to 46.8 in two of a thousand cases
        assertTrue(sumOfSquares > 6.4 && sumOfSquares < 46.8, Double.toString(sumOfSquares));
    }

    @Test
    void excessCanBeSeenInTheExtracts() {
        Map<String, Integer> months = found.months(
                CanonicalColumn.OCCURRED_DATE,
                row -> row.list(CanonicalColumn.TARGET_COMMUNITIES).contains("jewish"));
        int september = months.getOrDefault("2023-09", 0);
        int october = months.getOrDefault("2023-10", 0);
        assertTrue(september > 0 && october > 3 * september, months.toString());
    }

    @Test
    void sameSeedGivesTheSameBytesAndAnotherSeedOthers(@TempDir Path first, @TempDir Path second, @TempDir Path third)
            throws IOException {
        LocalDate from = LocalDate.of(2024, 1, 1);
        SampleParameters small = new SampleParameters(7, from, from.plusWeeks(8), 40, 2, 0.05);
        SampleWriter.write(small, first);
        SampleWriter.write(small, second);
        SampleWriter.write(new SampleParameters(8, from, from.plusWeeks(8), 40, 2, 0.05), third);
        for (String name : names(first)) {
            assertArrayEquals(Files.readAllBytes(first.resolve(name)), Files.readAllBytes(second.resolve(name)), name);
        }
        String base = SampleWriter.fileName(from.plusWeeks(6));
        assertFalse(Arrays.equals(Files.readAllBytes(first.resolve(base)), Files.readAllBytes(third.resolve(base))));
    }

    @Test
    void parametersThatMakeNoSetAreRefusedTogether() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new SampleParameters(1, LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 15), 0, 3, 0.9));
        assertEquals(
                "Cannot make synthetic extracts: from is 2024-01-02, a TUESDAY; expected a Monday; "
                        + "incidents per week is 0.0; expected more than 0 and at most 100000; "
                        + "weekly extracts is 3; expected at least 0 and fewer than the 1 weeks from 2024-01-02 to 2024-01-15; "
                        + "defect share is 0.9; expected 0 to 0.5. Change these parameters.",
                refusal.getMessage());
    }

    private static boolean isOf(ExtractsOnDisk.Row row, String recordClass) {
        return row.cell(CanonicalColumn.RECORD_CLASS).equals(recordClass);
    }

    private static void put(Map<String, Integer> counts, String name, int number) {
        if (number > 0) {
            counts.put(name, number);
        }
    }

    private static Map<String, Integer> booked(JsonNode months, String measure) {
        Map<String, Integer> booked = new TreeMap<>();
        months.properties()
                .forEach(month -> put(
                        booked, month.getKey(), month.getValue().get(measure).asInt()));
        return booked;
    }

    private static List<String> names(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
