package org.vigil.report.document;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vigil.release.Column;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Typed reading of the cells of a release table. An empty cell is an empty text or an empty optional. */
record Rows(Table table) {

    int size() {
        return table.rowCount();
    }

    String text(Column column, int row) {
        tech.tablesaw.columns.Column<?> cells = table.column(column.name());
        return cells.isMissing(row) ? "" : cells.getString(row);
    }

    OptionalLong number(Column column, int row) {
        NumericColumn<?> cells = table.numberColumn(column.name());
        return cells.isMissing(row) ? OptionalLong.empty() : OptionalLong.of(Math.round(cells.getDouble(row)));
    }

    OptionalDouble decimal(Column column, int row) {
        NumericColumn<?> cells = table.numberColumn(column.name());
        return cells.isMissing(row) ? OptionalDouble.empty() : OptionalDouble.of(cells.getDouble(row));
    }

    Optional<LocalDate> date(Column column, int row) {
        DateColumn cells = table.dateColumn(column.name());
        return cells.isMissing(row) ? Optional.empty() : Optional.of(cells.get(row));
    }

    boolean isTrue(Column column, int row) {
        BooleanColumn cells = table.booleanColumn(column.name());
        return !cells.isMissing(row) && cells.get(row);
    }
}
