package org.vigil.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.vigil.cube.CountCube;
import org.vigil.event.MadeUpBreak;
import org.vigil.event.SeriesBreak;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Incidents;
import org.vigil.nowcast.Completeness;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.Column;
import org.vigil.release.NowcastsTable;
import org.vigil.release.TableRows;

final class NowcastsTabulationTest {
    private static final int JEWISH = CodeLists.communities().indexOf("jewish").orElseThrow();
    private static final SourceProfile SYNTHETIC = SourceProfiles.shipped("london-synthetic");

    /** A Monday. */
    private static final LocalDate START = LocalDate.of(2024, 7, 1);

    private static final int WEEKS = 60;
    private static final LocalDate LAST_WEEK = START.plusWeeks(WEEKS - 1L);

    @Test
    void estimatesTheFinalNumberOfEveryRecentWeek() {
        SourceFacts facts = facts(SYNTHETIC, arrivals(60));
        List<String> rows = tabulated(facts, List.of());
        List<String> all =
                rows.stream().filter(row -> row.startsWith("crime all ")).toList();
        assertEquals("crime all " + LAST_WEEK, all.get(all.size() - 1).substring(0, 20));
        assertTrue(all.size() >= 8, all.toString());
        String newest = all.get(all.size() - 1);
        assertTrue(newest.contains("[e] [p]") && newest.endsWith(" ok"), newest);
        String[] cells = newest.split(" \\| ");
        int reported = Integer.parseInt(cells[1].split(" ")[0]);
        int estimated = Integer.parseInt(cells[2]);
        assertTrue(reported < 40 && estimated > 45 && estimated < 80, newest);
        String oldest = all.get(0);
        assertTrue(oldest.contains("| 0.9") || oldest.contains("| 1"), oldest);
    }

    @Test
    void countsWhatWasRecordedUpToTheLastWholeWeek() {
        SourceFacts facts = facts(SYNTHETIC, arrivals(60));
        // One more, recorded on the day after: the week it belongs to is not over, so it is in no row.
        Incidents more = arrivals(60);
        LocalDate after = LAST_WEEK.plusWeeks(1);
        more.occurred(LAST_WEEK.toString())
                .recorded(after.toString())
                .communities(JEWISH)
                .add(0);
        assertEquals(tabulated(facts, List.of()), tabulated(facts(SYNTHETIC, more), List.of()));
    }

    @Test
    void learnsNothingFromBeforeABreak() {
        SourceFacts facts = facts(SYNTHETIC, arrivals(60));
        List<String> rows =
                tabulated(facts, List.of(seriesBreak(START.plusWeeks(29).plusDays(2))));
        assertTrue(rows.stream().allMatch(row -> row.endsWith(" insufficient_history")), rows.toString());
        assertTrue(rows.stream().allMatch(row -> row.contains("[x]")), rows.toString());
        List<String> enough = tabulated(facts, List.of(seriesBreak(START.plusWeeks(28))));
        assertFalse(enough.stream().anyMatch(row -> row.endsWith(" insufficient_history")), enough.toString());
        assertFalse(SourceDelays.of(facts, List.of(seriesBreak(START.plusWeeks(40))), List.of())
                .completeness()
                .isKnown());
    }

    @Test
    void saysWhyThereIsNoEstimate() {
        assertTrue(tabulated(facts(SourceProfiles.shipped("nypd-hate-crimes"), arrivals(60)), List.of()).stream()
                .allMatch(row -> row.endsWith(" extracts_not_weekly")));
        List<String> monthly =
                tabulated(facts(SourceProfiles.shipped("met-hate-crime-counts"), arrivals(60)), List.of());
        assertFalse(monthly.isEmpty());
        assertTrue(
                monthly.stream().allMatch(row -> row.contains("[z]") && row.endsWith(" months_only")),
                monthly.toString());
        List<String> unknown = tabulated(facts(SYNTHETIC, withoutRecorded(60)), List.of());
        assertTrue(unknown.stream().allMatch(row -> row.endsWith(" delays_not_known")), unknown.toString());
    }

    @Test
    void aWeekIsProvisionalUntilItIsUsuallyComplete() {
        SourceFacts facts = facts(SYNTHETIC, arrivals(60));
        Completeness completeness = SourceDelays.of(facts, List.of(), List.of()).completeness();
        LocalDate incomplete = completeness.firstIncompleteWeek().orElseThrow();
        SourceFacts shortCalendar = new SourceFacts(
                facts.sourceCode(),
                facts.profile(),
                facts.geography(),
                facts.cube(),
                Coverage.of(facts.coverage().start(), facts.coverage().end(), 0));
        assertEquals(
                incomplete,
                SourceDelays.of(shortCalendar, List.of(), List.of())
                        .provisional()
                        .coverage()
                        .provisionalFrom());
        // The calendar says eight weeks, the delays fewer.
        assertEquals(
                incomplete,
                SourceDelays.of(facts, List.of(), List.of())
                        .provisional()
                        .coverage()
                        .provisionalFrom());
    }

    /** Incidents of 60 weeks, as known when the last is over; half of them in the week they happened in, nearly all after four. */
    private static Incidents arrivals(int mean) {
        return arrivals(mean, false);
    }

    private static Incidents withoutRecorded(int mean) {
        return arrivals(mean, true);
    }

    private static Incidents arrivals(int mean, boolean isMostlyUnknown) {
        Random random = new Random(99);
        Incidents incidents = new Incidents();
        LocalDate end = START.plusWeeks(WEEKS).minusDays(1);
        for (int week = 0; week < WEEKS; week++) {
            for (int n = mean - 5 + random.nextInt(11); n > 0; n--) {
                LocalDate occurred = START.plusWeeks(week).plusDays(random.nextInt(7));
                LocalDate recorded = occurred.plusDays((long) (7 * -Math.log(1 - random.nextDouble())));
                if (!recorded.isAfter(end)) {
                    boolean isUnknown = isMostlyUnknown && random.nextInt(10) == 0;
                    incidents
                            .occurred(occurred.toString())
                            .recorded(isUnknown ? "" : recorded.toString())
                            .communities(JEWISH)
                            .add(0);
                }
            }
        }
        incidents
                .occurred(end.toString())
                .recorded(end.toString())
                .communities(JEWISH)
                .add(0);
        incidents
                .occurred(START.toString())
                .recorded(START.toString())
                .communities(JEWISH)
                .add(0);
        return incidents;
    }

    private static SourceFacts facts(SourceProfile profile, Incidents incidents) {
        Geography geography = Geography.load(profile.geographyCode());
        CountCube cube = new CountCube(
                profile.series().dateBasis().equals("recorded"),
                geography.size(),
                CodeLists.communities().size());
        for (int row = 0; row < incidents.packed().size(); row++) {
            cube.add(incidents.packed(), row);
        }
        return new SourceFacts(profile.code(), profile, geography, cube, Coverage.of(START, LAST_WEEK.plusDays(6), 8));
    }

    private static SeriesBreak seriesBreak(LocalDate day) {
        return MadeUpBreak.of("london-synthetic", day, null, true);
    }

    /** {@code class community week | reported status | estimate | lower | upper | completeness | status model}. */
    private static List<String> tabulated(SourceFacts facts, List<SeriesBreak> breaks) {
        TableRows rows = new TableRows(NowcastsTable.TABLE);
        NowcastsTabulation.addTo(rows, facts, SourceDelays.of(facts, breaks, List.of()));
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            StringJoiner line = new StringJoiner(" | ");
            line.add(join(
                    rows,
                    row,
                    NowcastsTable.RECORD_CLASS,
                    NowcastsTable.COMMUNITY_CODE,
                    NowcastsTable.WEEK_START_DATE));
            line.add(join(rows, row, NowcastsTable.REPORTED_COUNT, NowcastsTable.REPORTED_COUNT_STATUS));
            line.add(join(rows, row, NowcastsTable.ESTIMATED_FINAL_COUNT));
            line.add(join(rows, row, NowcastsTable.ESTIMATED_FINAL_LOWER95));
            line.add(join(rows, row, NowcastsTable.ESTIMATED_FINAL_UPPER95));
            line.add(join(rows, row, NowcastsTable.COMPLETENESS));
            line.add(join(rows, row, NowcastsTable.ESTIMATED_FINAL_COUNT_STATUS, NowcastsTable.NOWCAST_MODEL));
            lines.add(line.toString());
        }
        return lines;
    }

    private static String join(TableRows rows, int row, Column... columns) {
        StringJoiner cells = new StringJoiner(" ");
        for (Column column : columns) {
            cells.add(rows.column(column).display(row));
        }
        return cells.toString();
    }
}
