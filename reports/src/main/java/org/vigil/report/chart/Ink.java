package org.vigil.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.vigil.release.CellStatus;

/** Text and lines of a chart, measured and placed the same on every machine. */
final class Ink {
    static final float TEXT_SIZE = 12.5f;
    static final float SMALL_SIZE = 12f;
    static final int LINE_HEIGHT = 15;

    static final String CONFIDENTIAL = CellStatus.CONFIDENTIAL.shorthand();
    static final String ELLIPSIS = "\u2026";
    private static final double HATCH_STEP = 4;

    private final Graphics2D g;
    private final boolean isOutlined;

    Ink(Graphics2D g) {
        this.g = g;
        this.isOutlined = g.getRenderingHint(TextForm.KEY) == TextForm.OUTLINES;
    }

    void left(String text, HouseFont font, float size, Color colour, double x, double baseline) {
        g.setColor(colour);
        if (isOutlined) {
            g.fill(font.outline(text, size, x, baseline));
        } else {
            g.setFont(font.at(size));
            g.drawString(text, (float) x, (float) baseline);
        }
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
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    void dashedOutline(Shape shape, Color colour, float width) {
        g.setColor(colour);
        g.setStroke(dashes(width));
        g.draw(shape);
    }

    void fill(Shape shape, Color colour) {
        g.setColor(colour);
        g.fill(shape);
    }

    /** Slanted lines over a place, cut to it by arithmetic and drawn as one path: clipping would cost every picture a clip path. */
    void hatch(Rectangle2D place) {
        Path2D lines = new Path2D.Double();
        for (double up = HATCH_STEP; up < place.getWidth() + place.getHeight(); up += HATCH_STEP) {
            double left = Math.max(0, up - place.getHeight());
            double right = Math.min(place.getWidth(), up);
            lines.moveTo(place.getX() + left, place.getMaxY() - (up - left));
            lines.lineTo(place.getX() + right, place.getMaxY() - (up - right));
        }
        outline(lines, Palette.MUTED, 0.7f);
    }

    /** Writes {@code [c]} on white in the middle of a hatched place, where it has room. */
    void confidential(Rectangle2D place) {
        double width = HouseFont.SEMI_BOLD.width(CONFIDENTIAL, SMALL_SIZE);
        if (place.getWidth() >= width && place.getHeight() >= SMALL_SIZE) {
            double baseline = place.getCenterY() + 4;
            Rectangle2D behind = new Rectangle2D.Double(place.getCenterX() - width / 2, baseline - 11, width, 15);
            fill(behind.createIntersection(place), Color.WHITE);
            centre(CONFIDENTIAL, HouseFont.SEMI_BOLD, SMALL_SIZE, Palette.MUTED, place.getCenterX(), baseline);
        }
    }

    static BasicStroke dashes(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {3f, 3f}, 0f);
    }

    /** The text cut to a width and marked as cut; as it is where it fits. */
    static String cut(String text, HouseFont font, float size, double width) {
        if (font.width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && font.width(text.substring(0, end).strip() + ELLIPSIS, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    /** The text in at most {@code most} lines, broken at spaces; what is too wide for a line, or for the last, is cut and marked as cut. */
    static List<String> lines(String text, HouseFont font, float size, double width, int most) {
        List<String> all = wrap(text, font, size, width);
        List<String> lines = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
        if (all.size() > most) {
            lines.set(most - 1, String.join(" ", all.subList(most - 1, all.size())));
        }
        lines.replaceAll(line -> cut(line, font, size, width));
        return lines;
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
