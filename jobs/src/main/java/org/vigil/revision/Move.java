package org.vigil.revision;

import java.util.Set;
import org.vigil.release.CountsTable;
import org.vigil.release.RevisionsTable;
import org.vigil.release.TableRows;
import tech.tablesaw.api.Row;

/**
 * One published count that the next release replaced.
 *
 * @param cell its cell: a week or a month
 * @param vintage as-of date of the release that published the new number, in days since 1970-01-01
 * @param previousVintage as-of date of the release before
 * @param before number published before, or {@link PublishedCounts#NO_NUMBER}
 * @param now number published since, or {@link PublishedCounts#NO_NUMBER}
 * @param ageWeeks whole weeks from the end of the period to the vintage
 */
record Move(CellKey cell, int vintage, int previousVintage, long before, long now, int ageWeeks) {
    /** Periods that are sums of months move by what their months move, and would only repeat them. */
    private static final Set<String> LISTED_PERIOD_TYPES = Set.of("iso_week", "month");

    private static final int DAYS_IN_A_WEEK = 7;

    /** Whether moves of such periods are listed. */
    static boolean isListed(String periodType) {
        return LISTED_PERIOD_TYPES.contains(periodType);
    }

    /** Whole weeks between two days, rounded down. */
    static int weeks(int fromDay, int toDay) {
        return Math.floorDiv(toDay - fromDay, DAYS_IN_A_WEEK);
    }

    static Move of(Row row) {
        return new Move(
                new CellKey(PublishedSeries.of(row), row.getDate(CountsTable.PERIOD_START_DATE.name())),
                Math.toIntExact(row.getDate(RevisionsTable.VINTAGE_DATE.name()).toEpochDay()),
                Math.toIntExact(
                        row.getDate(RevisionsTable.PREVIOUS_VINTAGE_DATE.name()).toEpochDay()),
                number(row, RevisionsTable.PREVIOUS_INCIDENT_COUNT.name()),
                number(row, RevisionsTable.INCIDENT_COUNT.name()),
                Math.toIntExact(row.getLong(RevisionsTable.AGE_WEEKS.name())));
    }

    void addTo(TableRows rows) {
        cell.series().addTo(rows);
        rows.column(CountsTable.PERIOD_START_DATE).addDate(cell.periodStart());
        rows.column(RevisionsTable.VINTAGE_DATE).addDate(vintage);
        rows.column(RevisionsTable.PREVIOUS_VINTAGE_DATE).addDate(previousVintage);
        addNumber(rows.column(RevisionsTable.PREVIOUS_INCIDENT_COUNT), before);
        addNumber(rows.column(RevisionsTable.INCIDENT_COUNT), now);
        boolean hasChange = before != PublishedCounts.NO_NUMBER && now != PublishedCounts.NO_NUMBER;
        addNumber(
                rows.column(RevisionsTable.INCIDENT_COUNT_CHANGE),
                hasChange ? now - before : PublishedCounts.NO_NUMBER);
        rows.column(RevisionsTable.AGE_WEEKS).addInteger(ageWeeks);
    }

    private static void addNumber(TableRows.Cells cells, long number) {
        if (number == PublishedCounts.NO_NUMBER) {
            cells.addEmpty();
        } else {
            cells.addInteger(number);
        }
    }

    private static long number(Row row, String column) {
        return row.isMissing(column) ? PublishedCounts.NO_NUMBER : row.getLong(column);
    }
}
