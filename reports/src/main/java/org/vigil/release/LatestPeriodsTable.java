package org.vigil.release;

import java.util.List;

/** The latest complete weeks of every series, and what would be usual. */
public final class LatestPeriodsTable {
    private static final String UNITS = "counting units of the source";

    public static final Column PERIOD_START_DATE =
            Column.key("period_start_date", ColumnType.DATE, "First day of the period");

    public static final Column PERIOD_END_DATE =
            Column.attribute("period_end_date", ColumnType.DATE, "Last day of the period");

    public static final Column OBSERVED_COUNT =
            Column.count("observed_count", UNITS, "Number recorded in the period", "");

    public static final Column STATUS = Column.status(
            "latest_period_status",
            "Shorthand for the estimates of the row; [x] not available, [b] too short after a break, [u] low reliability, [p] the period is provisional");

    public static final Table TABLE = new Table(
            "latest_periods",
            "Latest complete period, and what would be usual",
            "source, date basis, record class, area or whole area, target community or all, period",
            List.of(
                    "The latest four complete ISO weeks; the latest two complete months of sources that know only months. Complete means that nearly all incidents are recorded by now, by the delays of the source where they are known.",
                    "Series in which nothing was ever recorded have no rows.",
                    "Estimates are made as in event_effects, by a baseline that ends four weeks or two months before the period, so that a rise of that time is not part of what is usual. q adjusts for all areas and communities of the source; the whole area and all communities are in no family."),
            List.of(
                    EventEffectsTable.SOURCE_CODE,
                    EventEffectsTable.DATE_BASIS,
                    EventEffectsTable.RECORD_CLASS,
                    EventEffectsTable.AREA_CODE,
                    EventEffectsTable.COMMUNITY_CODE,
                    PERIOD_START_DATE,
                    PERIOD_END_DATE,
                    EventEffectsTable.MODEL_STATUS,
                    EventEffectsTable.BASELINE_START_DATE,
                    EventEffectsTable.BASELINE_UNITS,
                    EventEffectsTable.LEFT_OUT_UNITS,
                    OBSERVED_COUNT,
                    EventEffectsTable.EXPECTED,
                    EventEffectsTable.EXPECTED_LOWER95,
                    EventEffectsTable.EXPECTED_UPPER95,
                    EventEffectsTable.EXCESS,
                    EventEffectsTable.EXCESS_LOWER95,
                    EventEffectsTable.EXCESS_UPPER95,
                    EventEffectsTable.RATIO,
                    EventEffectsTable.RATIO_LOWER95,
                    EventEffectsTable.RATIO_UPPER95,
                    EventEffectsTable.UPPER_P,
                    EventEffectsTable.TWO_SIDED_P,
                    EventEffectsTable.P_BAND,
                    EventEffectsTable.Q_VALUE,
                    EventEffectsTable.Q_BAND,
                    EventEffectsTable.Q_VALUE_DEPENDENT,
                    EventEffectsTable.FAMILY_SIZE,
                    EventEffectsTable.Q_VALUE_STATUS,
                    EventEffectsTable.DETECTABLE_RATIO,
                    EventEffectsTable.CALIBRATION_FACTOR,
                    EventEffectsTable.VERDICT,
                    STATUS));

    private LatestPeriodsTable() {}
}
