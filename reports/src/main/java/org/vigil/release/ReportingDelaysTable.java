package org.vigil.release;

import java.util.List;

/** Occurred by recorded month. */
public final class ReportingDelaysTable {
    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column RECORD_CLASS = Column.key(
                    "record_class",
                    ColumnType.TEXT,
                    "crime, non-crime-incident, both of these together, or terrorism-related, which is never part of another class")
            .codedBy("record_class");

    public static final Column COMMUNITY_CODE = Column.key(
                    "community_code", ColumnType.TEXT, "Target community, or all")
            .codedBy("community");

    public static final Column OCCURRED_MONTH_DATE = Column.key(
            "occurred_month_date", ColumnType.DATE, "First day of the month in which the incidents occurred");

    public static final Column RECORDED_MONTH_DATE =
            Column.key("recorded_month_date", ColumnType.DATE, "First day of the month in which they were recorded");

    public static final Column INCIDENT_COUNT =
            Column.count("incident_count", "counting units of the source", "Number recorded; never 0", "");

    public static final Table TABLE = new Table(
            "reporting_delays",
            "Incidents by month of occurrence and month of recording",
            "source, record class, target community or all, month occurred, month recorded",
            List.of("Whole area only. Cells without incidents are left out."),
            List.of(
                    SOURCE_CODE,
                    RECORD_CLASS,
                    COMMUNITY_CODE,
                    OCCURRED_MONTH_DATE,
                    RECORDED_MONTH_DATE,
                    INCIDENT_COUNT));

    private ReportingDelaysTable() {}
}
