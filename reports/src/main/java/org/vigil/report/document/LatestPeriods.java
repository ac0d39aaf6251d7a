package org.vigil.report.document;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.LatestPeriodsTable;
import org.vigil.report.text.DateText;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.NumberText;

/**
 * The latest complete period of a source in one area, judged.
 *
 * @param start first day
 * @param end last day
 * @param byCommunity what was recorded by community, the total among them
 * @param leastExcess recorded less the upper end of what is usual, by community; those without an estimate are left out
 */
record LatestPeriods(
        LocalDate start, LocalDate end, Map<String, JudgedCount> byCommunity, Map<String, Long> leastExcess) {
    private static final int DAYS_A_WEEK = 7;

    /** The newest period of each area of a source that has one, by its code. */
    static Map<String, LatestPeriods> read(ReportInput input, SourceFigures figures) {
        Rows rows = new Rows(input.rows(
                LatestPeriodsTable.TABLE,
                LatestPeriodsTable.TABLE.columns(),
                Map.of(EventEffectsTable.SOURCE_CODE, Set.of(figures.facts().code()))));
        Map<String, TreeMap<LocalDate, LatestPeriods>> periods = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            LocalDate start =
                    rows.date(LatestPeriodsTable.PERIOD_START_DATE, row).orElseThrow();
            LocalDate end = rows.date(LatestPeriodsTable.PERIOD_END_DATE, row).orElseThrow();
            LatestPeriods period = periods.computeIfAbsent(
                            rows.text(EventEffectsTable.AREA_CODE, row), area -> new TreeMap<>())
                    .computeIfAbsent(
                            start, day -> new LatestPeriods(day, end, new LinkedHashMap<>(), new LinkedHashMap<>()));
            String community = rows.text(EventEffectsTable.COMMUNITY_CODE, row);
            period.byCommunity()
                    .put(
                            community,
                            JudgedCounts.read(rows, LatestPeriodsTable.OBSERVED_COUNT, LatestPeriodsTable.STATUS, row));
            rows.number(EventEffectsTable.EXCESS_LOWER95, row)
                    .ifPresent(least -> period.leastExcess().put(community, least));
        }
        Map<String, LatestPeriods> newest = new HashMap<>();
        periods.forEach((area, byStart) -> newest.put(area, byStart.lastEntry().getValue()));
        return newest;
    }

    /** {@code the 4 weeks to 28 December 2025}, {@code the 2 months to December 2025}. */
    String text() {
        long days = ChronoUnit.DAYS.between(start, end) + 1;
        return start.getDayOfWeek() == DayOfWeek.MONDAY && days % DAYS_A_WEEK == 0
                ? "the " + NumberText.counted(days / DAYS_A_WEEK, "week", "weeks") + " to " + DateText.day(end)
                : "the "
                        + NumberText.counted(ChronoUnit.MONTHS.between(start, end.plusDays(1)), "month", "months")
                        + " to " + DateText.month(end);
    }

    JudgedCount of(String communityCode) {
        return Objects.requireNonNull(byCommunity.get(communityCode));
    }
}
