package org.vigil.report.document;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigil.release.CountsTable;
import org.vigil.release.VintagesTable;
import org.vigil.report.text.NumberText;

/**
 * How the weekly and monthly figures of a release differ from those of the release before.
 *
 * @param before day of the release before
 * @param compared figures that both have
 * @param moved those of them that differ
 * @param appeared figures that only the newer has
 * @param vanished figures that only the older has
 */
record Vintage(LocalDate before, long compared, long moved, long appeared, long vanished) {
    /** The newest of a source; empty for the first release of a chain. */
    static Optional<Vintage> newest(ReportInput input, String sourceCode) {
        Rows rows = new Rows(input.rows(
                VintagesTable.TABLE,
                VintagesTable.TABLE.columns(),
                Map.of(CountsTable.SOURCE_CODE, Set.of(sourceCode))));
        int newest = rows.size() - 1;
        Optional<LocalDate> before =
                newest < 0 ? Optional.empty() : rows.date(VintagesTable.PREVIOUS_VINTAGE_DATE, newest);
        return before.map(day -> new Vintage(
                day,
                rows.number(VintagesTable.COMPARED_CELL_COUNT, newest).orElse(0),
                rows.number(VintagesTable.MOVED_CELL_COUNT, newest).orElse(0),
                rows.number(VintagesTable.APPEARED_CELL_COUNT, newest).orElse(0),
                rows.number(VintagesTable.VANISHED_CELL_COUNT, newest).orElse(0)));
    }

    /** {@code 312 of 4,103 weekly and monthly figures}. */
    String movedText() {
        return NumberText.count(moved) + " of " + NumberText.count(compared) + " weekly and monthly figures";
    }
}
