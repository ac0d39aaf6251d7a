package org.vigil.report.text;

/** Sentences on how the models did where nothing had happened. */
public final class CalibrationText {
    /** Fewer windows than this inside their interval mean that intervals were too narrow before they were widened. */
    public static final double LEAST_COVERED = 0.93;

    /** More windows than this inside their interval mean that intervals are wider than they need be. */
    public static final double MOST_COVERED = 0.97;

    /** At this factor no verdict is given. */
    public static final double MOST_FACTOR = 2;

    /** What was done. */
    public static final String EXPLANATION =
            "Dates without an event were studied as if one had happened. Of their windows, 95 of 100 should lie inside their 95% interval.";

    /** What is expected of usual weeks. */
    private static final double LARGEST_SHARE = 0.01;

    private CalibrationText() {}

    /**
     * How often weeks without an event were in alarm.
     *
     * @param judged such weeks
     * @param inAlarm those of them in alarm
     */
    public static String falseAlarms(long judged, long inAlarm) {
        double share = (double) inAlarm / judged;
        return "Of " + NumberText.counted(judged, "week", "weeks") + " without an event near, "
                + NumberText.count(inAlarm) + (inAlarm == 1 ? " was" : " were") + " in alarm ("
                + NumberText.percent(100 * share) + "), where up to 0.5% would be expected of usual weeks."
                + (share > LARGEST_SHARE
                        ? " Either alarms come too easily here, or there were rises that no listed event is near to."
                        : "");
    }

    /**
     * What came of it.
     *
     * @param judged classes of series and windows with enough dates
     * @param tooNarrow those of them with fewer windows inside than the goal
     * @param tooWide those of them with more
     * @param withoutVerdict those whose factor reached its largest value
     */
    public static String found(long judged, long tooNarrow, long tooWide, long withoutVerdict) {
        if (judged == 0) {
            return "There are too few such dates to say how well the models did.";
        }
        String of = " of " + NumberText.counted(judged, "row", "rows") + " below";
        StringBuilder text = new StringBuilder(
                tooNarrow == 0
                        ? "In none" + of + " did fewer than 93%."
                        : "In " + NumberText.count(tooNarrow) + of
                                + " fewer than 93% did; the factor widens their intervals.");
        if (tooWide > 0) {
            text.append(" In ")
                    .append(NumberText.count(tooWide))
                    .append(" more than 97% did: there, a change must be larger to be called clear.");
        }
        if (withoutVerdict > 0) {
            text.append(" In ")
                    .append(NumberText.count(withoutVerdict))
                    .append(" the factor is at its limit, so no verdict is given.");
        }
        return text.toString();
    }
}
