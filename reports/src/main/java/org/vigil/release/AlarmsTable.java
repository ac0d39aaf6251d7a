package org.vigil.release;

import java.util.List;

/** Whether the newest weeks count more than usual. */
public final class AlarmsTable {
    private static final String NO_BOUND = "no model could say what was to be expected; model_status says why";

    public static final Column WEEK_START_DATE =
            Column.key("week_start_date", ColumnType.DATE, "Monday of the ISO week");

    public static final Column INCIDENT_COUNT = Column.count(
            "incident_count",
            "counting units of the source",
            "Number recorded in the week, so far if it is not over; incidents known only to the month are in no week",
            "rounds to 0 in a public release; the status says so");

    public static final Column EXPECTED_COUNT = Column.decimal(
            "expected_count",
            "counting units of the source",
            2,
            "Number that the weeks before lead to expect of a usual week",
            NO_BOUND);

    public static final Column EXPECTED_UPPER95 = Column.count(
            "expected_count_upper95",
            "counting units of the source",
            "Upper end of the central 95 % of what a usual week counts",
            NO_BOUND);

    public static final Column BOUND_COUNT = Column.count(
            "alarm_bound_count",
            "counting units of the source",
            "Number that a usual week exceeds once in 200 weeks; above it there is an alarm",
            NO_BOUND);

    public static final Column LEAST_EXCESS_COUNT = Column.count(
            "least_excess_count",
            "counting units of the source",
            "At least so many more than usual: number recorded less expected_count_upper95, 0 if that is below 0",
            NO_BOUND);

    public static final Column SCORE = Column.decimal(
                    "alarm_score",
                    "share of the way from the expected number to the bound",
                    3,
                    "(recorded - expected) / (bound - expected); above 1 the bound is exceeded",
                    "no bound, or one that is not above the expected number")
            .disclosive();

    public static final Column P = Column.decimal(
                    "alarm_p", "chance", 6, "Chance that a usual week counts at least so many", NO_BOUND)
            .disclosive();

    public static final Column Q = Column.decimal(
                    "alarm_q",
                    "share",
                    6,
                    "p adjusted by Benjamini and Hochberg for all series tested together in the week: of the alarms up to here so large a share is expected to be false",
                    NO_BOUND)
            .disclosive();

    public static final Column Q_BAND = Column.attribute(
                    "alarm_q_band",
                    ColumnType.TEXT,
                    "The same in bands: below 0.01, below 0.05, below 0.10, or 0.10 and more")
            .codedBy("q_band")
            .emptyMeans(NO_BOUND);

    public static final Column TESTED_SERIES_COUNT = Column.count(
            "tested_series_count", "series", "Series tested together in the week", "the series was not tested");

    public static final Column DISPERSION = Column.decimal(
                    "dispersion",
                    "variance over mean",
                    3,
                    "How much more than Poisson counts vary, at least 1",
                    NO_BOUND)
            .disclosive();

    public static final Column MODEL_STATUS = Column.attribute(
                    "model_status", ColumnType.TEXT, "Model that the expected number comes from, or why there is none")
            .codedBy("model_status");

    public static final Column BASELINE_WEEK_COUNT = Column.count(
                    "baseline_week_count",
                    "weeks",
                    "Weeks that the model was learnt from; none lies before a break in series",
                    "")
            .disclosive();

    public static final Column IS_ALARM = Column.attribute(
            "is_alarm",
            ColumnType.BOOLEAN,
            "Whether the number is above the bound and at least 5 were recorded in the week and the three before it");

    public static final Column WEEKS_IN_ALARM = Column.count(
            "weeks_in_alarm", "weeks", "Weeks in alarm without a gap up to this one; 0 without an alarm", "");

    public static final Column ALARM_PHASE = Column.attribute(
                    "alarm_phase", ColumnType.TEXT, "Whether the week before was in alarm too")
            .codedBy("alarm_phase")
            .emptyMeans("no alarm");

    public static final Column ALARM_RANK = Column.count(
            "alarm_rank",
            "place",
            "Place in the list of the week's alarms: those with q of at most 0.10, the largest least_excess_count first, those listed"
                    + " under another one right behind it",
            "not listed: no alarm, a larger q, or a week that is not complete");

    public static final Column IS_EARLY_SIGNAL = Column.attribute(
            "is_early_signal",
            ColumnType.BOOLEAN,
            "Whether the week is in alarm with q of at most 0.10 by what is recorded so far, though it is not complete");

    public static final Column UNDER_AREA_CODE = Column.attribute(
                    "under_area_code",
                    ColumnType.TEXT,
                    "Area of the alarm under which this one is listed, because it counts the same incidents among others")
            .codedBy("area")
            .emptyMeans("listed under no other, or not listed");

    public static final Column UNDER_COMMUNITY_CODE = Column.attribute(
                    "under_community_code", ColumnType.TEXT, "Community of the alarm under which this one is listed")
            .codedBy("community")
            .emptyMeans("listed under no other, or not listed");

    public static final Column STATUS = Column.status(
            "alarm_status",
            "Shorthand for the numbers of the row: [p] while the week is provisional, so that an alarm is an early signal, [u] where the"
                    + " bound rests on little, [x] where there is none");

    public static final Table TABLE = new Table(
            "alarms",
            "Whether the newest weeks count more than usual",
            "source, date basis, record class, area or whole area, target community or all, ISO week",
            List.of(
                    "The newest eight whole weeks of every series, a year of them of series of the whole area, and the week that is not over. Sources that know only"
                            + " months have no row, nor have series of which more than 5 % of five years are known only to the month.",
                    "An alarm says that more was recorded than weeks of that season and level usually count. It says nothing of why, and no alarm is no"
                            + " reassurance: a borough by itself can show only large rises in a week.",
                    "Three years of history and more: Farrington Flexible (Noufaily and others 2013), five years at most, without the newest 26 weeks."
                            + " 26 weeks and more: yearly wave and trend as far as the history allows, without the newest four weeks. Less: the sum of the last"
                            + " 6 to 12 weeks, if they counted less than two a week.",
                    "Series tested together: those of one source and week with an expected number of at least 1, and apart from them those with less. Weeks older than"
                            + " eight have those of the whole area only.",
                    "A community in a borough is listed under its borough or under its community in the whole area, where these are listed too: under the one with the higher place."),
            List.of(
                    CountsTable.SOURCE_CODE,
                    CountsTable.DATE_BASIS,
                    CountsTable.RECORD_CLASS,
                    CountsTable.AREA_CODE,
                    CountsTable.COMMUNITY_CODE,
                    WEEK_START_DATE,
                    INCIDENT_COUNT,
                    EXPECTED_COUNT,
                    EXPECTED_UPPER95,
                    BOUND_COUNT,
                    LEAST_EXCESS_COUNT,
                    SCORE,
                    P,
                    Q,
                    Q_BAND,
                    TESTED_SERIES_COUNT,
                    DISPERSION,
                    MODEL_STATUS,
                    BASELINE_WEEK_COUNT,
                    IS_ALARM,
                    WEEKS_IN_ALARM,
                    ALARM_PHASE,
                    ALARM_RANK,
                    IS_EARLY_SIGNAL,
                    UNDER_AREA_CODE,
                    UNDER_COMMUNITY_CODE,
                    STATUS));

    private AlarmsTable() {}
}
