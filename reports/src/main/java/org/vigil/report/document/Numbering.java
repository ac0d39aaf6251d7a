package org.vigil.report.document;

/** Numbers figures and tables in the order in which they are asked for. */
final class Numbering {
    private int figures;
    private int tables;

    String nextFigure() {
        figures++;
        return "Figure " + figures;
    }

    String nextTable() {
        tables++;
        return "Table " + tables;
    }
}
