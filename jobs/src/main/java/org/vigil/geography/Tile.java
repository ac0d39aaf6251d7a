package org.vigil.geography;

/**
 * A place on a tile map.
 *
 * @param column counted from the left, from 0
 * @param row counted from the top, from 0
 */
public record Tile(int column, int row) {
    /** Refuses a negative place. */
    public Tile {
        if (column < 0 || row < 0) {
            throw new IllegalArgumentException(
                    "Cannot place a tile: found column " + column + " and row " + row + "; expected both 0 or more");
        }
    }
}
