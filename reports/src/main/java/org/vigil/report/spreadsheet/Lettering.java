package org.vigil.report.spreadsheet;

import java.util.Arrays;

/**
 * How much room text takes: widths a little above those of Arial, so that no line is lost where a program measures otherwise. Programs that open a
 * workbook do not all fit rows to wrapped text, and some fit them for the screen and print them with other breaks.
 *
 * @param points size of the letters
 * @param isBold whether they are bold
 */
record Lettering(int points, boolean isBold) {
    static final Lettering PLAIN = new Lettering(12, false);
    static final Lettering BOLD = new Lettering(12, true);

    /** To each side of the text of a cell, in millimetres. */
    static final double PADDING = 1.5;

    private static final double MILLIMETRES_A_POINT = 25.4 / 72;
    private static final double LINE_HEIGHT = 1.2;
    private static final double BOLDER = 1.08;
    private static final double CAPITAL = 0.72;
    private static final double NARROW = 0.29;
    private static final double WIDE = 0.85;
    private static final double OTHER = 0.555;

    /** Scripts of Europe and the Near East come first, then those of East Asia. */
    private static final char LAST_NARROW_SCRIPT = '\u2E7F';

    private static final double[] EMS = new double[128];

    static {
        Arrays.fill(EMS, OTHER);
        Arrays.fill(EMS, 'A', 'Z' + 1, CAPITAL);
        for (char c : "mwMW%".toCharArray()) {
            EMS[c] = WIDE;
        }
        for (char c : " .,:;'ijlftr!|()[]".toCharArray()) {
            EMS[c] = NARROW;
        }
    }

    /** Width of a text on one line, in millimetres. */
    double width(String text) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            ems += ems(text.charAt(i));
        }
        return ems * points * MILLIMETRES_A_POINT * (isBold ? BOLDER : 1);
    }

    /** Height of a row that holds a text wrapped in a column, in whole millimetres. */
    int height(String text, double columnWidth) {
        return (int) Math.ceil(
                lines(text, columnWidth - 2 * PADDING) * points * MILLIMETRES_A_POINT * LINE_HEIGHT + PADDING);
    }

    private int lines(String text, double width) {
        int lines = 0;
        for (String paragraph : text.split("\r\n|\r|\n", -1)) {
            lines++;
            double used = 0;
            for (String word : paragraph.split(" ", -1)) {
                double needed = width(word);
                if (used > 0 && used + needed > width) {
                    lines++;
                    used = 0;
                }
                // A word longer than a line is broken.
                lines += (int) (needed / width);
                used += needed % width + width(" ");
            }
        }
        return lines;
    }

    private static double ems(char c) {
        return c < EMS.length ? EMS[c] : c > LAST_NARROW_SCRIPT ? WIDE : Character.isUpperCase(c) ? CAPITAL : OTHER;
    }
}
