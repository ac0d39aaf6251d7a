package org.vigil.release;

import java.util.List;

/** Counts beside those of a year before, and the level without season and chance. */
public final class TrendsTable {
    private static final String COUNTING_UNITS = "counting units of the source";
    private static final String NO_CHANGE = "no change is given; the status says why";

    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column DATE_BASIS = Column.key(
                    "date_basis", ColumnType.TEXT, "Which date places an incident in its month: occurred or recorded")
            .codedBy("date_basis");

    public static final Column RECORD_CLASS = Column.key(
                    "record_class", ColumnType.TEXT, "crime; for a source that records none, the class that it records")
            .codedBy("record_class");

    public static final Column AREA_CODE = Column.key(
                    "area_code", ColumnType.TEXT, "Area by official code, or the code of the whole area")
            .codedBy("area");

    public static final Column COMMUNITY_CODE = Column.key(
                    "community_code",
                    ColumnType.TEXT,
                    "Community the target was perceived to belong to, or all for the total counted once")
            .codedBy("community");

    public static final Column MONTH_START_DATE =
            Column.key("month_start_date", ColumnType.DATE, "First day of the month");

    public static final Column INCIDENT_COUNT = Column.count(
            "incident_count",
            COUNTING_UNITS,
            "Number recorded in the month",
            "rounds to 0 in a public release; the status says so");

    public static final Column INCIDENT_COUNT_STATUS = Column.status(
            "incident_count_status",
            "Shorthand for the month's count: [b] where the month holds a break in series, [p] while it is provisional, [low] where it rounds to 0");

    public static final Column YEAR_BEFORE_COUNT = Column.count(
            "year_before_count",
            COUNTING_UNITS,
            "Number recorded in the same month of the year before",
            "the series starts later");

    public static final Column CHANGE_PERCENT = Column.decimal(
            "change_percent", "percent", 1, "Change of the month's count from that of the year before", NO_CHANGE);

    public static final Column CHANGE_LOWER95 = Column.decimal(
            "change_lower95",
            "percent",
            1,
            "Lower end of the exact conditional 95 % interval of the ratio of the two counts, as a change",
            NO_CHANGE);

    public static final Column CHANGE_UPPER95 =
            Column.decimal("change_upper95", "percent", 1, "Upper end of that interval", NO_CHANGE);

    public static final Column CHANGE_STATUS = Column.status(
            "change_status",
            "Shorthand for the change and its base: [x] the series starts later, [b] a break in series lies in or between the two months,"
                    + " [p] provisional, [u] one of the counts is below 50; from fewer than 20 no change is given");

    public static final Column ROLLING_COUNT = Column.count(
            "rolling_12_months_count",
            COUNTING_UNITS,
            "Number recorded in the twelve months that end with the month",
            "the series holds fewer than twelve months");

    public static final Column ROLLING_COUNT_STATUS = Column.status(
            "rolling_12_months_count_status",
            "Shorthand for that count: [x] fewer than twelve months, [b] they hold a break in series, [p] the last of them is provisional");

    public static final Column ROLLING_YEAR_BEFORE_COUNT = Column.count(
            "rolling_12_months_year_before_count",
            COUNTING_UNITS,
            "Number recorded in the twelve months before those",
            "the series starts later");

    public static final Column ROLLING_CHANGE_PERCENT = Column.decimal(
            "rolling_12_months_change_percent",
            "percent",
            1,
            "Change from the twelve months before to the twelve months that end with the month",
            NO_CHANGE);

    public static final Column ROLLING_CHANGE_LOWER95 = Column.decimal(
            "rolling_12_months_change_lower95",
            "percent",
            1,
            "Lower end of the exact conditional 95 % interval of the ratio of the two counts, as a change",
            NO_CHANGE);

    public static final Column ROLLING_CHANGE_UPPER95 =
            Column.decimal("rolling_12_months_change_upper95", "percent", 1, "Upper end of that interval", NO_CHANGE);

    public static final Column ROLLING_CHANGE_STATUS = Column.status(
            "rolling_12_months_change_status",
            "Shorthand for that change and its base: [x] the series starts later, [b] a break in series lies in the 24 months,"
                    + " [p] provisional, [u] one of the counts is below 50; from fewer than 20 no change is given");

    public static final Column TREND_METHOD = Column.attribute(
                    "trend_method", ColumnType.TEXT, "How the level was told from season and chance")
            .codedBy("trend_method")
            .emptyMeans("no level");

    public static final Column TREND_UNIT = Column.attribute(
                    "trend_unit", ColumnType.TEXT, "Unit of time that the level counts in: week or month")
            .emptyMeans("no level");

    public static final Column TREND_LEVEL = Column.decimal(
            "trend_level",
            "counting units of the source a trend_unit",
            2,
            "Level of the month without season and chance; of weeks, the mean over those whose Thursday is in the month",
            "no level is given; the status says why");

    public static final Column TREND_COMPONENT = Column.decimal(
            "trend_component",
            "square root of incidents a trend_unit",
            4,
            "Trend of the seasonal decomposition of √(count + 3/8)",
            "the method has none, or no level is given");

    public static final Column SEASONAL_COMPONENT = Column.decimal(
            "seasonal_component",
            "square root of incidents a trend_unit",
            4,
            "Season of that decomposition, the same in every year; above 0 where the time of year is usually above the trend",
            "the method has none, or no level is given");

    public static final Column TREND_STATUS = Column.status(
            "trend_status",
            "Shorthand for level and components: [b] the month holds a break in series, [p] provisional, [x] too near to the start, the end or a"
                    + " break");

    public static final Table TABLE = new Table(
            "trends",
            "Change on the year before, and level without season, by area, target community and month",
            "source, date basis, record class, area or whole area, target community or all, month",
            List.of(
                    "Only months that the source covers whole, of series in which at least one incident was recorded; zeros of all others are in counts.",
                    "Sources for which the absence of a record says nothing have no trends.",
                    "Communities do not add up to the total, and neither do their levels.",
                    "The interval of a change allows for chance in two Poisson counts only. Incidents come in waves, so two years can differ by more than it"
                            + " says without a lasting change.",
                    "Nothing is compared across a break in series, and no level reaches across one.",
                    "Provisional months have counts, but neither a change nor a level, which would fall short by the records still to come.",
                    "The change is of counts, not of rates: neither the length of a month nor the number of residents enters."),
            List.of(
                    SOURCE_CODE,
                    DATE_BASIS,
                    RECORD_CLASS,
                    AREA_CODE,
                    COMMUNITY_CODE,
                    MONTH_START_DATE,
                    INCIDENT_COUNT,
                    INCIDENT_COUNT_STATUS,
                    YEAR_BEFORE_COUNT,
                    CHANGE_PERCENT,
                    CHANGE_LOWER95,
                    CHANGE_UPPER95,
                    CHANGE_STATUS,
                    ROLLING_COUNT,
                    ROLLING_COUNT_STATUS,
                    ROLLING_YEAR_BEFORE_COUNT,
                    ROLLING_CHANGE_PERCENT,
                    ROLLING_CHANGE_LOWER95,
                    ROLLING_CHANGE_UPPER95,
                    ROLLING_CHANGE_STATUS,
                    TREND_METHOD,
                    TREND_UNIT,
                    TREND_LEVEL,
                    TREND_COMPONENT,
                    SEASONAL_COMPONENT,
                    TREND_STATUS));

    private TrendsTable() {}
}
