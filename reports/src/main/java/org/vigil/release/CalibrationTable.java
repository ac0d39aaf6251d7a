package org.vigil.release;

import java.util.List;

/** How the models of this run did on dates without an event. */
public final class CalibrationTable {
    /** Kind of the rows that are about alarms by the week, not about windows after a date. */
    public static final String ALARM_WEEK = "alarm_week";

    private static final String TOO_FEW = "fewer than 40 dates";
    private static final String OF_WINDOWS = "the row is about alarms by the week";
    private static final String OF_WEEKS = "the row is about windows";

    public static final Column SERIES_CLASS = Column.key(
            "series_class",
            ColumnType.TEXT,
            "Series calibrated together: whole_area, borough (all communities), borough_community");

    public static final Column SERIES_COUNT = Column.count(
            "series_count", "series", "Series with at least one date at which one incident or more is usual", "");

    public static final Column PLACEBO_COUNT = Column.count(
            "placebo_count",
            "windows",
            "Windows at dates without an event, with one incident or more usual, over all series of the class",
            OF_WINDOWS);

    public static final Column SEPARATE_PLACEBO_COUNT = Column.count(
            "separate_placebo_count",
            "windows",
            "Those of them that do not overlap within their series; coverage and distance are of these",
            OF_WINDOWS);

    public static final Column COVERED_SHARE = Column.decimal(
            "covered_share",
            "share",
            4,
            "Share of the separate windows inside their 95 % interval, before the factor; 0.93 to 0.97 is the goal",
            TOO_FEW + ", or " + OF_WINDOWS);

    public static final Column UNIFORM_DISTANCE = Column.decimal(
            "uniform_distance",
            "probability",
            4,
            "Largest distance between the distribution of randomised probability transforms and the uniform one (Kolmogorov and Smirnov)",
            TOO_FEW + ", or " + OF_WINDOWS);

    public static final Column CALIBRATION_FACTOR = Column.decimal(
            "calibration_factor",
            "ratio",
            3,
            "Factor of the standard deviation over all dates, from 1 to 2; at 2 no verdict is given. The estimates of an event leave out the dates that overlap it, and state their own factor",
            TOO_FEW + ", or " + OF_WINDOWS);

    public static final Column JUDGED_WEEK_COUNT = Column.count(
            "judged_week_count",
            "weeks",
            "Weeks without an event that have a bound, over all series of the class",
            OF_WEEKS);

    public static final Column ALARM_COUNT = Column.count("alarm_count", "weeks", "Those of them in alarm", OF_WEEKS);

    public static final Column ALARM_SHARE = Column.decimal(
            "alarm_share",
            "share",
            4,
            "Share of the judged weeks in alarm; at most 0.005 is expected of usual weeks",
            OF_WEEKS + ", or fewer than 40 weeks");

    public static final Column STATUS = Column.status(
            "calibration_status", "Shorthand for the row; [x] where there are fewer than 40 dates or weeks");

    public static final Table TABLE = new Table(
            "calibration",
            "How often windows without an event lie inside their interval, and weeks without one in alarm, in this run's own data",
            "source, date basis, record class, class of series, and a window or alarm weeks",
            List.of(
                    "Dates every seven days, or every week or month, are treated as if an event had happened. None lies near an event listed for the community of the series, and no window in the weeks after one.",
                    "Only baselines with at least 12 incidents, and windows in which one incident or more is usual.",
                    "Where there are fewer than 40 dates, estimates are published with factor 1.",
                    "Alarm weeks (window_kind alarm_week): one week in four of the last 104 complete ones, outside of the four weeks before and the eight after events"
                            + " listed for the community of the series. A week in alarm may still hold a rise that no listed event is near to."),
            List.of(
                    EventEffectsTable.SOURCE_CODE,
                    EventEffectsTable.DATE_BASIS,
                    EventEffectsTable.RECORD_CLASS,
                    SERIES_CLASS,
                    EventEffectsTable.WINDOW_KIND,
                    EventEffectsTable.GRAIN,
                    EventEffectsTable.WINDOW_FIRST,
                    EventEffectsTable.WINDOW_LAST,
                    SERIES_COUNT,
                    PLACEBO_COUNT,
                    SEPARATE_PLACEBO_COUNT,
                    COVERED_SHARE,
                    UNIFORM_DISTANCE,
                    CALIBRATION_FACTOR,
                    JUDGED_WEEK_COUNT,
                    ALARM_COUNT,
                    ALARM_SHARE,
                    STATUS));

    private CalibrationTable() {}
}
