package org.vigil.report.document;

import java.util.List;

/**
 * A list of terms with what is to be known of each.
 *
 * @param title heading above
 * @param points terms in order
 */
public record Points(String title, List<Point> points) implements Block {
    /**
     * One point.
     *
     * @param term what it is about
     * @param text whole sentences
     */
    public record Point(String term, String text) {}

    public Points {
        points = List.copyOf(points);
    }
}
