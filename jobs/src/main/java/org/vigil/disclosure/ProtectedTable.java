package org.vigil.disclosure;

import java.util.List;
import org.vigil.release.Column;
import org.vigil.release.Table;
import org.vigil.release.TableRows;

/** A table that may be published: its figures come from protected counts, and it has no column that could point at somebody. Made in this package only. */
public final class ProtectedTable {
    private final TableRows rows;

    private ProtectedTable(TableRows rows) {
        this.rows = rows;
    }

    /**
     * Rows of a table as they may be published.
     *
     * @throws DisclosureException if the table has a disclosive column
     */
    static ProtectedTable of(TableRows rows) {
        requireHarmless(rows.table());
        return new ProtectedTable(rows);
    }

    /** Rows of a table of which disclosive columns are left out. */
    static TableRows rowsOf(Table table) {
        return new TableRows(table.withoutDisclosive());
    }

    private static void requireHarmless(Table table) {
        List<String> disclosive = table.columns().stream()
                .filter(Column::isDisclosive)
                .map(Column::name)
                .toList();
        if (!disclosive.isEmpty()) {
            throw new DisclosureException("No public release was made: table " + table.name() + " has the column "
                    + String.join(", ", disclosive)
                    + ", which can point at somebody; expected a table without it. This is a fault of the program.");
        }
    }

    public Table table() {
        return rows.table();
    }

    /** The rows, to be written and read. */
    public TableRows rows() {
        return rows;
    }
}
