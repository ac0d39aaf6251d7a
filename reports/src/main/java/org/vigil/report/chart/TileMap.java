package org.vigil.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.vigil.report.text.NumberText;

/** Areas as tiles of equal size in about their places. The number stands in each tile; colour only helps the eye. */
public final class TileMap implements Drawing {
    /**
     * One area.
     *
     * @param label short name
     * @param column from 0, left to right
     * @param row from 0, top to bottom
     * @param value what is shown; empty for an area without a figure
     * @param shorthand what stands in the tile instead of a value
     */
    public record Tile(String label, int column, int row, OptionalDouble value, String shorthand) {}

    private static final int TILE = 62;
    /** Height of a tile, less than its width so that map and introduction share a page with what is before them. */
    private static final int TILE_HEIGHT = 50;

    private static final int GAP = 3;
    private static final int KEY_WIDTH = 150;

    private final String unit;
    private final List<Tile> tiles;
    private final double[] bounds;
    private final int columns;
    private final int rows;

    public TileMap(String unit, List<Tile> tiles) {
        this.unit = unit;
        this.tiles = List.copyOf(tiles);
        this.columns = tiles.stream().mapToInt(Tile::column).max().orElse(0) + 1;
        this.rows = tiles.stream().mapToInt(Tile::row).max().orElse(0) + 1;
        this.bounds = bounds(
                tiles.stream().flatMapToDouble(t -> t.value().stream()).sorted().toArray());
    }

    /** Lower bounds of the second to fifth step: quintiles of the values, rounded to two leading digits. */
    static double[] bounds(double[] sorted) {
        double[] bounds = new double[Palette.SEQUENTIAL.size() - 1];
        for (int i = 0; i < bounds.length; i++) {
            double value = sorted.length == 0
                    ? 0
                    : sorted[Math.min(sorted.length - 1, (i + 1) * sorted.length / (bounds.length + 1))];
            double unit = value < 20 ? 1 : Math.pow(10, Math.floor(Math.log10(value)) - 1);
            bounds[i] = Math.round(value / unit) * unit;
        }
        return Arrays.stream(bounds).distinct().toArray();
    }

    private double tileSize() {
        return Math.min(TILE, (WIDTH - KEY_WIDTH - 20.0) / columns - GAP);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return (int) Math.ceil(Math.max(rows * (TILE_HEIGHT + GAP), 190) + 2);
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        double size = tileSize();
        for (Tile tile : tiles) {
            double x = tile.column() * (size + GAP) + 1;
            double y = tile.row() * (double) (TILE_HEIGHT + GAP) + 1;
            Rectangle2D shape = new Rectangle2D.Double(x, y, size, TILE_HEIGHT);
            Color fill = tile.value().isPresent() ? step(tile.value().getAsDouble()) : Color.WHITE;
            g.setColor(fill);
            g.fill(shape);
            Color text = Palette.textOn(fill);
            if (tile.value().isEmpty()) {
                g.setColor(Palette.MUTED);
                g.setStroke(Ink.dashes(1f));
                g.draw(shape);
            } else if (fill.equals(Palette.SEQUENTIAL.get(0))) {
                g.setColor(Palette.SEQUENTIAL.get(1));
                g.setStroke(new BasicStroke(1f));
                g.draw(shape);
            }
            float nameSize = HouseFont.REGULAR.width(tile.label(), Ink.SMALL_SIZE) <= size - 4 ? Ink.SMALL_SIZE : 11f;
            List<String> name = Ink.wrap(tile.label(), HouseFont.REGULAR, nameSize, size - 4);
            double baseline = y + TILE_HEIGHT / 2.0 - (name.size() - 1) * 6.5 - 4;
            for (String line : name) {
                ink.centre(line, HouseFont.REGULAR, nameSize, text, x + size / 2, baseline);
                baseline += 13;
            }
            String value = tile.value().isPresent()
                    ? NumberText.count(Math.round(tile.value().getAsDouble()))
                    : tile.shorthand();
            ink.centre(value, HouseFont.SEMI_BOLD, 14f, text, x + size / 2, baseline + 4);
        }
        paintKey(g, ink);
    }

    private Color step(double value) {
        int step = 0;
        while (step < bounds.length && Math.round(value) >= bounds[step]) {
            step++;
        }
        return Palette.SEQUENTIAL.get(step);
    }

    private void paintKey(Graphics2D g, Ink ink) {
        double x = WIDTH - KEY_WIDTH;
        double y = 12;
        for (String line : Ink.wrap(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, KEY_WIDTH)) {
            ink.left(line, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, x, y);
            y += Ink.LINE_HEIGHT;
        }
        for (int i = 0; i <= bounds.length; i++) {
            g.setColor(Palette.SEQUENTIAL.get(i));
            Rectangle2D box = new Rectangle2D.Double(x, y, 15, 15);
            g.fill(box);
            if (i == 0) {
                g.setColor(Palette.SEQUENTIAL.get(1));
                g.setStroke(new BasicStroke(1f));
                g.draw(box);
            }
            ink.left(keyText(i), HouseFont.REGULAR, Ink.TEXT_SIZE, Palette.INK, x + 23, y + 12);
            y += 21;
        }
        if (tiles.stream().anyMatch(t -> t.value().isEmpty())) {
            g.setColor(Palette.MUTED);
            g.setStroke(Ink.dashes(1f));
            g.draw(new Rectangle2D.Double(x, y, 15, 15));
            ink.left("no figure", HouseFont.REGULAR, Ink.TEXT_SIZE, Palette.INK, x + 23, y + 12);
        }
    }

    private String keyText(int step) {
        if (bounds.length == 0) {
            return "all areas";
        }
        if (step == 0) {
            return "under " + number(bounds[0]);
        }
        if (step == bounds.length) {
            return number(bounds[step - 1]) + " and over";
        }
        return number(bounds[step - 1]) + " to " + number(bounds[step] - 1);
    }

    private static String number(double value) {
        return NumberText.count(Math.round(value));
    }
}
