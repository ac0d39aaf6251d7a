package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.vigil.cellkey.Leaf;

/**
 * What a block of suppressed counts holds.
 *
 * @param sourceCode source
 * @param dateBasis the date that places an incident in time
 * @param recordClass crime, non-crime incident or terrorism-related
 * @param year calendar year in which the financial year begins
 */
record BlockName(String sourceCode, String dateBasis, String recordClass, int year) {
    BlockName {
        LedgerLines.requireCodes(List.of(sourceCode, dateBasis, recordClass));
    }

    /** Last day of the financial year. */
    LocalDate end() {
        return Leaf.startOfYear(year + 1).minusDays(1);
    }

    /** For messages. */
    @Override
    public String toString() {
        return "block " + sourceCode + ", " + recordClass + ", year from April " + year;
    }
}
