package org.vigil.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** Text and lines of a chart, measured and placed the same on every machine. */
final class Ink {
    static final float TEXT_SIZE = 12.5f;
    static final float SMALL_SIZE = 12f;
    static final int LINE_HEIGHT = 15;

    private final Graphics2D g;

    Ink(Graphics2D g) {
        this.g = g;
    }

    void left(String text, HouseFont font, float size, Color colour, double x, double baseline) {
        g.setFont(font.at(size));
        g.setColor(colour);
        g.drawString(text, (float) x, (float) baseline);
    }

    void right(String text, HouseFont font, float size, Color colour, double x, double baseline) {
        left(text, font, size, colour, x - font.width(text, size), baseline);
    }

    void centre(String text, HouseFont font, float size, Color colour, double x, double baseline) {
        left(text, font, size, colour, x - font.width(text, size) / 2, baseline);
    }

    void line(double x1, double y1, double x2, double y2, Color colour, float width) {
        g.setColor(colour);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void dashed(double x1, double y1, double x2, double y2, Color colour, float width) {
        g.setColor(colour);
        g.setStroke(dashes(width));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void outline(Shape shape, Color colour, float width) {
        g.setColor(colour);
        g.setStroke(new BasicStroke(width));
        g.draw(shape);
    }

    static BasicStroke dashes(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {3f, 3f}, 0f);
    }

    /** Breaks a text into lines no wider than {@code width}, at spaces; a longer word stays whole. */
    static List<String> wrap(String text, HouseFont font, float size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && font.width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
