package org.vigil.release;

import java.util.List;

/** The publisher's own words. */
public final class PublisherLabelsTable {
    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column COMMUNITY_CODE =
            Column.key("community_code", ColumnType.TEXT, "Target community").codedBy("community");

    public static final Column LABEL_VERBATIM =
            Column.key("label_verbatim", ColumnType.TEXT, "The publisher's label or flag, unchanged");

    public static final Table TABLE = new Table(
            "publisher_labels",
            "The publisher's own words for each target community",
            "source, target community, label",
            List.of(),
            List.of(SOURCE_CODE, COMMUNITY_CODE, LABEL_VERBATIM));

    private PublisherLabelsTable() {}
}
