package org.vigil.release;

import java.util.List;

/** Records held out, each with its reasons. */
public final class QuarantineTable {
    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column EXTRACT_ID = Column.key("extract_id", ColumnType.TEXT, "The extract");

    public static final Column ROW_NUMBER = Column.key(
                    "row_number", ColumnType.INTEGER, "Record of the file, counted from 1 after the header")
            .disclosive();

    public static final Column PART_NUMBER = Column.key(
                    "part_number",
                    ColumnType.INTEGER,
                    "Record within the row where a wide file holds several; otherwise 0")
            .disclosive();

    public static final Column RULE_CODE = Column.key("rule_code", ColumnType.TEXT, "The rule that the record breaks");

    public static final Column EXPECTED = Column.attribute("expected", ColumnType.TEXT, "What the rule allows")
            .disclosive();

    public static final Table TABLE = new Table(
            "quarantine",
            "Records held out, each with its reasons",
            "source, extract, row, record within the row, rule",
            List.of(
                    "Restricted releases only. No value of a record is repeated here; the expected values are those of the rule."),
            List.of(SOURCE_CODE, EXTRACT_ID, ROW_NUMBER, PART_NUMBER, RULE_CODE, EXPECTED));

    private QuarantineTable() {}
}
