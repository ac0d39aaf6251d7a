package org.vigil.geography;

import java.util.Optional;

/**
 * An area, or a value that stands where one is expected.
 *
 * @param code official code, or our own where there is none
 * @param label name
 * @param shortLabel name short enough for a tile
 * @param kind what it is
 * @param partOf code of the area that holds it
 * @param tile its place on the tile map, where it has one
 * @param isRatePublished whether rates per resident may be published for it
 * @param note what a reader must know, possibly empty
 */
public record Area(
        String code,
        String label,
        String shortLabel,
        AreaKind kind,
        Optional<String> partOf,
        Optional<Tile> tile,
        boolean isRatePublished,
        String note) {
    /** Refuses a blank code or name. */
    public Area {
        if (code.isBlank() || label.isBlank() || shortLabel.isBlank()) {
            throw new IllegalArgumentException("Cannot make the area '" + code
                    + "': found a blank code or name; expected code, label, short label");
        }
    }
}
