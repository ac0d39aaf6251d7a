package org.vigil.disclosure;

import java.util.Set;
import java.util.function.Function;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.QualityTable;
import org.vigil.release.TableRows;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.QualityTabulation;

/**
 * The {@code quality} table of a public release: whole extracts only, under another name, rounded to 10. Below 10 nothing is said but that.
 */
final class PublicQuality {
    static final long ROUNDED_TO = 10;

    /** Outcomes that nearly all records have, and what they are part of. */
    private static final Set<String> WHOLE = Set.of("physical_rows", "read", "accepted");

    private PublicQuality() {}

    /**
     * Adds the rows of an extract.
     *
     * @param publicId name of an extract that says nothing of its file
     * @param policy beside exact counts, how many records there are in all is hidden
     */
    static void addTo(TableRows rows, ExtractFacts extract, Function<String, String> publicId, Policy policy) {
        QualityTabulation.outcomes(extract).forEach((outcome, count) -> {
            text(rows, QualityTable.SOURCE_CODE, extract.sourceCode());
            text(rows, QualityTable.EXTRACT_ID, publicId.apply(extract.extractId()));
            text(rows, QualityTable.OUTCOME_CODE, outcome);
            text(rows, QualityTable.RULE_CODE, QualityTabulation.ALL_RULES);
            if (isHidden(outcome, policy)) {
                rows.column(QualityTable.RECORD_COUNT).addEmpty();
                text(rows, QualityTable.RECORD_COUNT_STATUS, CellStatus.CONFIDENTIAL.shorthand());
            } else if (count < ROUNDED_TO) {
                rows.column(QualityTable.RECORD_COUNT).addEmpty();
                text(rows, QualityTable.RECORD_COUNT_STATUS, CellStatus.ROUNDS_TO_ZERO.shorthand());
            } else {
                rows.column(QualityTable.RECORD_COUNT).addInteger(rounded(count));
                text(rows, QualityTable.RECORD_COUNT_STATUS, "");
            }
        });
    }

    /** Whether a number is not said: all records less the exact counts that are shown would be those that are hidden. */
    static boolean isHidden(String outcome, Policy policy) {
        return policy == Policy.SUPPRESS && WHOLE.contains(outcome);
    }

    /** To the nearest ten, up from five. */
    static long rounded(long count) {
        return Math.floorDiv(count + ROUNDED_TO / 2, ROUNDED_TO) * ROUNDED_TO;
    }

    private static void text(TableRows rows, Column column, String text) {
        rows.column(column).addText(text);
    }
}
