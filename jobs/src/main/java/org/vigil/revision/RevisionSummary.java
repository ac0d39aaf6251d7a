package org.vigil.revision;

import java.util.ArrayList;
import java.util.List;
import org.vigil.release.Column;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.TableRows;
import org.vigil.statistics.Quantile;

/** How much the periods of one series changed after they had been published at a certain age. */
final class RevisionSummary {
    private static final int DAYS_IN_A_WEEK = 7;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.9;
    private static final double PERCENT = 100;

    /**
     * An age that is looked at.
     *
     * @param weeks whole weeks after the last day of the period
     * @param toleranceDays a release must come before that many days later; weekly releases hit one week, monthly ones four
     */
    private record Age(int weeks, int toleranceDays) {}

    private static final List<Age> AGES = List.of(
            new Age(1, DAYS_IN_A_WEEK),
            new Age(4, DAYS_IN_A_WEEK),
            new Age(13, 4 * DAYS_IN_A_WEEK),
            new Age(52, 4 * DAYS_IN_A_WEEK));

    /** A period of which the number at an age is known. */
    private record Observed(long then, long now, int followedDays) {}

    private final List<Vintage> vintages;

    /** @param vintages the chain of one source with the run as its last, oldest first */
    RevisionSummary(List<Vintage> vintages) {
        this.vintages = List.copyOf(vintages);
    }

    /**
     * Adds one row for each age.
     *
     * @param series the series
     * @param firstVintage as-of date of the first release that published it, in days since 1970-01-01
     * @param cells its periods
     */
    void addTo(TableRows rows, PublishedSeries series, int firstVintage, List<ObservedCell> cells) {
        for (Age age : AGES) {
            List<Observed> observed = new ArrayList<>();
            for (ObservedCell cell : cells) {
                observe(cell, age, firstVintage, observed);
            }
            series.addTo(rows);
            rows.column(RevisionSummaryTable.AGE_WEEKS).addInteger(age.weeks());
            rows.column(RevisionSummaryTable.FIRST_VINTAGE_DATE).addDate(firstVintage);
            rows.column(RevisionSummaryTable.OBSERVED_PERIOD_COUNT).addInteger(observed.size());
            double[] followed = observed.stream()
                    .mapToDouble(o -> o.followedDays() / (double) DAYS_IN_A_WEEK)
                    .toArray();
            double[] percent = observed.stream()
                    .filter(o -> o.then() > 0)
                    .mapToDouble(o -> PERCENT * (o.now() - o.then()) / o.then())
                    .toArray();
            double[] absolute = observed.stream()
                    .mapToDouble(o -> Math.abs(o.now() - o.then()))
                    .toArray();
            addQuantile(rows, RevisionSummaryTable.FOLLOWED_WEEKS_MEDIAN, followed, MEDIAN);
            addQuantile(rows, RevisionSummaryTable.CHANGE_PERCENT_MEDIAN, percent, MEDIAN);
            addQuantile(rows, RevisionSummaryTable.CHANGE_PERCENT_P90, percent, HIGH);
            addQuantile(rows, RevisionSummaryTable.ABSOLUTE_CHANGE_MEDIAN, absolute, MEDIAN);
            addQuantile(rows, RevisionSummaryTable.ABSOLUTE_CHANGE_P90, absolute, HIGH);
        }
    }

    /** The first release of that age or older counts, if it came in time, another followed, and all since covered the whole period. */
    private void observe(ObservedCell cell, Age age, int firstVintage, List<Observed> observed) {
        int from = cell.end() + age.weeks() * DAYS_IN_A_WEEK;
        int newest = vintages.get(vintages.size() - 1).day();
        int first = 0;
        while (vintages.get(first).day() < from && first < vintages.size() - 1) {
            first++;
        }
        int day = vintages.get(first).day();
        boolean isInTime = day >= from && day < from + age.toleranceDays();
        boolean isCovered = vintages.subList(first, vintages.size()).stream()
                .allMatch(v -> v.covered().coversWhole(cell.start(), cell.end()));
        if (isInTime && day < newest && day >= firstVintage && isCovered) {
            long then = cell.publishedOn(day);
            if (then != PublishedCounts.NO_NUMBER) {
                observed.add(new Observed(then, cell.now(), newest - day));
            }
        }
    }

    private static void addQuantile(TableRows rows, Column column, double[] sample, double probability) {
        if (sample.length < RevisionSummaryTable.FEWEST_PERIODS) {
            rows.column(column).addEmpty();
        } else {
            rows.column(column).addDecimal(Quantile.of(sample, probability));
        }
    }
}
