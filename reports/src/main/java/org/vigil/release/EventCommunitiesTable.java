package org.vigil.release;

import java.util.List;

/** Communities an event is tested for. */
public final class EventCommunitiesTable {
    public static final Column EVENT_ID = Column.key("event_id", ColumnType.TEXT, "Event");

    public static final Column COMMUNITY_CODE =
            Column.key("community_code", ColumnType.TEXT, "Target community").codedBy("community");

    public static final Column BASIS =
            Column.attribute("basis", ColumnType.TEXT, "directly-attacked, rise-reported or exploratory");

    public static final Column REFERENCE =
            Column.attribute("reference", ColumnType.TEXT, "Source of the basis, or not checked");

    public static final Table TABLE = new Table(
            "event_communities",
            "Communities an event is tested for, and why",
            "event, target community",
            List.of("Communities not listed for an event are exploratory."),
            List.of(EVENT_ID, COMMUNITY_CODE, BASIS, REFERENCE));

    private EventCommunitiesTable() {}
}
