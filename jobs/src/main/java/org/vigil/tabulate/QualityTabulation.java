package org.vigil.tabulate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigil.release.ExtractsTable;
import org.vigil.release.QualityTable;
import org.vigil.release.QuarantineTable;
import org.vigil.release.TableRows;
import org.vigil.validate.Rule;

/** The tables that say what became of every record: {@code quality}, {@code quarantine}, {@code extracts}. */
public final class QualityTabulation {
    /** Code of the row that counts all rules of an outcome together. */
    public static final String ALL_RULES = "all";

    private QualityTabulation() {}

    /** Adds the conservation rows of an extract; every outcome has one, be it 0. */
    public static void addQuality(TableRows rows, ExtractFacts extract) {
        outcomes(extract).forEach((outcome, count) -> addRow(rows, extract, outcome, ALL_RULES, count));
        for (Rule rule : Rule.values()) {
            long count = rule == Rule.CONFLICTING_RECORDS
                    ? extract.fates().conflicts()
                    : extract.tally().brokeRule(rule);
            if (count > 0) {
                addRow(rows, extract, outcomeOf(rule), rule.code(), count);
            }
        }
    }

    /** What became of the records of an extract, by outcome code; every outcome is there, be it 0. */
    public static Map<String, Long> outcomes(ExtractFacts extract) {
        Map<String, Long> outcomes = new LinkedHashMap<>();
        outcomes.put("physical_rows", extract.tally().physicalRows());
        outcomes.put("read", extract.tally().read());
        outcomes.put("accepted", extract.fates().accepted());
        outcomes.put("merged", extract.fates().merged());
        outcomes.put("duplicate", extract.fates().duplicates());
        outcomes.put("superseded", extract.fates().superseded());
        outcomes.put("out_of_scope", extract.tally().outOfScope());
        outcomes.put("quarantined", extract.tally().quarantined());
        return outcomes;
    }

    /** Adds one row for each rule that a quarantined record breaks. */
    public static void addQuarantine(TableRows rows, ExtractFacts extract) {
        for (int i = 0; i < extract.quarantine().size(); i++) {
            for (Rule rule : extract.quarantine().rules(i)) {
                rows.column(QuarantineTable.SOURCE_CODE).addText(extract.sourceCode());
                rows.column(QuarantineTable.EXTRACT_ID).addText(extract.extractId());
                rows.column(QuarantineTable.ROW_NUMBER)
                        .addInteger(extract.quarantine().rowNumber(i));
                rows.column(QuarantineTable.PART_NUMBER)
                        .addInteger(extract.quarantine().partNumber(i));
                rows.column(QuarantineTable.RULE_CODE).addText(rule.code());
                rows.column(QuarantineTable.EXPECTED).addText(rule.expected());
            }
        }
    }

    public static void addExtract(TableRows rows, ExtractFacts extract) {
        rows.column(ExtractsTable.SOURCE_CODE).addText(extract.sourceCode());
        rows.column(ExtractsTable.EXTRACT_ID).addText(extract.extractId());
        rows.column(ExtractsTable.FILE_NAME).addText(extract.fileName());
        rows.column(ExtractsTable.EXTRACT_DATE).addDate(extract.extractDate());
        rows.column(ExtractsTable.SHA256).addText(extract.sha256());
        rows.column(ExtractsTable.BYTE_COUNT).addInteger(extract.byteCount());
        rows.column(ExtractsTable.PHYSICAL_ROW_COUNT).addInteger(extract.tally().physicalRows());
    }

    private static void addRow(TableRows rows, ExtractFacts extract, String outcome, String rule, long count) {
        rows.column(QualityTable.SOURCE_CODE).addText(extract.sourceCode());
        rows.column(QualityTable.EXTRACT_ID).addText(extract.extractId());
        rows.column(QualityTable.OUTCOME_CODE).addText(outcome);
        rows.column(QualityTable.RULE_CODE).addText(rule);
        rows.column(QualityTable.RECORD_COUNT).addInteger(count);
        rows.column(QualityTable.RECORD_COUNT_STATUS).addText("");
    }

    private static String outcomeOf(Rule rule) {
        return switch (rule.severity()) {
            case OUT_OF_SCOPE -> "out_of_scope";
            case REJECT, STOP -> "quarantined";
            case FINDING -> "finding";
        };
    }
}
