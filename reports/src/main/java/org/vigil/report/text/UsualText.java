package org.vigil.report.text;

/**
 * Sentences about a count beside what is usual. They say what was recorded and what would be usual, never why, and name as uncertain what is.
 */
public final class UsualText {
    private UsualText() {}

    /** A count with its usual range: {@code 70 recorded where 38 to 56 would be usual.} */
    public static String recorded(JudgedCount count) {
        String recorded = NumberText.count(count.recorded().orElseThrow()) + " recorded";
        return count.hasEstimate() ? recorded + " where " + count.usualText() + " would be usual." : recorded + ".";
    }

    /** A count of a window with its usual range: {@code 70 recorded in the 28 days from 2 October 2025 on where 38 to 56 would be usual.} */
    public static String recorded(JudgedCount count, String when) {
        String recorded = NumberText.count(count.recorded().orElseThrow()) + " recorded " + when;
        return count.hasEstimate() ? recorded + " where " + count.usualText() + " would be usual." : recorded + ".";
    }

    /**
     * A count with its usual range and verdict: {@code 70 recorded in the 28 days from 2 October 2025 on, 38 to 56 usual: above usual.}
     *
     * @param when the period as a sentence needs it, with its preposition
     */
    public static String judged(JudgedCount count, String when) {
        return NumberText.count(count.recorded().orElseThrow()) + " recorded " + when
                + (count.hasEstimate() ? ", " + count.usualText() + " usual: " : ": ") + count.verdictText() + ".";
    }

    /**
     * How large a rise is ruled out, or not: what no clear change and close to usual leave open.
     *
     * <p>The upper limit of the ratio parts the rises that the 95 % interval holds from those that it does not.
     */
    public static String ruledOut(JudgedCount count) {
        if (count.ratioUpper().isEmpty()) {
            return "No rise can be ruled out.";
        }
        // An interval below 1 holds no rise at all, but that there was none is never said.
        String limit = NumberText.times(Math.max(1, count.ratioUpper().getAsDouble()));
        return count.is(Verdict.CLOSE_TO_USUAL) || count.ratioUpper().getAsDouble() <= 1
                ? "A rise above " + limit + " can be ruled out."
                : "A rise up to " + limit + " cannot be ruled out; a larger one can.";
    }

    /**
     * How long counts stayed above usual, as a table shows it.
     *
     * @param units number of units from the event on
     * @param unit word for one: week or month
     * @param isOpen whether data or a year ran out before it was over
     * @param isToTheEnd whether the last unit of the data is still one of them
     */
    public static String duration(long units, String unit, boolean isOpen, boolean isToTheEnd) {
        if (units == 0) {
            return isOpen ? "none so far" : "none by itself";
        }
        String text = NumberText.counted(units, unit, unit + "s");
        if (!isOpen) {
            return text;
        }
        return isToTheEnd ? text + ", still above" : "at least " + text;
    }

    /** The same as a sentence. */
    public static String durationSentence(long units, String unit, boolean isOpen, boolean isToTheEnd) {
        String text = NumberText.counted(units, unit, unit + "s");
        if (units == 0) {
            return "No " + unit + " by itself was above usual" + (isOpen ? " so far." : " from the event on.");
        }
        if (!isOpen) {
            return "Counts were above usual for " + text + ".";
        }
        return isToTheEnd
                ? "Counts are still above usual, after " + text + "."
                : "Counts were above usual for at least " + text + ".";
    }
}
