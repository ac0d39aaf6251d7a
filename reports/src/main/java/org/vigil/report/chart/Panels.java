package org.vigil.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Places up to four small charts: one over the whole width, two beside each other, or two rows of two; three in one row where asked for. */
final class Panels {
    static final int MOST = 4;
    private static final int GAP = 26;

    private final int count;
    private final int columns;
    private final int height;

    private Panels(int count, int columns, int height) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("A picture has 1 to " + MOST + " panels, not " + count);
        }
        this.count = count;
        this.columns = columns;
        this.height = height;
    }

    /**
     * Places for panels of the same size, two in a row.
     *
     * @param count 1 to {@value #MOST}
     * @param height height of each
     */
    static Panels inPairs(int count, int height) {
        return new Panels(count, Math.min(2, count), height);
    }

    /** Places for panels that are compared with each other: three have one row, so that none stands alone. */
    static Panels inRows(int count, int height) {
        return new Panels(count, count == 3 ? 3 : Math.min(2, count), height);
    }

    int height() {
        return (count + columns - 1) / columns * height;
    }

    /** The panels from left to right, row after row. */
    List<Rectangle2D> places() {
        double width = (Drawing.WIDTH - GAP * (columns - 1)) / (double) columns;
        List<Rectangle2D> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            places.add(new Rectangle2D.Double(i % columns * (width + GAP), (double) row * height, width, height));
        }
        return places;
    }
}
