package org.vigil.report.table;

/**
 * A column as it is shown.
 *
 * @param header its name, unique in the table
 * @param isNumber whether its cells are numbers, set to the right
 */
public record TableColumn(String header, boolean isNumber) {
    public static TableColumn text(String header) {
        return new TableColumn(header, false);
    }

    public static TableColumn number(String header) {
        return new TableColumn(header, true);
    }

    /** CSS class of header and cells. */
    public String cssClass() {
        return isNumber ? "n" : "t";
    }
}
