package org.vigil.release;

import java.util.List;

/** Breaks in series and measurement events. */
public final class SeriesBreaksTable {
    public static final Column BREAK_ID = Column.key("break_id", ColumnType.TEXT, "Break or measurement event");

    public static final Column SOURCE_CODE =
            Column.key("source_code", ColumnType.TEXT, "Source concerned").codedBy("source");

    public static final Column START_DATE = Column.attribute("start_date", ColumnType.DATE, "First day");

    public static final Column END_DATE =
            Column.attribute("end_date", ColumnType.DATE, "Last day").emptyMeans("no end");

    public static final Column BREAK_NAME = Column.label("break_name", "What changed");

    public static final Column EFFECT = Column.attribute("effect", ColumnType.TEXT, "What it does to the figures");

    public static final Column IS_BREAK = Column.attribute(
            "is_break",
            ColumnType.BOOLEAN,
            "Whether figures before and after are not comparable; otherwise a measurement event to be marked");

    public static final Column REFERENCE = Column.attribute("reference", ColumnType.TEXT, "Source, or not checked");

    public static final Table TABLE = new Table(
            "series_breaks",
            "Dates that are never to be read as a change in hate crime",
            "break, source",
            List.of(),
            List.of(BREAK_ID, SOURCE_CODE, START_DATE, END_DATE, BREAK_NAME, EFFECT, IS_BREAK, REFERENCE));

    private SeriesBreaksTable() {}
}
