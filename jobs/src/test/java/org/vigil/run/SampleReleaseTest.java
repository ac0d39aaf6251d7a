package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.geography.Geography;
import org.vigil.release.AlarmsTable;
import org.vigil.release.CountsTable;
import org.vigil.release.EventEffectsTable;
import tech.tablesaw.api.Row;

/** The committed samples give what their generator's own books say, which no part of the pipeline was asked for. */
final class SampleReleaseTest {
    private static final Path SAMPLES = Path.of("../data-samples");
    private static final String WHOLE = Geography.load("london").wholeAreaCode();

    private static PublishedRun run;
    private static JsonNode expected;

    @BeforeAll
    static void runOnce(@TempDir Path releases) throws IOException {
        run = PublishedRun.of(SAMPLES.resolve("vigil.yaml"), releases);
        expected = new YAMLMapper().readTree(SAMPLES.resolve("expected.yaml").toFile());
    }

    @Test
    void everyRecordOfEveryExtractMeetsItsFate() {
        Map<String, SortedMap<String, Long>> wanted = new LinkedHashMap<>();
        Map<String, SortedMap<String, Long>> found = new LinkedHashMap<>();
        for (JsonNode extract : expected.get("extracts")) {
            String id = "london-synthetic-" + extract.get("extract-date").asText();
            SortedMap<String, Long> fates = new TreeMap<>();
            Stream.of("read", "accepted", "superseded", "duplicate", "out-of-scope", "quarantined")
                    .forEach(fate -> fates.put(
                            fate.replace('-', '_') + "/all", extract.get(fate).asLong()));
            fates.put("merged/all", 0L);
            extract.get("quarantined-by-rule")
                    .properties()
                    .forEach(rule -> fates.put(
                            "quarantined/" + rule.getKey(), rule.getValue().asLong()));
            wanted.put(id, fates);
            SortedMap<String, Long> quality = run.quality(id);
            quality.keySet()
                    .removeIf(key -> key.startsWith("finding/")
                            || key.startsWith("physical_rows/")
                            || (key.startsWith("out_of_scope/") && !key.endsWith("/all")));
            found.put(id, quality);
        }
        assertEquals(text(wanted), text(found));
    }

    @Test
    void countsByMonthOccurred() {
        assertEquals(text(wantedMonths("months-by-occurred-date")), text(foundMonths("occurred")));
    }

    @Test
    void countsByMonthRecorded() {
        assertEquals(text(wantedMonths("months-by-recorded-date")), text(foundMonths("recorded")));
    }

    @Test
    void countsEachRecordClassByItself() {
        for (String recordClass : List.of("crime", "non-crime-incident", "terrorism-related")) {
            assertEquals(
                    expected.get("counted-incidents").get(recordClass).asLong(),
                    total(run.series("occurred", recordClass, WHOLE, "all", "month")),
                    recordClass);
        }
    }

    @Test
    void countsEveryAreaAndAddsUpToTheWhole() {
        SortedMap<String, Long> found = new TreeMap<>();
        long sum = 0;
        for (Map.Entry<String, JsonNode> area : expected.get("areas").properties()) {
            SortedMap<LocalDate, Long> series = run.series("occurred", "both", area.getKey(), "all", "month");
            found.put(area.getKey(), total(series));
            sum += area.getValue().asLong();
        }
        SortedMap<String, Long> wanted = new TreeMap<>();
        expected.get("areas")
                .properties()
                .forEach(a -> wanted.put(a.getKey(), a.getValue().asLong()));
        assertEquals(text(wanted), text(found));
        assertEquals(sum, total(run.series("occurred", "both", WHOLE, "all", "month")));
    }

    @Test
    void saysThatTheCityOfLondonIsNotCovered() {
        long rows = 0;
        for (Row row : run.release()
                .table(
                        CountsTable.TABLE,
                        List.of(CountsTable.INCIDENT_COUNT, CountsTable.INCIDENT_COUNT_STATUS),
                        Map.of(CountsTable.AREA_CODE, java.util.Set.of("E09000001")))) {
            assertTrue(row.isMissing(CountsTable.INCIDENT_COUNT.name()));
            assertTrue(row.getString(CountsTable.INCIDENT_COUNT_STATUS.name()).contains("[x]"));
            rows++;
        }
        assertTrue(rows > 0);
    }

    @Test
    void judgesTheNewestWeeksOfEverySeriesByTheCountsThatArePublished() {
        Map<String, Long> published = new TreeMap<>();
        for (Row row : run.release()
                .table(
                        CountsTable.TABLE,
                        List.of(
                                CountsTable.AREA_CODE,
                                CountsTable.COMMUNITY_CODE,
                                CountsTable.PERIOD_START_DATE,
                                CountsTable.INCIDENT_COUNT),
                        Map.of(
                                CountsTable.PERIOD_TYPE,
                                Set.of("iso_week"),
                                CountsTable.RECORD_CLASS,
                                Set.of("crime")))) {
            LocalDate week = row.getDate(CountsTable.PERIOD_START_DATE.name());
            boolean isWholeArea = row.getString(CountsTable.AREA_CODE.name()).equals(WHOLE);
            // Eight weeks, and a year of the whole area; the newest begins on 22 December 2025.
            LocalDate first = isWholeArea ? LocalDate.of(2024, 12, 30) : LocalDate.of(2025, 11, 3);
            if (!row.isMissing(CountsTable.INCIDENT_COUNT.name()) && !week.isBefore(first)) {
                published.put(
                        row.getString(CountsTable.AREA_CODE.name()) + " "
                                + row.getString(CountsTable.COMMUNITY_CODE.name()) + " " + week,
                        row.getLong(CountsTable.INCIDENT_COUNT.name()));
            }
        }
        Map<String, Long> judged = new TreeMap<>();
        SortedMap<String, Integer> statuses = new TreeMap<>();
        int alarms = 0;
        for (Row row : run.release().table(AlarmsTable.TABLE, AlarmsTable.TABLE.columns(), Map.of())) {
            judged.put(
                    row.getString(CountsTable.AREA_CODE.name()) + " "
                            + row.getString(CountsTable.COMMUNITY_CODE.name()) + " "
                            + row.getDate(AlarmsTable.WEEK_START_DATE.name()),
                    row.getLong(AlarmsTable.INCIDENT_COUNT.name()));
            statuses.merge(row.getString(AlarmsTable.MODEL_STATUS.name()), 1, Integer::sum);
            alarms += row.getBoolean(AlarmsTable.IS_ALARM.name()) ? 1 : 0;
        }
        assertEquals(published, judged);
        // The samples hold more than four years before the newest week.
        assertTrue(statuses.getOrDefault("ok", 0) > 0, statuses.toString());
        assertTrue(
                Set.of("ok", "reduced_model", "zero_baseline", "medium_history").containsAll(statuses.keySet()),
                statuses.toString());
        assertTrue(alarms > 0, "no alarm in eight weeks of hundreds of series");
    }

    /** The truth is that of the generator's books; what is published is compared with it window by window. */
    @Test
    void intervalsOfEffectsHoldTheTrueExcess() throws IOException {
        Map<String, PublishedEffect> effects = publishedEffects();
        List<String> truth = Files.readAllLines(SAMPLES.resolve("truth.csv"));
        List<String> header = List.of(truth.get(0).split(","));
        Map<Integer, Integer> windows = new TreeMap<>();
        Map<Integer, Integer> covered = new TreeMap<>();
        for (String line : truth.subList(1, truth.size())) {
            String[] cells = line.split(",", -1);
            for (int last : List.of(6, 13, 27, 55)) {
                String excess = cells[header.indexOf("crime_excess_days_0_" + last)];
                PublishedEffect effect = effects.get(cells[0] + " " + cells[1] + " " + last);
                if (!excess.isEmpty() && effect != null) {
                    windows.merge(last, 1, Integer::sum);
                    covered.merge(last, effect.covers(Long.parseLong(excess)) ? 1 : 0, Integer::sum);
                }
            }
        }
        assertEquals(Map.of(6, 23, 13, 23, 27, 23, 55, 21), windows);
        windows.forEach((last, number) ->
                assertTrue(covered.getOrDefault(last, 0) >= 0.9 * number, "covered " + covered + " of " + windows));
        for (String community : List.of("jewish", "muslim")) {
            assertEquals(
                    "above_usual",
                    Objects.requireNonNull(effects.get("2023-10-07-hamas-attack-israel " + community + " 27"))
                            .verdict());
        }
    }

    /** An excess with its interval, and the verdict on it. */
    private record PublishedEffect(long lower, long upper, String verdict) {
        boolean covers(long excess) {
            return lower <= excess && excess <= upper;
        }
    }

    /** Effects in the whole area that have an estimate, by event, community and last day of the windows from the event on. */
    private static Map<String, PublishedEffect> publishedEffects() {
        Map<String, PublishedEffect> effects = new TreeMap<>();
        for (Row row : run.release()
                .table(
                        EventEffectsTable.TABLE,
                        EventEffectsTable.TABLE.columns(),
                        Map.of(
                                EventEffectsTable.AREA_CODE, Set.of(WHOLE),
                                EventEffectsTable.WINDOW_KIND, Set.of("cumulative")))) {
            if (!row.isMissing(EventEffectsTable.EXCESS.name())) {
                effects.put(
                        row.getString(EventEffectsTable.EVENT_ID.name()) + " "
                                + row.getString(EventEffectsTable.COMMUNITY_CODE.name()) + " "
                                + row.getLong(EventEffectsTable.WINDOW_LAST.name()),
                        new PublishedEffect(
                                row.getLong(EventEffectsTable.EXCESS_LOWER95.name()),
                                row.getLong(EventEffectsTable.EXCESS_UPPER95.name()),
                                row.getString(EventEffectsTable.VERDICT.name())));
            }
        }
        return effects;
    }

    @Test
    void isIntactAndMarkedSynthetic() {
        run.release().requireIntact();
        assertTrue(run.release().manifest().marking().contains("they describe nobody"));
    }

    private static SortedMap<String, SortedMap<String, Long>> wantedMonths(String key) {
        SortedMap<String, SortedMap<String, Long>> months = new TreeMap<>();
        expected.get(key).properties().forEach(month -> {
            SortedMap<String, Long> counts = new TreeMap<>();
            month.getValue()
                    .properties()
                    .forEach(c -> counts.put(c.getKey(), c.getValue().asLong()));
            months.put(month.getKey(), counts);
        });
        return months;
    }

    private static SortedMap<String, SortedMap<String, Long>> foundMonths(String basis) {
        SortedMap<String, SortedMap<String, Long>> months = new TreeMap<>();
        for (String name : List.of("both", "crime", "non-crime-incident", "terrorism-related")) {
            add(months, name, run.series(basis, name, WHOLE, "all", "month"));
        }
        for (String community : List.of("jewish", "muslim", "transgender")) {
            add(months, community, run.series(basis, "both", WHOLE, community, "month"));
        }
        return months;
    }

    private static void add(
            SortedMap<String, SortedMap<String, Long>> months, String name, SortedMap<LocalDate, Long> series) {
        series.forEach((start, count) -> months.computeIfAbsent(
                        start.toString().substring(0, "yyyy-MM".length()), month -> new TreeMap<>())
                .put(name, count));
    }

    private static long total(SortedMap<LocalDate, Long> series) {
        return series.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One entry a line, so that a difference is easy to see. */
    private static String text(Map<String, ?> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(
                (key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
