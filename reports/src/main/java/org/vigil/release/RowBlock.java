package org.vigil.release;

/** Some rows of a table, as they are kept. */
interface RowBlock {
    /** Text id, number, raw bits of a decimal, epoch day, or 0 and 1; {@link TableRows.Cells#EMPTY} where the cell is empty. */
    long valueAt(int column, int row);

    /** The cells that the texts of each column are looked up in. */
    TableRows.Cells[] columns();
}
