package org.vigil.release;

import java.util.List;

/** Target communities. */
public final class CommunitiesTable {
    public static final Column COMMUNITY_CODE =
            Column.key("community_code", ColumnType.TEXT, "Target community").codedBy("community");

    public static final Column COMMUNITY_LABEL = Column.label("community_label", "Name");

    public static final Column DEFINITION = Column.attribute("definition", ColumnType.TEXT, "Who is meant");

    public static final Column COMMUNITY_KIND = Column.attribute(
            "community_kind", ColumnType.TEXT, "total, community, umbrella, mixed-group, not-monitored or unknown");

    public static final Column STRANDS = Column.attribute(
                    "strands", ColumnType.TEXT, "Monitored strands it may carry, separated by semicolons")
            .emptyMeans("none monitored");

    public static final Column PART_OF_CODE = Column.attribute(
                    "part_of_code", ColumnType.TEXT, "The wider community it is part of; never added to it")
            .emptyMeans("part of none")
            .codedBy("community");

    public static final Column SORT_ORDER = Column.attribute("sort_order", ColumnType.INTEGER, "Order in reports");

    public static final Table TABLE = new Table(
            "communities",
            "Target communities with definitions and relations",
            "target community",
            List.of(),
            List.of(COMMUNITY_CODE, COMMUNITY_LABEL, DEFINITION, COMMUNITY_KIND, STRANDS, PART_OF_CODE, SORT_ORDER));

    private CommunitiesTable() {}
}
