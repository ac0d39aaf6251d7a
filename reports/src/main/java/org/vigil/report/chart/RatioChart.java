package org.vigil.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.vigil.report.text.NumberText;

/** Ratios with their intervals as dots on lines, on an axis on which twice and half are equally far from 1. */
public final class RatioChart implements Drawing {
    /**
     * One ratio.
     *
     * @param name what it is of
     * @param dateText shown before the name
     * @param ratio at least 0
     * @param lower lower end of the interval
     * @param upper upper end; empty for no limit
     * @param isClear whether the whole interval lies on one side of 1 for certain: filled, otherwise hollow
     */
    public record Row(
            String name, String dateText, double ratio, double lower, OptionalDouble upper, boolean isClear) {}

    private static final int HEAD = 26;
    private static final int FOOT = 26;
    private static final int ROW = 21;
    private static final double DATE_WIDTH = 84;
    private static final double NAME_WIDTH = 212;
    private static final double BLANK = 10;
    private static final int MOST_NAME_LINES = 3;
    private static final double VALUE_WIDTH = 52;
    private static final double DOT = 4;
    private static final double LEAST = 0.25;
    private static final double MOST = 64;

    private final String unit;
    private final List<Row> rows;
    private final List<List<String>> names;
    private final double low;
    private final double high;

    public RatioChart(String unit, List<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A chart of ratios needs at least one row");
        }
        this.unit = Ink.cut(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, WIDTH - left());
        this.rows = List.copyOf(rows);
        this.names = rows.stream()
                .map(row ->
                        Ink.lines(row.name(), HouseFont.REGULAR, Ink.TEXT_SIZE, NAME_WIDTH - BLANK, MOST_NAME_LINES))
                .toList();
        double lowest = 0.5;
        double highest = 2;
        for (Row row : rows) {
            while (lowest > LEAST && row.lower() < lowest) {
                lowest /= 2;
            }
            while (highest < MOST && Math.max(row.ratio(), row.upper().orElse(row.ratio())) > highest) {
                highest *= 2;
            }
        }
        this.low = lowest;
        this.high = highest;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEAD + rowsHeight() + FOOT;
    }

    private int rowsHeight() {
        return names.stream().mapToInt(RatioChart::rowHeight).sum();
    }

    private static int rowHeight(List<String> name) {
        return ROW + (name.size() - 1) * Ink.LINE_HEIGHT;
    }

    private static double left() {
        return DATE_WIDTH + NAME_WIDTH;
    }

    private static double right() {
        return WIDTH - VALUE_WIDTH;
    }

    /** Where a ratio stands; what lies beyond an end stands at that end. */
    double x(double ratio) {
        double at = Math.min(high, Math.max(low, ratio));
        return left() + (right() - left()) * StrictMath.log(at / low) / StrictMath.log(high / low);
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        ink.left(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, left(), 13);
        double bottom = (double) HEAD + rowsHeight();
        for (double tick : ticks()) {
            boolean isOne = tick == 1;
            ink.line(x(tick), HEAD - 4.0, x(tick), bottom, isOne ? Palette.INK : Palette.GRID, isOne ? 1.2f : 1f);
            ink.centre(
                    "\u00D7"
                            + (tick < 1
                                    ? NumberText.twoDecimals(tick).replaceAll("0$", "")
                                    : NumberText.count(Math.round(tick))),
                    HouseFont.REGULAR,
                    Ink.TEXT_SIZE,
                    Palette.MUTED,
                    x(tick),
                    bottom + 18);
        }
        double y = HEAD;
        for (int i = 0; i < rows.size(); i++) {
            paintRow(g, ink, rows.get(i), names.get(i), y);
            y += rowHeight(names.get(i));
        }
    }

    private List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (double tick = low; tick <= high; tick *= 2) {
            ticks.add(tick);
        }
        return ticks;
    }

    private void paintRow(Graphics2D g, Ink ink, Row row, List<String> name, double top) {
        double middle = top + rowHeight(name) / 2.0;
        String date = Ink.cut(row.dateText(), HouseFont.REGULAR, Ink.TEXT_SIZE, DATE_WIDTH - BLANK / 2);
        ink.left(date, HouseFont.REGULAR, Ink.TEXT_SIZE, Palette.MUTED, 0, top + 15);
        for (int line = 0; line < name.size(); line++) {
            ink.left(
                    name.get(line),
                    HouseFont.REGULAR,
                    Ink.TEXT_SIZE,
                    Palette.INK,
                    DATE_WIDTH,
                    top + 15 + line * (double) Ink.LINE_HEIGHT);
        }
        ink.line(x(row.lower()), middle, x(row.upper().orElse(high)), middle, Palette.NAVY, 1.8f);
        if (row.upper().isEmpty() || row.upper().getAsDouble() > high) {
            arrow(g, x(high), middle, 1);
        }
        if (row.lower() < low) {
            arrow(g, x(low), middle, -1);
        }
        Ellipse2D dot = new Ellipse2D.Double(x(row.ratio()) - DOT, middle - DOT, 2 * DOT, 2 * DOT);
        g.setColor(row.isClear() ? Palette.NAVY : Color.WHITE);
        g.fill(dot);
        ink.outline(dot, Palette.NAVY, 1.6f);
        ink.right(NumberText.times(row.ratio()), HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.INK, WIDTH, middle + 4);
    }

    private static void arrow(Graphics2D g, double x, double y, int direction) {
        Path2D head = new Path2D.Double();
        head.moveTo(x + direction * 3, y);
        head.lineTo(x - direction * 4, y - 4);
        head.lineTo(x - direction * 4, y + 4);
        head.closePath();
        g.setColor(Palette.NAVY);
        g.fill(head);
    }
}
