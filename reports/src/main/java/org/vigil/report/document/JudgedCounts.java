package org.vigil.report.document;

import java.util.OptionalLong;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.Verdict;

/** Reads counts with what is usual: tables of windows and of periods share these columns. */
final class JudgedCounts {
    private JudgedCounts() {}

    static JudgedCount read(Rows rows, Column recorded, Column status, int row) {
        OptionalLong lower = rows.number(EventEffectsTable.EXPECTED_LOWER95, row);
        return new JudgedCount(
                rows.number(recorded, row),
                lower,
                rows.number(EventEffectsTable.EXPECTED_UPPER95, row),
                rows.decimal(EventEffectsTable.RATIO, row),
                rows.decimal(EventEffectsTable.RATIO_LOWER95, row),
                rows.decimal(EventEffectsTable.RATIO_UPPER95, row),
                Verdict.find(rows.text(EventEffectsTable.VERDICT, row)),
                rows.text(EventEffectsTable.MODEL_STATUS, row),
                rows.text(status, row));
    }
}
