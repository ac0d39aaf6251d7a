package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.geography.Geography;
import org.vigil.release.AlarmsTable;
import org.vigil.release.DailyCountsTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.Table;
import org.vigil.release.TrendsTable;
import tech.tablesaw.api.Row;

/** Figures of the Federal Bureau of Investigation's master file, from the release of a run; skipped where it is not beside the project. */
final class FbiReleaseTest {
    private static final String WHOLE = Geography.load("us-states").wholeAreaCode();

    private static PublishedRun run;

    @BeforeAll
    static void runOnce(@TempDir Path releases) {
        RealExtracts.requireThere("us-fbi-hate-crime/hate_crime_1991_2020.csv.gz");
        run = PublishedRun.of(Path.of("configurations/fbi-hate-crime.yaml"), releases);
    }

    @Test
    void acceptsEveryIncident() {
        Map<String, Long> quality = run.quality("fbi-hate-crime-2021-12-09");
        assertEquals(219_577L, quality.get("read/all"));
        assertEquals(219_577L, quality.get("accepted/all"));
        assertEquals(0L, quality.get("quarantined/all"));
    }

    @Test
    void countsIncidentsOnceAndMentionsEach() {
        long incidents = 0;
        long mentions = 0;
        for (Row row : run.release()
                .table(
                        DailyCountsTable.TABLE,
                        List.of(DailyCountsTable.COMMUNITY_CODE, DailyCountsTable.INCIDENT_COUNT))) {
            long count = row.getLong(DailyCountsTable.INCIDENT_COUNT.name());
            if (row.getString(DailyCountsTable.COMMUNITY_CODE.name()).equals("all")) {
                incidents += count;
            } else {
                mentions += count;
            }
        }
        assertEquals(219_577L, incidents);
        assertEquals(220_746L, mentions);
    }

    /** Who reports changes from year to year: a month without a record is no month without an incident. */
    @Test
    void hasNoTrendsAndNoAlarms() {
        for (Table table : List.of(TrendsTable.TABLE, AlarmsTable.TABLE)) {
            assertEquals(
                    0,
                    run.release()
                            .table(table, List.of(EventEffectsTable.SOURCE_CODE))
                            .rowCount());
        }
    }

    @Test
    void countsEachYear() {
        List<Long> years = List.of(
                4_589L, 6_667L, 7_608L, 5_954L, 7_950L, 8_790L, 8_107L, 7_902L, 7_944L, 8_219L, 9_730L, 7_485L, 7_545L,
                7_685L, 7_411L, 7_715L, 7_625L, 8_039L, 6_613L, 6_633L, 6_299L, 6_594L, 6_044L, 5_599L, 5_871L, 6_276L,
                7_321L, 7_171L, 7_892L, 10_299L);
        SortedMap<Integer, Long> found = new TreeMap<>();
        run.series("occurred", "crime", WHOLE, "all", "month")
                .forEach((month, count) -> found.merge(month.getYear(), count, Long::sum));
        assertEquals(1991, found.firstKey());
        assertEquals(years, List.copyOf(found.values()));
    }

    @Test
    void countsTheMonthsAroundSeptember2001() {
        assertEquals(List.of(5L, 3L, 330L, 94L, 25L), months("muslim", "2001-07", 5));
        assertEquals(List.of(1L, 2L, 178L, 48L, 11L), months("arab", "2001-07", 5));
    }

    @Test
    void countsTheSpringOf2020AndOf1992() {
        assertEquals(List.of(17L, 14L, 52L, 52L, 41L, 41L), months("asian", "2020-01", 6));
        assertEquals(List.of(139L, 248L, 729L, 505L), months("black", "2020-04", 4));
        assertEquals(List.of(99L, 123L, 296L, 129L), months("white", "1992-03", 4));
    }

    @Test
    void countsTheBusiestDays() {
        SortedMap<LocalDate, Long> days = run.days("all");
        assertEquals(147L, days.get(LocalDate.of(2001, 9, 11)));
        assertEquals(178L, days.get(LocalDate.of(2001, 9, 12)));
        assertEquals(150L, days.get(LocalDate.of(2001, 9, 13)));
        assertEquals(
                178L, days.values().stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    @Test
    void keepsBiasesTakenUpLaterApartFromZero() {
        assertEquals(
                2013,
                run.series("occurred", "crime", WHOLE, "transgender", "month")
                        .firstKey()
                        .getYear());
    }

    private static List<Long> months(String community, String first, int count) {
        return run.months("occurred", WHOLE, community, first, count);
    }

    @Test
    void seesWhatFollowedSeptember2001AndLosAngeles() {
        assertEquals("356 against 8.0 [1, 18], above_usual", fourWeeks("2001-09-11-attacks-united-states", "muslim"));
        assertEquals("188 against 2.3 [0, 7], above_usual", fourWeeks("2001-09-11-attacks-united-states", "arab"));
        assertEquals("328 against 104.1 [56, 165], above_usual", fourWeeks("1992-04-29-los-angeles-unrest", "white"));
        assertEquals(
                "244 against 184.1 [121, 259], no_clear_change", fourWeeks("1992-04-29-los-angeles-unrest", "black"));
    }

    @Test
    void seesTheRisesOf2020() {
        assertEquals("600 against 192.0 [144, 246], above_usual", fourWeeks("2020-05-25-george-floyd-murder", "black"));
        assertEquals("62 against 18.0 [8, 31], above_usual", fourWeeks("2020-03-11-pandemic-declared", "asian"));
    }

    @Test
    void holdsWhatDatesWithoutAnEventRecorded() {
        double share = run.coveredShare();
        assertTrue(share > 0.93 && share < 0.97, "covered " + share);
    }

    private static String fourWeeks(String eventId, String community) {
        return run.effect(WHOLE, eventId, community, "cumulative", 0, 27);
    }
}
