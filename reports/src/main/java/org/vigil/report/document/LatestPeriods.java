package org.vigil.report.document;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.LatestPeriodsTable;
import org.vigil.report.text.DateText;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.NumberText;

/**
 * The latest complete period of a source in its whole area, judged.
 *
 * @param start first day
 * @param end last day
 * @param byCommunity what was recorded by community, the total among them
 */
record LatestPeriods(LocalDate start, LocalDate end, Map<String, JudgedCount> byCommunity) {
    private static final int DAYS_A_WEEK = 7;

    /** The newest period of the release; empty where the source has none. */
    static Optional<LatestPeriods> read(ReportInput input, SourceFigures figures) {
        Rows rows = new Rows(input.rows(
                LatestPeriodsTable.TABLE,
                LatestPeriodsTable.TABLE.columns(),
                Map.of(
                        EventEffectsTable.SOURCE_CODE,
                        Set.of(figures.facts().code()),
                        EventEffectsTable.AREA_CODE,
                        Set.of(figures.wholeAreaCode()))));
        TreeMap<LocalDate, LatestPeriods> periods = new TreeMap<>(Comparator.naturalOrder());
        for (int row = 0; row < rows.size(); row++) {
            LocalDate start =
                    rows.date(LatestPeriodsTable.PERIOD_START_DATE, row).orElseThrow();
            LocalDate end = rows.date(LatestPeriodsTable.PERIOD_END_DATE, row).orElseThrow();
            periods.computeIfAbsent(start, day -> new LatestPeriods(day, end, new LinkedHashMap<>()))
                    .byCommunity()
                    .put(
                            rows.text(EventEffectsTable.COMMUNITY_CODE, row),
                            JudgedCounts.read(rows, LatestPeriodsTable.OBSERVED_COUNT, LatestPeriodsTable.STATUS, row));
        }
        return Optional.ofNullable(periods.lastEntry()).map(Map.Entry::getValue);
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
