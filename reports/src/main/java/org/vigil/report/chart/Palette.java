package org.vigil.report.chart;

import java.awt.Color;
import java.util.List;

/**
 * The house colours. One meaning keeps its colour through a report.
 *
 * <p>Lines need a contrast of 3 to 1 with white, text 4.5 to 1; where a line colour is too pale for text, its darker twin is used.
 */
public final class Palette {
    public static final Color NAVY = new Color(0x12436D);
    public static final Color TURQUOISE = new Color(0x28A197);
    public static final Color PLUM = new Color(0x801650);
    public static final Color ORANGE = new Color(0xF46A25);
    public static final Color BLUE = new Color(0x2073BC);
    public static final Color PALE_BLUE = new Color(0xD5E1EC);
    /** Bars that nothing is said about, beside dark ones; too pale to stand without a table. */
    public static final Color PALE_BAR = new Color(0xB7CADB);

    /** Area beneath a grey line. */
    public static final Color PALE_GREY = new Color(0xECEFF1);

    public static final Color INK = new Color(0x0B0C0C);
    public static final Color MUTED = new Color(0x505A5F);
    public static final Color GRID = new Color(0xE3E6E8);
    public static final Color AXIS = new Color(0x8A9297);
    public static final Color DOT = new Color(0x6F777B);
    public static final Color TURQUOISE_TEXT = new Color(0x1B7A72);
    public static final Color ORANGE_TEXT = new Color(0xB8430B);

    /** Lines of the first to fourth series. */
    public static final List<Color> LINES = List.of(NAVY, TURQUOISE, PLUM, ORANGE);

    /** Labels of the first to fourth series. */
    public static final List<Color> LINE_LABELS = List.of(NAVY, TURQUOISE_TEXT, PLUM, ORANGE_TEXT);

    /** Five steps from little to much. */
    public static final List<Color> SEQUENTIAL = List.of(
            new Color(0xE8EFF5), new Color(0xBCD2E6), new Color(0x6BACE6), new Color(0x2073BC), new Color(0x12436D));

    private Palette() {}

    /** Text colour that stands out on a step of {@link #SEQUENTIAL}. */
    public static Color textOn(Color step) {
        return contrast(step, Color.WHITE) >= contrast(step, INK) ? Color.WHITE : INK;
    }

    /** Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it from relative luminance. */
    public static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
