package org.vigil.release;

import java.util.List;

/** Incidents by one further characteristic. */
public final class BreakdownsTable {
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

    public static final Column COMMUNITY_CODE = Column.key(
                    "community_code", ColumnType.TEXT, "Target community, or all")
            .codedBy("community");

    public static final Column PERIOD_TYPE = Column.key(
                    "period_type",
                    ColumnType.TEXT,
                    "quarter; in a public release by the cell key method also financial_year (April to March)")
            .codedBy("period_type");

    public static final Column PERIOD_START_DATE =
            Column.key("period_start_date", ColumnType.DATE, "First day of the period");

    public static final Column DIMENSION_CODE = Column.key(
                    "dimension_code",
                    ColumnType.TEXT,
                    "offence_group, location_type, reporting_source, record_class or context")
            .codedBy("dimension");

    public static final Column CATEGORY_CODE =
            Column.key("category_code", ColumnType.TEXT, "Code within the dimension");

    public static final Column IS_PARTIAL_PERIOD = Column.attribute(
            "is_partial_period", ColumnType.BOOLEAN, "Whether the source covers only part of the period");

    public static final Column INCIDENT_COUNT = Column.count(
            "incident_count",
            "counting units of the source",
            "Number recorded",
            "not available from the source, or not published; the status says why");

    public static final Column INCIDENT_COUNT_STATUS =
            Column.status("incident_count_status", "Shorthand for the count");

    public static final Table TABLE = new Table(
            "breakdowns",
            "Incidents by target community, period and one further characteristic",
            "source, date basis, record class, target community or all, period type, period, dimension, category",
            List.of("Whole area only. An incident can carry several contexts, so contexts do not add up to the total."),
            List.of(
                    SOURCE_CODE,
                    DATE_BASIS,
                    RECORD_CLASS,
                    COMMUNITY_CODE,
                    PERIOD_TYPE,
                    PERIOD_START_DATE,
                    DIMENSION_CODE,
                    CATEGORY_CODE,
                    IS_PARTIAL_PERIOD,
                    INCIDENT_COUNT,
                    INCIDENT_COUNT_STATUS));

    private BreakdownsTable() {}
}
