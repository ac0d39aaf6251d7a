package org.vigil.release;

import java.util.List;

/** How much a period changed after it had been published at a certain age. */
public final class RevisionSummaryTable {
    /** Fewer observed periods than this give no median and no percentile. */
    public static final int FEWEST_PERIODS = 8;

    private static final String TOO_FEW = "fewer than " + FEWEST_PERIODS + " periods were observed at this age";
    private static final String TOO_FEW_WITH_BASE =
            "fewer than " + FEWEST_PERIODS + " periods with a count above 0 were observed at this age";
    private static final String QUANTILE =
            " (linear interpolation between order statistics, Hyndman and Fan 1996, type 7)";

    public static final Column AGE_WEEKS =
            Column.key("age_weeks", ColumnType.INTEGER, "Weeks after the last day of the period: 1, 4, 13 or 52");

    public static final Column FIRST_VINTAGE_DATE = Column.attribute(
            "first_vintage_date",
            ColumnType.DATE,
            "As-of date of the first release of the chain that published the series; nothing is known of earlier ones");

    public static final Column OBSERVED_PERIOD_COUNT = Column.count(
            "observed_period_count",
            "periods",
            "Periods of which an earlier release published a number at this age and this release publishes one",
            "");

    public static final Column FOLLOWED_WEEKS_MEDIAN = Column.decimal(
            "followed_weeks_median",
            "weeks",
            1,
            "Median time from the release that published a period at this age to this release" + QUANTILE,
            TOO_FEW);

    public static final Column CHANGE_PERCENT_MEDIAN = Column.decimal(
            "change_percent_median",
            "percent of the count first published at this age",
            1,
            "Median change since that age; above 0 where counts grew" + QUANTILE,
            TOO_FEW_WITH_BASE);

    public static final Column CHANGE_PERCENT_P90 = Column.decimal(
            "change_percent_p90",
            "percent of the count first published at this age",
            1,
            "90th percentile of the change since that age" + QUANTILE,
            TOO_FEW_WITH_BASE);

    public static final Column ABSOLUTE_CHANGE_MEDIAN = Column.decimal(
            "absolute_change_median",
            "counting units of the source",
            1,
            "Median size of the change since that age, whatever its direction" + QUANTILE,
            TOO_FEW);

    public static final Column ABSOLUTE_CHANGE_P90 = Column.decimal(
            "absolute_change_p90",
            "counting units of the source",
            1,
            "90th percentile of the size of the change since that age" + QUANTILE,
            TOO_FEW);

    public static final Table TABLE = new Table(
            "revision_summary",
            "How much a period changes after 1, 4, 13 and 52 weeks",
            "source, date basis, record class, whole area, target community or all, ISO week or month, age",
            List.of(
                    "What a release published at an age is taken from the first release at least that many weeks after the last day of the period. It must come within one week of that day for ages of 1 and 4 weeks, within four weeks for 13 and 52; otherwise the period is not observed at that age.",
                    "Only periods that every release from then on covered whole, and only those seen again by a later release.",
                    "Periods seen again after a short time count too. A chain of few releases therefore shows less change than there will be; followed_weeks_median says how long the periods were followed."),
            List.of(
                    CountsTable.SOURCE_CODE,
                    CountsTable.DATE_BASIS,
                    CountsTable.RECORD_CLASS,
                    CountsTable.AREA_CODE,
                    CountsTable.COMMUNITY_CODE,
                    CountsTable.PERIOD_TYPE,
                    AGE_WEEKS,
                    FIRST_VINTAGE_DATE,
                    OBSERVED_PERIOD_COUNT,
                    FOLLOWED_WEEKS_MEDIAN,
                    CHANGE_PERCENT_MEDIAN,
                    CHANGE_PERCENT_P90,
                    ABSOLUTE_CHANGE_MEDIAN,
                    ABSOLUTE_CHANGE_P90));

    private RevisionSummaryTable() {}
}
