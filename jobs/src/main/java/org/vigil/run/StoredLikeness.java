package org.vigil.run;

import java.util.Locale;
import org.vigil.cube.CellSizes;

/**
 * How many incidents of a source agree in every date and code that is stored of them; the publisher's words and references to other sources are not compared. For
 * the operator of the store only.
 *
 * @param sourceCode code of the source
 * @param sizes how many agree
 * @param isExact whether all incidents were compared; otherwise the sizes are estimated from a part
 */
public record StoredLikeness(String sourceCode, CellSizes sizes, boolean isExact) {

    /** For people. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "Of %,d incidents of %s %s%.1f %% differ from every other in the dates and codes that are stored of them, and %.1f %% agree with fewer than four others.",
                sizes.incidents(),
                sourceCode,
                isExact ? "" : "about ",
                100 * sizes.shareAlone(),
                100 * sizes.shareFewerThanFive());
    }
}
