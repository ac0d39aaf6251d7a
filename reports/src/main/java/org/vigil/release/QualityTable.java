package org.vigil.release;

import java.util.List;

/** Record conservation by extract. */
public final class QualityTable {
    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column EXTRACT_ID = Column.key("extract_id", ColumnType.TEXT, "The extract");

    public static final Column OUTCOME_CODE = Column.key(
                    "outcome_code",
                    ColumnType.TEXT,
                    "physical_rows, read, accepted, merged, duplicate, superseded, out_of_scope, quarantined, or finding for an accepted record with a remark")
            .codedBy("record_outcome");

    public static final Column RULE_CODE = Column.key("rule_code", ColumnType.TEXT, "The rule, or all");

    public static final Column RECORD_COUNT = Column.count(
            "record_count",
            "records",
            "Number of records; in a public release to the nearest 10",
            "fewer than 10, or hidden, in a public release; the status says which");

    public static final Column RECORD_COUNT_STATUS = Column.status(
            "record_count_status",
            "Shorthand for the number: in a public release, [low] fewer than 10, [c] hidden beside exact counts");

    public static final Table TABLE = new Table(
            "quality",
            "What became of every record read",
            "source, extract, outcome, rule",
            List.of(
                    "For each extract, records read = accepted + merged + duplicate + superseded + out of scope + quarantined.",
                    "A record can break several rules, so quarantined records by rule may add up to more than their total."),
            List.of(SOURCE_CODE, EXTRACT_ID, OUTCOME_CODE, RULE_CODE, RECORD_COUNT, RECORD_COUNT_STATUS));

    private QualityTable() {}
}
