package org.vigil.release;

import java.util.List;

/** Reference events. */
public final class ReferenceEventsTable {
    public static final Column EVENT_ID = Column.key("event_id", ColumnType.TEXT, "Event");

    public static final Column EVENT_NAME = Column.label("event_name", "Neutral name");

    public static final Column START_DATE = Column.attribute("start_date", ColumnType.DATE, "First day");

    public static final Column END_DATE = Column.attribute("end_date", ColumnType.DATE, "Last day");

    public static final Column RESPONSE_FROM_DATE =
            Column.attribute("response_from_date", ColumnType.DATE, "First day whose counts could respond");

    public static final Column EVENT_KIND = Column.attribute("event_kind", ColumnType.TEXT, "Kind of event");

    public static final Column SCOPE = Column.attribute("scope", ColumnType.TEXT, "How far it reached");

    public static final Column AREA_CODES = Column.attribute(
                    "area_codes", ColumnType.TEXT, "Areas it happened in, separated by semicolons")
            .emptyMeans("no single area");

    public static final Column REFERENCE =
            Column.attribute("reference", ColumnType.TEXT, "Source of date and description, or not checked");

    public static final Column NOTE =
            Column.attribute("note", ColumnType.TEXT, "Remark").emptyMeans("nothing to remark");

    public static final Table TABLE = new Table(
            "reference_events",
            "Dated events outside the statistics, kept for comparison",
            "event",
            List.of("Inclusion is not a claim of cause."),
            List.of(
                    EVENT_ID,
                    EVENT_NAME,
                    START_DATE,
                    END_DATE,
                    RESPONSE_FROM_DATE,
                    EVENT_KIND,
                    SCOPE,
                    AREA_CODES,
                    REFERENCE,
                    NOTE));

    private ReferenceEventsTable() {}
}
