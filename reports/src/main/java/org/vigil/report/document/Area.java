package org.vigil.report.document;

import java.util.OptionalInt;
import org.vigil.release.AreasTable;

/** One area of the geography of a source. */
record Area(
        String code,
        String label,
        String shortLabel,
        String kind,
        OptionalInt tileColumn,
        OptionalInt tileRow,
        String note) {
    static final String WHOLE_AREA = AreasTable.WHOLE_AREA;
    static final String NOT_A_BOROUGH = "not-a-borough";

    boolean isOnTileMap() {
        return tileColumn.isPresent() && tileRow.isPresent();
    }
}
