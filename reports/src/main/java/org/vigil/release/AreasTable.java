package org.vigil.release;

import java.util.List;

/** Areas with names and parents. */
public final class AreasTable {
    /** Kind of the one area of a geography that holds all others. */
    public static final String WHOLE_AREA = "whole-area";

    public static final Column GEOGRAPHY_CODE = Column.key("geography_code", ColumnType.TEXT, "Geography");

    public static final Column AREA_CODE = Column.key(
                    "area_code", ColumnType.TEXT, "Official code, or our code where there is none")
            .codedBy("area");

    public static final Column AREA_LABEL = Column.label("area_label", "Name");

    public static final Column SHORT_LABEL = Column.label("short_label", "Short name for maps");

    public static final Column AREA_KIND = Column.attribute(
            "area_kind",
            ColumnType.TEXT,
            "whole-area, borough, patrol-borough, precinct, state, or not-a-borough for records without one");

    public static final Column PART_OF_CODE = Column.attribute(
                    "part_of_code", ColumnType.TEXT, "The area that holds it")
            .emptyMeans("it is part of no listed area")
            .codedBy("area");

    public static final Column TILE_COLUMN = Column.attribute(
                    "tile_column", ColumnType.INTEGER, "Column on the tile map, from 0")
            .emptyMeans("not on the tile map");

    public static final Column TILE_ROW = Column.attribute(
                    "tile_row", ColumnType.INTEGER, "Row on the tile map, from 0")
            .emptyMeans("not on the tile map");

    public static final Column IS_RATE_PUBLISHED =
            Column.attribute("is_rate_published", ColumnType.BOOLEAN, "Whether rates may be published");

    public static final Column NOTE =
            Column.attribute("note", ColumnType.TEXT, "What a reader must know").emptyMeans("nothing to remark");

    public static final Table TABLE = new Table(
            "areas",
            "Areas with names, parents and places on the tile map",
            "geography, area",
            List.of(),
            List.of(
                    GEOGRAPHY_CODE,
                    AREA_CODE,
                    AREA_LABEL,
                    SHORT_LABEL,
                    AREA_KIND,
                    PART_OF_CODE,
                    TILE_COLUMN,
                    TILE_ROW,
                    IS_RATE_PUBLISHED,
                    NOTE));

    private AreasTable() {}
}
