package org.vigil.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Places up to four small charts: one over the whole width, two beside each other, or two rows of two. */
final class Panels {
    static final int MOST = 4;
    private static final int GAP = 26;

    private final int count;
    private final int height;

    /**
     * Places for panels of the same size.
     *
     * @param count 1 to {@value #MOST}
     * @param height height of each
     */
    Panels(int count, int height) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("A picture has 1 to " + MOST + " panels, not " + count);
        }
        this.count = count;
        this.height = height;
    }

    int height() {
        return (count > 2 ? 2 : 1) * height;
    }

    /** The panels from left to right, row after row. */
    List<Rectangle2D> places() {
        double width = count == 1 ? Drawing.WIDTH : (Drawing.WIDTH - GAP) / 2.0;
        List<Rectangle2D> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i / 2;
            places.add(new Rectangle2D.Double(i % 2 * (width + GAP), (double) row * height, width, height));
        }
        return places;
    }
}
