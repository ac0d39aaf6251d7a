package org.vigil.release;

import java.util.List;

/** The day-level cube of a restricted release. */
public final class DailyCountsTable {
    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column DATE_BASIS = Column.key(
                    "date_basis", ColumnType.TEXT, "Which date places an incident in its period: occurred or recorded")
            .codedBy("date_basis");

    public static final Column RECORD_CLASS = Column.key(
                    "record_class",
                    ColumnType.TEXT,
                    "crime, non-crime-incident, both of these together, or terrorism-related, which is never part of another class")
            .codedBy("record_class");

    public static final Column AREA_CODE =
            Column.key("area_code", ColumnType.TEXT, "Area by official code").codedBy("area");

    public static final Column COMMUNITY_CODE = Column.key(
                    "community_code", ColumnType.TEXT, "Target community, or all")
            .codedBy("community");

    public static final Column PERIOD_DATE =
            Column.key("period_date", ColumnType.DATE, "The day, or the first day of the month");

    public static final Column DATE_PRECISION =
            Column.key("date_precision", ColumnType.TEXT, "day or month").codedBy("date_precision");

    public static final Column INCIDENT_COUNT =
            Column.count("incident_count", "counting units of the source", "Number recorded; never 0", "");

    public static final Table TABLE = new Table(
            "daily_counts",
            "Incidents by area, target community and day",
            "source, date basis, record class, area, target community or all, day or month",
            List.of(
                    "Restricted releases only. Cells without incidents are left out; inside the coverage of the source they are true zeros.",
                    "Dates known only to the month stand on its first day with precision month."),
            List.of(
                    SOURCE_CODE,
                    DATE_BASIS,
                    RECORD_CLASS,
                    AREA_CODE,
                    COMMUNITY_CODE,
                    PERIOD_DATE,
                    DATE_PRECISION,
                    INCIDENT_COUNT));

    private DailyCountsTable() {}
}
