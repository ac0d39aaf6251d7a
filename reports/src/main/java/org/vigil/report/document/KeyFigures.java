package org.vigil.report.document;

import java.util.List;

/**
 * The most important numbers, beside each other.
 *
 * @param figures at most four
 */
public record KeyFigures(List<KeyFigure> figures) implements Block {
    private static final int MOST = 4;

    public KeyFigures {
        if (figures.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " key figures fit a line, not " + figures.size());
        }
        figures = List.copyOf(figures);
    }
}
