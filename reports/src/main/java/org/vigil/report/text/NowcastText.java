package org.vigil.report.text;

import java.time.LocalDate;
import java.util.OptionalDouble;

/** Sentences on weeks whose records are still arriving. */
public final class NowcastText {
    private NowcastText() {}

    /**
     * The newest week with an estimate.
     *
     * @param weekEnd its last day
     * @param reported number known
     * @param completeness share of the final number that is usually known by then
     * @param lower lower end of the 95 % interval of the final number
     * @param upper its upper end
     */
    public static String newest(LocalDate weekEnd, long reported, OptionalDouble completeness, long lower, long upper) {
        String known = completeness.isPresent()
                ? ", usually " + NumberText.count(Math.round(100 * completeness.getAsDouble())) + "% of all"
                : "";
        return "Of the week ending " + DateText.day(weekEnd) + ", " + NumberText.count(reported) + " are known" + known
                + "; " + NumberText.count(lower) + " to " + NumberText.count(upper) + " are estimated in the end.";
    }
}
