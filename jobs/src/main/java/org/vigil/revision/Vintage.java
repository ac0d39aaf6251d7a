package org.vigil.revision;

import java.util.Optional;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;
import org.vigil.release.VintagesTable;
import tech.tablesaw.api.Row;

/**
 * One release of the chain, as one source of it sees it.
 *
 * @param sourceCode source
 * @param day as-of date, in days since 1970-01-01
 * @param covered the days that the source covered
 * @param step how it differs from the release before; empty for the first of the chain
 */
record Vintage(String sourceCode, int day, CoveredDays covered, Optional<Step> step) {

    /**
     * What happened since the release before, in weeks and months of all areas and communities.
     *
     * @param previousDay its as-of date, in days since 1970-01-01
     * @param compared cells with a number in both
     * @param moved those whose number is another
     * @param appeared cells that gained a number
     * @param vanished cells that lost it
     */
    record Step(int previousDay, long compared, long moved, long appeared, long vanished) {}

    static Vintage of(Row row) {
        Optional<Step> step = row.isMissing(VintagesTable.PREVIOUS_VINTAGE_DATE.name())
                ? Optional.empty()
                : Optional.of(new Step(
                        epochDay(row, VintagesTable.PREVIOUS_VINTAGE_DATE.name()),
                        row.getLong(VintagesTable.COMPARED_CELL_COUNT.name()),
                        row.getLong(VintagesTable.MOVED_CELL_COUNT.name()),
                        row.getLong(VintagesTable.APPEARED_CELL_COUNT.name()),
                        row.getLong(VintagesTable.VANISHED_CELL_COUNT.name())));
        return new Vintage(
                row.getString(CountsTable.SOURCE_CODE.name()),
                epochDay(row, VintagesTable.VINTAGE_DATE.name()),
                new CoveredDays(
                        epochDay(row, VintagesTable.COVERAGE_START_DATE.name()),
                        epochDay(row, VintagesTable.COVERAGE_END_DATE.name())),
                step);
    }

    void addTo(TableRows rows) {
        rows.column(CountsTable.SOURCE_CODE).addText(sourceCode);
        rows.column(VintagesTable.VINTAGE_DATE).addDate(day);
        rows.column(VintagesTable.COVERAGE_START_DATE).addDate(covered.start());
        rows.column(VintagesTable.COVERAGE_END_DATE).addDate(covered.end());
        if (step.isPresent()) {
            rows.column(VintagesTable.PREVIOUS_VINTAGE_DATE).addDate(step.get().previousDay());
            rows.column(VintagesTable.COMPARED_CELL_COUNT).addInteger(step.get().compared());
            rows.column(VintagesTable.MOVED_CELL_COUNT).addInteger(step.get().moved());
            rows.column(VintagesTable.APPEARED_CELL_COUNT).addInteger(step.get().appeared());
            rows.column(VintagesTable.VANISHED_CELL_COUNT).addInteger(step.get().vanished());
        } else {
            rows.column(VintagesTable.PREVIOUS_VINTAGE_DATE).addEmpty();
            rows.column(VintagesTable.COMPARED_CELL_COUNT).addEmpty();
            rows.column(VintagesTable.MOVED_CELL_COUNT).addEmpty();
            rows.column(VintagesTable.APPEARED_CELL_COUNT).addEmpty();
            rows.column(VintagesTable.VANISHED_CELL_COUNT).addEmpty();
        }
    }

    private static int epochDay(Row row, String column) {
        return Math.toIntExact(row.getDate(column).toEpochDay());
    }
}
