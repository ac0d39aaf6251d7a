package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.geography.Geography;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.TrendsTable;
import tech.tablesaw.api.Row;

/** Figures of the Metropolitan Police's file, from the release of a run; skipped where the file is not beside the project. */
final class MetReleaseTest {
    private static final String WHOLE = Geography.load("london").wholeAreaCode();

    private static PublishedRun run;

    @BeforeAll
    static void runOnce(@TempDir Path releases) {
        RealExtracts.requireThere("london-mps-hate-crime/mps_hate_and_special_crime_borough_month_201004_202105.csv");
        run = PublishedRun.of(Path.of("configurations/met-hate-crime-counts.yaml"), releases);
    }

    @Test
    void countsIslamophobicOffences() {
        assertEquals(List.of(22L, 109L, 113L, 60L), months("muslim", "2013-04", 4));
        assertEquals(List.of(162L, 156L), months("muslim", "2015-11", 2));
        assertEquals(List.of(141L, 86L, 138L, 368L, 221L), months("muslim", "2017-03", 5));
        assertEquals(List.of(153L), months("muslim", "2019-03", 1));
    }

    @Test
    void countsAntisemiticOffences() {
        assertEquals(List.of(20L, 56L, 56L, 43L), months("jewish", "2014-06", 4));
        assertEquals(List.of(66L, 210L), months("jewish", "2021-04", 2));
    }

    @Test
    void countsRacistAndReligiousOffences() {
        assertEquals(List.of(1411L, 1555L, 2141L, 1625L), months("racist-and-religious", "2016-05", 4));
        assertEquals(List.of(1263L, 1647L, 2458L, 2355L), months("racist-and-religious", "2020-04", 4));
    }

    @Test
    void countsEveryFlagOfTheWholeFile() {
        Map<String, Long> totals = Map.of(
                "jewish", 4_800L,
                "disability", 3_652L,
                "faith", 17_279L,
                "lesbian-gay-bisexual", 21_338L,
                "muslim", 9_762L,
                "racist-and-religious", 158_258L,
                "transgender", 1_788L);
        totals.forEach((community, total) -> assertEquals(
                total,
                months(community, "2010-04", 134).stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                community));
    }

    @Test
    void hasNoTotal() {
        assertEquals(Map.of(), run.series("recorded", "crime", WHOLE, "all", "month"));
    }

    @Test
    void hasNoFigureForTheCityOfLondon() {
        Set<String> statuses = new TreeSet<>();
        for (Row row : run.release()
                .table(
                        CountsTable.TABLE,
                        List.of(CountsTable.INCIDENT_COUNT, CountsTable.INCIDENT_COUNT_STATUS),
                        Map.of(CountsTable.AREA_CODE, Set.of("E09000001")))) {
            assertTrue(row.isMissing(CountsTable.INCIDENT_COUNT.name()));
            statuses.add(row.getString(CountsTable.INCIDENT_COUNT_STATUS.name()));
        }
        assertEquals(Set.of("[x]", "[p] [x]"), statuses);
    }

    @Test
    void leavesDomesticAbuseAndSpecialCrimesOut() {
        Map<String, Long> quality = run.quality("met-hate-crime-counts-2021-07-01");
        assertEquals(759L, quality.get("physical_rows/all"));
        assertEquals(33L * 23 * 134, quality.get("read/all"));
        assertEquals(70_752L, quality.get("out_of_scope/all"));
        assertEquals(33L * 7 * 134, quality.get("accepted/all"));
        assertEquals(0L, quality.get("quarantined/all"));
    }

    @Test
    void countsWholeMonthsOnly() {
        assertEquals(Map.of(), run.series("recorded", "crime", WHOLE, "jewish", "iso_week"));
        assertEquals(
                LocalDate.of(2021, 5, 1),
                run.series("recorded", "crime", WHOLE, "jewish", "month").lastKey());
    }

    /** Counts added up from the file by a script; limits from scipy.stats.beta.ppf. Figures from 6 April 2021 on are provisional. */
    @Test
    void comparesMonthsAndYearsWithThoseBefore() {
        assertEquals("153 160 -4.4 -23.9 20.1 | 1274 1667 -23.6 -29.0 -17.7", trend("muslim", "2019-03-01"));
        assertEquals("68 34 100.0 30.7 211.4 [u] | 609 611 -0.3 -11.1 11.7", trend("jewish", "2021-03-01"));
        assertEquals("210 54 [p] | 800 606 [p]", trend("jewish", "2021-05-01"));
    }

    private static String trend(String community, String month) {
        List<Column> columns = List.of(
                TrendsTable.INCIDENT_COUNT,
                TrendsTable.YEAR_BEFORE_COUNT,
                TrendsTable.CHANGE_PERCENT,
                TrendsTable.CHANGE_LOWER95,
                TrendsTable.CHANGE_UPPER95,
                TrendsTable.CHANGE_STATUS,
                TrendsTable.ROLLING_COUNT,
                TrendsTable.ROLLING_YEAR_BEFORE_COUNT,
                TrendsTable.ROLLING_CHANGE_PERCENT,
                TrendsTable.ROLLING_CHANGE_LOWER95,
                TrendsTable.ROLLING_CHANGE_UPPER95,
                TrendsTable.ROLLING_CHANGE_STATUS,
                TrendsTable.MONTH_START_DATE);
        for (Row row : run.release()
                .table(
                        TrendsTable.TABLE,
                        columns,
                        Map.of(
                                TrendsTable.AREA_CODE, Set.of(WHOLE),
                                TrendsTable.COMMUNITY_CODE, Set.of(community)))) {
            if (row.getDate(TrendsTable.MONTH_START_DATE.name()).equals(LocalDate.parse(month))) {
                return text(row, columns.subList(0, 6)) + " | " + text(row, columns.subList(6, 12));
            }
        }
        return "no row";
    }

    private static String text(Row row, List<Column> columns) {
        return columns.stream()
                .filter(column -> !row.isMissing(column.name()))
                .map(column -> String.valueOf(row.getObject(column.name())))
                .collect(Collectors.joining(" "));
    }

    private static List<Long> months(String community, String first, int count) {
        return run.months("recorded", WHOLE, community, first, count);
    }

    @Test
    void seesTheRisesAfterAttacksAndConflicts() {
        assertEquals("222 against 59.1 [30, 96], above_usual", twoMonths("2013-05-22-woolwich-murder", "muslim"));
        assertEquals("112 against 33.8 [13, 63], above_usual", twoMonths("2014-07-08-gaza-conflict-2014", "jewish"));
        assertEquals(
                "506 against 288.5 [178, 424], above_usual", twoMonths("2017-06-03-london-bridge-attack", "muslim"));
        assertEquals(
                "210 against 54.4 [30, 84], above_usual",
                run.effect(WHOLE, "2021-05-10-gaza-conflict-2021", "jewish", "disjoint", 0, 0));
    }

    @Test
    void seesTheRiseOfTheReferendumInItsSecondMonthOnly() {
        String event = "2016-06-23-eu-referendum";
        String community = "racist-and-religious";
        assertEquals(
                "1555 against 1505.5 [1207, 1836], no_clear_change",
                run.effect(WHOLE, event, community, "disjoint", 0, 0));
        assertEquals(
                "2141 against 1587.4 [1233, 1985], above_usual", run.effect(WHOLE, event, community, "disjoint", 1, 1));
        assertEquals("3696 against 3092.9 [2513, 3731], no_clear_change", twoMonths(event, community));
    }

    @Test
    void saysNothingOfTheSummerOf2020TooSoonAfterTheRestrictions() {
        assertEquals("short_after_break", twoMonths("2020-05-25-george-floyd-murder", "racist-and-religious"));
    }

    @Test
    void holdsWhatMonthsWithoutAnEventRecorded() {
        double share = run.coveredShare();
        assertTrue(share > 0.93 && share < 0.97, "covered " + share);
    }

    private static String twoMonths(String eventId, String community) {
        return run.effect(WHOLE, eventId, community, "cumulative", 0, 1);
    }
}
