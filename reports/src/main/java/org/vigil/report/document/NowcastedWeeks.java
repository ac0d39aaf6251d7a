package org.vigil.report.document;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.vigil.release.NowcastsTable;
import org.vigil.report.chart.BarSeriesChart;
import org.vigil.report.text.NowcastText;
import org.vigil.report.text.NumberText;

/** What recent weeks of the headline series of a source will come to, by their Mondays. */
final class NowcastedWeeks {
    /**
     * One week with an estimate.
     *
     * @param reported number known
     * @param completeness share that is usually known by then
     */
    record Week(LocalDate monday, long reported, long estimate, long lower, long upper, OptionalDouble completeness) {
        BarSeriesChart.FinalCount drawn() {
            return new BarSeriesChart.FinalCount((double) estimate, (double) lower, (double) upper);
        }

        String intervalText() {
            return NumberText.count(lower) + " to " + NumberText.count(upper);
        }
    }

    private final NavigableMap<LocalDate, Week> weeks = new TreeMap<>();

    /** Those of the whole area; there are none of its areas. */
    static NowcastedWeeks read(ReportInput input, SourceFigures figures) {
        if (!figures.isWholeArea()) {
            return new NowcastedWeeks();
        }
        Rows rows = new Rows(input.rows(
                NowcastsTable.TABLE,
                NowcastsTable.TABLE.columns(),
                Map.of(
                        NowcastsTable.SOURCE_CODE, Set.of(figures.facts().code()),
                        NowcastsTable.DATE_BASIS, Set.of(figures.facts().dateBasis()),
                        NowcastsTable.RECORD_CLASS, Set.of(figures.recordClass()),
                        NowcastsTable.COMMUNITY_CODE, Set.of(figures.headline().code()))));
        NowcastedWeeks found = new NowcastedWeeks();
        for (int row = 0; row < rows.size(); row++) {
            boolean isEstimated = rows.number(NowcastsTable.ESTIMATED_FINAL_COUNT, row)
                            .isPresent()
                    && rows.number(NowcastsTable.ESTIMATED_FINAL_LOWER95, row).isPresent()
                    && rows.number(NowcastsTable.ESTIMATED_FINAL_UPPER95, row).isPresent()
                    && rows.number(NowcastsTable.REPORTED_COUNT, row).isPresent();
            if (isEstimated) {
                LocalDate monday = rows.date(NowcastsTable.WEEK_START_DATE, row).orElseThrow();
                found.weeks.put(
                        monday,
                        new Week(
                                monday,
                                rows.number(NowcastsTable.REPORTED_COUNT, row).orElseThrow(),
                                rows.number(NowcastsTable.ESTIMATED_FINAL_COUNT, row)
                                        .orElseThrow(),
                                rows.number(NowcastsTable.ESTIMATED_FINAL_LOWER95, row)
                                        .orElseThrow(),
                                rows.number(NowcastsTable.ESTIMATED_FINAL_UPPER95, row)
                                        .orElseThrow(),
                                rows.decimal(NowcastsTable.COMPLETENESS, row)));
            }
        }
        return found;
    }

    Optional<Week> find(LocalDate monday) {
        return Optional.ofNullable(weeks.get(monday));
    }

    /** The newest week in a sentence; empty where no week has an estimate. */
    Optional<String> sentence() {
        return Optional.ofNullable(weeks.lastEntry())
                .map(Map.Entry::getValue)
                .map(week -> NowcastText.newest(
                        week.monday().plusDays(6), week.reported(), week.completeness(), week.lower(), week.upper()));
    }
}
