package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:-]+");

    BlockName {
        for (String part : List.of(sourceCode, dateBasis, recordClass)) {
            if (!CODE.matcher(part).matches()) {
                throw new IllegalArgumentException(
                        "Found a code of a block that is not of letters, digits and . _ : -");
            }
        }
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
