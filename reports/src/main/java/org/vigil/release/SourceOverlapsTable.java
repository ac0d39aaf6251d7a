package org.vigil.release;

import java.util.List;

/** How far two sources can speak of the same incidents. */
public final class SourceOverlapsTable {
    public static final Column SOURCE_CODE = Column.key(
                    "source_code", ColumnType.TEXT, "First source of the pair, in the order of the configuration")
            .codedBy("source");

    public static final Column OTHER_SOURCE_CODE = Column.key(
                    "other_source_code", ColumnType.TEXT, "Second source of the pair; its figures stay its own")
            .codedBy("source");

    public static final Column RECORD_CLASS = Column.key(
                    "record_class",
                    ColumnType.TEXT,
                    "Record class of the first source: crime, non-crime-incident, or both of these together")
            .codedBy("record_class");

    public static final Column OTHER_RECORD_CLASS = Column.key(
                    "other_record_class", ColumnType.TEXT, "Record class of the second source")
            .codedBy("record_class");

    public static final Column AREA_CODE = Column.key(
                    "area_code", ColumnType.TEXT, "Area by official code, or the code of the whole area")
            .codedBy("area");

    public static final Column COMMUNITY_CODE = Column.key(
                    "community_code", ColumnType.TEXT, "Target community that both sources recorded, or all")
            .codedBy("community");

    public static final Column MONTH_START_DATE =
            Column.key("month_start_date", ColumnType.DATE, "First day of the month, which both sources cover whole");

    public static final Column DATE_BASIS = Column.attribute(
                    "date_basis",
                    ColumnType.TEXT,
                    "Which date of both sources places an incident in the month: occurred or recorded")
            .codedBy("date_basis");

    public static final Column MATCHED_ON = Column.attribute(
                    "matched_on",
                    ColumnType.TEXT,
                    "Whether incidents had to be of the same day or only of the same month to count as possibly the same")
            .codedBy("date_precision");

    public static final Column INCIDENT_COUNT = Column.count(
            "incident_count", "counting units of the first source", "Number that the first source recorded", "");

    public static final Column OTHER_INCIDENT_COUNT = Column.count(
            "other_incident_count",
            "counting units of the second source",
            "Number that the second source recorded",
            "");

    public static final Column POSSIBLE_DUPLICATE_COUNT = Column.count(
            "possible_duplicate_count",
            "incidents",
            "Most incidents of either source that can be one of the other's too; an upper limit, not a finding",
            "");

    public static final Column SHARED_INCIDENT_COUNT = Column.count(
            "shared_incident_count",
            "incidents",
            "Incidents of the source that notes the other's numbers, of this row, whose number the other source holds",
            "neither source notes the other's numbers");

    public static final Column COMBINED_INCIDENT_COUNT = Column.count(
            "combined_incident_count",
            "incidents",
            "Both counts together, with shared incidents counted once, where the source that was referred to places them",
            "neither source notes the other's numbers");

    public static final Column STATUS = Column.status(
            "source_overlap_status",
            "Shorthand for the counts of the row; [p] where the month of either is provisional");

    public static final Table TABLE = new Table(
            "source_overlaps",
            "What two sources can have recorded both",
            "pair of sources, record class of each, area or whole area, target community or all, month",
            List.of(
                    "Sources are never added together: each keeps its own series, and this table only says how far the two can overlap.",
                    "Only months in which both sources recorded something, and which both cover whole; every pair of sources of one geography once.",
                    "possible_duplicate_count is the sum over days of the smaller of the two numbers, in the same area and community: each incident has"
                            + " at most one partner. Records known to the month can be of any of its days. Where a day cannot be compared, the months are.",
                    "For the whole area the possible duplicates of its areas are added up; incidents whose area is not known are in no pair.",
                    "For all communities the same area and date are asked for, not the same community.",
                    "Terrorism-related records are compared with no others.",
                    "shared_incident_count is known only where one source notes the other's record numbers. It may exceed possible_duplicate_count where"
                            + " the two place an incident in different areas, classes or months."),
            List.of(
                    SOURCE_CODE,
                    OTHER_SOURCE_CODE,
                    RECORD_CLASS,
                    OTHER_RECORD_CLASS,
                    AREA_CODE,
                    COMMUNITY_CODE,
                    MONTH_START_DATE,
                    DATE_BASIS,
                    MATCHED_ON,
                    INCIDENT_COUNT,
                    OTHER_INCIDENT_COUNT,
                    POSSIBLE_DUPLICATE_COUNT,
                    SHARED_INCIDENT_COUNT,
                    COMBINED_INCIDENT_COUNT,
                    STATUS));

    private SourceOverlapsTable() {}
}
