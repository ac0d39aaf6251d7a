package org.vigil.report.table;

/**
 * A column as it is shown.
 *
 * @param header its name, unique in the table
 * @param kind what its cells hold
 */
public record TableColumn(String header, Kind kind) {
    /** What the cells of a column hold, which decides how they are set. */
    public enum Kind {
        /** Words of the report. */
        TEXT("t"),
        /** Words of others or names of files, set small. */
        QUOTED("q"),
        /** Numbers, set to the right. */
        NUMBER("n");

        private final String cssClass;

        Kind(String cssClass) {
            this.cssClass = cssClass;
        }
    }

    public static TableColumn text(String header) {
        return new TableColumn(header, Kind.TEXT);
    }

    public static TableColumn quoted(String header) {
        return new TableColumn(header, Kind.QUOTED);
    }

    public static TableColumn number(String header) {
        return new TableColumn(header, Kind.NUMBER);
    }

    /** Whether its cells are numbers. */
    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** CSS classes of header and cells; two numbers in a cell need more room than one. */
    public String cssClass() {
        return kind.cssClass + (isNumber() && header.contains("nterval") ? " i" : "");
    }
}
