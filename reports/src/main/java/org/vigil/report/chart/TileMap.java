package org.vigil.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
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

    private static final int WIDEST_TILE = 78;
    /** Height of a tile, less than its width so that map and introduction share a page with what is before them. */
    private static final int TILE_HEIGHT = 46;

    private static final int GAP = 3;
    private static final int NAME_LINE_HEIGHT = 13;
    private static final int MOST_NAME_LINES = 2;
    private static final float VALUE_SIZE = 14f;
    private static final int FOOT_TOP = 8;

    private final List<Tile> tiles;
    private final double[] bounds;
    private final int columns;
    private final int rows;
    private final ChartFoot foot;

    public TileMap(String unit, List<Tile> tiles) {
        this.tiles = List.copyOf(tiles);
        this.columns = tiles.stream().mapToInt(Tile::column).max().orElse(0) + 1;
        this.rows = tiles.stream().mapToInt(Tile::row).max().orElse(0) + 1;
        this.bounds = bounds(
                tiles.stream().flatMapToDouble(t -> t.value().stream()).sorted().toArray());
        this.foot = new ChartFoot(unit, key());
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
        return Arrays.stream(bounds).filter(bound -> bound > 0).distinct().toArray();
    }

    private double tileWidth() {
        return Math.min(WIDEST_TILE, (double) WIDTH / columns - GAP);
    }

    private int mapHeight() {
        return rows * (TILE_HEIGHT + GAP);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return mapHeight() + FOOT_TOP + foot.height();
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        tiles.forEach(tile -> paintTile(ink, tile));
        foot.paint(ink, (double) mapHeight() + FOOT_TOP);
    }

    private void paintTile(Ink ink, Tile tile) {
        double width = tileWidth();
        Rectangle2D shape = new Rectangle2D.Double(
                tile.column() * (width + GAP) + 1,
                tile.row() * (double) (TILE_HEIGHT + GAP) + 1,
                width - 1,
                TILE_HEIGHT);
        Color fill = tile.value().isPresent() ? step(tile.value().getAsDouble()) : Color.WHITE;
        if (tile.value().isPresent()) {
            paintStep(ink, shape, fill);
        } else {
            ink.dashedOutline(shape, Palette.MUTED, 1f);
        }
        Color text = Palette.textOn(fill);
        List<String> name =
                Ink.lines(tile.label(), HouseFont.REGULAR, Ink.SMALL_SIZE, shape.getWidth() - 4, MOST_NAME_LINES);
        double baseline = shape.getCenterY() - (name.size() - 1) * NAME_LINE_HEIGHT / 2.0 - 4;
        for (String line : name) {
            ink.centre(line, HouseFont.REGULAR, Ink.SMALL_SIZE, text, shape.getCenterX(), baseline);
            baseline += NAME_LINE_HEIGHT;
        }
        String value = tile.value().isPresent()
                ? NumberText.count(Math.round(tile.value().getAsDouble()))
                : tile.shorthand();
        boolean isWide = HouseFont.SEMI_BOLD.width(value, VALUE_SIZE) > shape.getWidth() - 4;
        ink.centre(
                value,
                HouseFont.SEMI_BOLD,
                isWide ? Ink.SMALL_SIZE : VALUE_SIZE,
                text,
                shape.getCenterX(),
                baseline + 3);
    }

    private static void paintStep(Ink ink, Rectangle2D shape, Color fill) {
        ink.fill(shape, fill);
        // The palest step is hardly seen on white.
        if (fill.equals(Palette.SEQUENTIAL.get(0))) {
            ink.outline(shape, Palette.SEQUENTIAL.get(1), 1f);
        }
    }

    private Color step(double value) {
        int step = 0;
        while (step < bounds.length && Math.round(value) >= bounds[step]) {
            step++;
        }
        return Palette.SEQUENTIAL.get(step);
    }

    private List<Key.Entry> key() {
        List<Key.Entry> entries = new ArrayList<>();
        if (tiles.stream().anyMatch(t -> t.value().isPresent())) {
            for (int i = 0; i <= bounds.length; i++) {
                Color fill = Palette.SEQUENTIAL.get(i);
                entries.add(new Key.Entry(keyText(i), (ink, box) -> paintStep(ink, box, fill)));
            }
        }
        if (tiles.stream().anyMatch(t -> t.value().isEmpty())) {
            entries.add(new Key.Entry("no figure", (ink, box) -> ink.dashedOutline(box, Palette.MUTED, 1f)));
        }
        return entries;
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
