package org.vigil.report.document;

import java.util.Locale;
import org.vigil.report.table.ReportTable;

/**
 * A table with its number.
 *
 * @param number for example {@code Table 1}
 * @param table what it shows
 * @param print where a printed report has it; pages for the web and spreadsheets have every table in its place
 */
public record NumberedTable(String number, ReportTable table, Print print) implements Block {
    /** Where a printed report has a table. */
    public enum Print {
        /** In its place. */
        HERE,
        /** In an attached file, named in its place: details that few readers of paper look for. */
        ATTACHED
    }

    /** A table that is printed in its place. */
    public NumberedTable(String number, ReportTable table) {
        this(number, table, Print.HERE);
    }

    /** A table that a printed report has as an attached file. */
    static NumberedTable attached(String number, ReportTable table) {
        return new NumberedTable(number, table, Print.ATTACHED);
    }

    public boolean isAttached() {
        return print == Print.ATTACHED;
    }

    /** Its anchor. */
    public String id() {
        return number.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Name of the file with all values. */
    public String csvName() {
        return id() + ".csv";
    }
}
