package org.vigil.release;

import java.util.List;

/** The files a release was made from. */
public final class ExtractsTable {
    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column EXTRACT_ID = Column.key("extract_id", ColumnType.TEXT, "The extract");

    public static final Column FILE_NAME = Column.label("file_name", "Name of the file, without folders");

    public static final Column EXTRACT_DATE =
            Column.attribute("extract_date", ColumnType.DATE, "Date on which the publisher made the extract");

    public static final Column SHA256 =
            Column.attribute("sha256", ColumnType.TEXT, "Checksum of the file as delivered");

    public static final Column BYTE_COUNT = Column.count("byte_count", "bytes", "Size of the file", "");

    public static final Column PHYSICAL_ROW_COUNT =
            Column.count("physical_row_count", "rows", "Rows of the file after the header", "");

    public static final Table TABLE = new Table(
            "extracts",
            "The files this release was made from",
            "source, extract",
            List.of(),
            List.of(SOURCE_CODE, EXTRACT_ID, FILE_NAME, EXTRACT_DATE, SHA256, BYTE_COUNT, PHYSICAL_ROW_COUNT));

    private ExtractsTable() {}
}
