package org.vigil.release;

import java.util.List;

/** How many incidents were recorded after each reference event, and how many would be usual. */
public final class EventEffectsTable {
    private static final String UNITS = "counting units of the source";
    private static final String NO_ESTIMATE = "no estimate is made; model_status_code says why";
    private static final String NO_RATIO =
            "no estimate is made, nothing would be usual, or less than half of the first unit lies after the event";

    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column DATE_BASIS = Column.key(
                    "date_basis", ColumnType.TEXT, "Which date places an incident in its window: occurred or recorded")
            .codedBy("date_basis");

    public static final Column RECORD_CLASS = Column.key(
                    "record_class", ColumnType.TEXT, "Record class that is studied: crime where the source has crimes")
            .codedBy("record_class");

    public static final Column EVENT_ID = Column.key("event_id", ColumnType.TEXT, "Reference event");

    public static final Column AREA_CODE = Column.key(
                    "area_code", ColumnType.TEXT, "Area by official code, or the code of the whole area")
            .codedBy("area");

    public static final Column COMMUNITY_CODE = Column.key(
                    "community_code",
                    ColumnType.TEXT,
                    "Community the target was perceived to belong to, or all for the total counted once")
            .codedBy("community");

    public static final Column WINDOW_KIND = Column.key(
            "window_kind",
            ColumnType.TEXT,
            "disjoint: one of the windows that follow one another; cumulative: from the event on");

    public static final Column GRAIN = Column.key("grain", ColumnType.TEXT, "Unit of the window: day, week or month");

    public static final Column WINDOW_FIRST = Column.key(
            "window_first_unit", ColumnType.INTEGER, "First unit of the window, counted from 0, the unit of the event");

    public static final Column WINDOW_LAST =
            Column.key("window_last_unit", ColumnType.INTEGER, "Last unit of the window, itself within");

    public static final Column WINDOW_START_DATE =
            Column.attribute("window_start_date", ColumnType.DATE, "First day of the window");

    public static final Column WINDOW_END_DATE =
            Column.attribute("window_end_date", ColumnType.DATE, "Last day of the window");

    public static final Column IS_HEADLINE = Column.attribute(
            "is_headline", ColumnType.BOOLEAN, "Whether the window is the one that reports speak of first");

    public static final Column IS_TESTED = Column.attribute(
            "is_tested",
            ColumnType.BOOLEAN,
            "Whether the catalogue names a ground to test the community: it was attacked, or a rise was reported; otherwise the row is exploratory");

    public static final Column INSEPARABLE_EVENTS = Column.attribute(
                    "inseparable_event_ids",
                    ColumnType.TEXT,
                    "Events in the same or adjacent units that cannot be told apart, with semicolons; the estimate is that of all of them")
            .emptyMeans("the event stands alone");

    public static final Column FIRST_UNIT_EXPOSURE = Column.decimal(
            "first_unit_exposure",
            "share",
            2,
            "Share of the days of the event's own unit from the event on; below 0.5 that unit alone has no ratio",
            "");

    public static final Column MODEL_STATUS = Column.attribute(
            "model_status_code",
            ColumnType.TEXT,
            "ok, reduced_model, zero_baseline, insufficient_history, not_converged, partial, not_separable, contaminated_baseline or short_after_break; in a public release ok, not_separable or not_modelled");

    public static final Column BASELINE_START_DATE = Column.attribute(
                    "baseline_start_date", ColumnType.DATE, "First day of the baseline")
            .emptyMeans(NO_ESTIMATE)
            .disclosive();

    public static final Column BASELINE_UNITS = Column.count(
                    "baseline_unit_count",
                    "units of the grain",
                    "Units before the event that say what is usual",
                    NO_ESTIMATE)
            .disclosive();

    public static final Column LEFT_OUT_UNITS = Column.count(
                    "left_out_unit_count",
                    "units of the grain",
                    "Units left out of the baseline because they were raised after an earlier event",
                    NO_ESTIMATE)
            .disclosive();

    public static final Column OBSERVED_COUNT = Column.count(
            "observed_count",
            UNITS,
            "Number recorded in the window",
            "the source does not cover the whole window, or the number is not published; the status says why");

    public static final Column EXPECTED = Column.decimal(
            "expected", UNITS, 1, "Number usual in such a window, outside earlier raised periods", NO_ESTIMATE);

    public static final Column EXPECTED_LOWER95 =
            Column.count("expected_lower95", UNITS, "Lower end of what is usual in 95 of 100 windows", NO_ESTIMATE);

    public static final Column EXPECTED_UPPER95 =
            Column.count("expected_upper95", UNITS, "Upper end of what is usual in 95 of 100 windows", NO_ESTIMATE);

    public static final Column EXCESS = Column.decimal("excess", UNITS, 1, "Recorded less usual number", NO_ESTIMATE);

    public static final Column EXCESS_LOWER95 =
            Column.count("excess_lower95", UNITS, "Recorded number less the upper end", NO_ESTIMATE);

    public static final Column EXCESS_UPPER95 =
            Column.count("excess_upper95", UNITS, "Recorded number less the lower end", NO_ESTIMATE);

    public static final Column RATIO =
            Column.decimal("observed_ratio", "ratio", 2, "Recorded over usual number", NO_RATIO);

    public static final Column RATIO_LOWER95 = Column.decimal(
            "observed_ratio_lower95", "ratio", 2, "Recorded number over the upper end of what is usual", NO_RATIO);

    public static final Column RATIO_UPPER95 = Column.decimal(
            "observed_ratio_upper95",
            "ratio",
            2,
            "Recorded number over the lower end of what is usual; where none was recorded, the exact upper limit of 0 over the usual number",
            "no upper limit: none may be usual; or no ratio");

    public static final Column UPPER_P = Column.decimal(
                    "upper_p_value",
                    "probability",
                    5,
                    "Chance of more than the recorded number, and half that of as many, in an undisturbed window",
                    NO_ESTIMATE)
            .disclosive();

    public static final Column TWO_SIDED_P = Column.decimal(
                    "two_sided_p_value", "probability", 5, "Twice the smaller of both tails, at most 1", NO_ESTIMATE)
            .disclosive();

    public static final Column P_BAND = Column.attribute(
                    "two_sided_p_band",
                    ColumnType.TEXT,
                    "The same in bands: below 0.01, below 0.05, below 0.10, or 0.10 and more")
            .codedBy("q_band")
            .emptyMeans(NO_ESTIMATE);

    public static final Column PLACEBO_P = Column.decimal(
            "placebo_p_value",
            "probability",
            4,
            "Share of dates without an event, the event among them, whose window looked at least as high",
            "fewer than 40 such dates, or no estimate");

    public static final Column PLACEBO_COUNT = Column.count(
            "placebo_count", "dates", "Dates without an event that the window is compared with", NO_ESTIMATE);

    public static final Column PLACEBO_STATUS =
            Column.status("placebo_status", "Shorthand for placebo_p_value; [x] where there are fewer than 40 dates");

    public static final Column Q_VALUE = Column.decimal(
                    "q_value",
                    "probability",
                    5,
                    "Two-sided p adjusted for all areas and communities of the event and window (Benjamini and Hochberg 1995)",
                    "the row is in no family of tests; q_value_status says why")
            .disclosive();

    public static final Column Q_BAND = Column.attribute(
                    "q_value_band", ColumnType.TEXT, "The same in bands, as two_sided_p_band")
            .codedBy("q_band")
            .emptyMeans("the row is in no family of tests; q_value_status says why");

    public static final Column Q_VALUE_DEPENDENT = Column.decimal(
                    "q_value_dependent",
                    "probability",
                    5,
                    "The same however the tests hang together (Benjamini and Yekutieli 2001)",
                    "the row is in no family of tests")
            .disclosive();

    public static final Column FAMILY_SIZE = Column.count(
            "family_test_count", "tests", "Tests of the family that q adjusts for", "the row is in no family of tests");

    public static final Column Q_VALUE_STATUS = Column.status(
            "q_value_status",
            "Shorthand for q; [z] for the whole area and for all communities, which are in no family, [x] where fewer than one incident is usual or there is no estimate");

    public static final Column DETECTABLE_RATIO = Column.decimal(
                    "detectable_ratio",
                    "ratio",
                    2,
                    "Smallest ratio that would be found in 80 of 100 cases",
                    "no estimate, or above 1,000")
            .disclosive();

    public static final Column CALIBRATION_FACTOR = Column.decimal(
                    "calibration_factor",
                    "ratio",
                    3,
                    "Factor of the standard deviation that dates without an event asked for, from 1 to 2",
                    NO_ESTIMATE)
            .disclosive();

    public static final Column DURATION = Column.count(
                    "duration_unit_count",
                    "7-day blocks, weeks or months",
                    "Units from the event on before the first two in a row that are not above usual",
                    NO_ESTIMATE)
            .disclosive();

    public static final Column IS_DURATION_OPEN = Column.attribute(
                    "is_duration_open",
                    ColumnType.BOOLEAN,
                    "Whether the duration is at least this long: the data or a year ran out")
            .emptyMeans(NO_ESTIMATE)
            .disclosive();

    public static final Column VERDICT = Column.attribute(
                    "verdict_code",
                    ColumnType.TEXT,
                    "above_usual, below_usual, close_to_usual, no_clear_change (a rise up to the upper limit of the ratio cannot be ruled out) or too_few_to_say")
            .emptyMeans("no verdict is given; the other columns say why")
            .codedBy("verdict_code");

    public static final Column STATUS = Column.status(
            "event_effect_status",
            "Shorthand for the estimates of the row; [x] not available, [z] no ratio because less than 0.05 is usual or most of the first unit lies before the event,"
                    + " [b] too short after a break, [u] low reliability, [p] the window is provisional, [c] confidential");

    public static final Table TABLE = new Table(
            "event_effects",
            "Incidents after reference events, and what would be usual",
            "source, date basis, record class, event, area or whole area, target community or all, window",
            List.of(
                    "Association in time. A row says what was recorded from a date on and what would be usual; it does not say why, and other events can lie in the same window.",
                    "Usual means outside earlier raised periods: units after earlier events with a ground to test the community that were themselves raised are left out of the baseline.",
                    "The model of the baseline has days of the week (for days), season and trend, or one level where fewer than 60 incidents were recorded (reduced_model); its uncertainty is measured on blocks of the baseline and widened by calibration_factor (table calibration).",
                    "Disjoint and cumulative windows are separate families of tests; so are tested and exploratory communities.",
                    "Only events whose first day of response the source covers, and that concern the area; series in which nothing was ever recorded have no rows. A figure in calendar months is never set beside one in days."),
            List.of(
                    SOURCE_CODE,
                    DATE_BASIS,
                    RECORD_CLASS,
                    EVENT_ID,
                    AREA_CODE,
                    COMMUNITY_CODE,
                    WINDOW_KIND,
                    GRAIN,
                    WINDOW_FIRST,
                    WINDOW_LAST,
                    WINDOW_START_DATE,
                    WINDOW_END_DATE,
                    IS_HEADLINE,
                    IS_TESTED,
                    INSEPARABLE_EVENTS,
                    FIRST_UNIT_EXPOSURE,
                    MODEL_STATUS,
                    BASELINE_START_DATE,
                    BASELINE_UNITS,
                    LEFT_OUT_UNITS,
                    OBSERVED_COUNT,
                    EXPECTED,
                    EXPECTED_LOWER95,
                    EXPECTED_UPPER95,
                    EXCESS,
                    EXCESS_LOWER95,
                    EXCESS_UPPER95,
                    RATIO,
                    RATIO_LOWER95,
                    RATIO_UPPER95,
                    UPPER_P,
                    TWO_SIDED_P,
                    P_BAND,
                    PLACEBO_P,
                    PLACEBO_COUNT,
                    PLACEBO_STATUS,
                    Q_VALUE,
                    Q_BAND,
                    Q_VALUE_DEPENDENT,
                    FAMILY_SIZE,
                    Q_VALUE_STATUS,
                    DETECTABLE_RATIO,
                    CALIBRATION_FACTOR,
                    DURATION,
                    IS_DURATION_OPEN,
                    VERDICT,
                    STATUS));

    private EventEffectsTable() {}
}
