package org.vigil.report.document;

import org.vigil.report.table.ReportTable;

/**
 * A table with its number.
 *
 * @param number for example {@code Table 1}
 * @param table what it shows
 */
public record NumberedTable(String number, ReportTable table) implements Block {}
