package org.vigil.report.chart;

import java.awt.Graphics2D;

/** A picture that paints itself; sizes are CSS pixels at 96 dots an inch. */
public interface Drawing {
    /** Width of the text column, 174 mm: the width of every chart. */
    int WIDTH = 658;

    int width();

    int height();

    /** Paints the picture with its top left corner at the origin. Same drawing, same strokes, whatever the machine. */
    void paint(Graphics2D g);
}
