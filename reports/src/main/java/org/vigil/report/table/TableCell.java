package org.vigil.report.table;

/**
 * One cell as it is shown.
 *
 * @param text what stands in it
 * @param depth how far a row header is set in, 0 for none: one step for each whole it is part of
 * @param note small text beneath a row header, or the empty text
 */
public record TableCell(String text, int depth, String note) {
    private static final int LONGEST_UNBROKEN = 17;

    /** Whether it stays on one line. */
    public boolean isShort() {
        return text.length() <= LONGEST_UNBROKEN;
    }

    /** A cell without note, not set in. */
    public static TableCell of(String text) {
        return new TableCell(text, 0, "");
    }
}
