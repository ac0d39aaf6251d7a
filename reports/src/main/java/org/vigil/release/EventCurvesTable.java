package org.vigil.release;

import java.util.List;

/** What was recorded around each reference event, unit by unit, and what would be usual. */
public final class EventCurvesTable {
    private static final String UNITS = "counting units of the source";
    private static final String NO_ESTIMATE = "no estimate is made; the baseline in event_effects says why";

    /** Code of a day. */
    public static final String DAY = "day";

    /** Code of an ISO week. */
    public static final String ISO_WEEK = "iso_week";

    /** Code of a month. */
    public static final String MONTH = "month";

    public static final Column GRAIN = Column.key(
            "grain",
            ColumnType.TEXT,
            "Unit of the curve: day, week, iso_week or month; a week is 7 days counted from the event, an iso_week, as in a public release, begins on a Monday, and that of the event with days before it");

    public static final Column UNIT_OFFSET = Column.key(
            "unit_offset",
            ColumnType.INTEGER,
            "Place of the unit, counted from 0, the unit in which the windows of event_effects begin; negative before it");

    public static final Column UNIT_START_DATE =
            Column.attribute("unit_start_date", ColumnType.DATE, "First day of the unit");

    public static final Column OBSERVED_COUNT = Column.count(
            "observed_count",
            UNITS,
            "Number recorded in the unit",
            "the source does not cover the unit, or the number is hidden or rounds to 0 in a public release; the status says so");

    public static final Column EXPECTED = Column.decimal(
            "expected",
            UNITS,
            2,
            "Number usual in the unit: before the event what the model of the baseline fits, from the event on what it foretells",
            NO_ESTIMATE);

    public static final Column EXPECTED_LOWER95 =
            Column.count("expected_lower95", UNITS, "Lower end of what is usual in 95 of 100 units", NO_ESTIMATE);

    public static final Column EXPECTED_UPPER95 =
            Column.count("expected_upper95", UNITS, "Upper end of what is usual in 95 of 100 units", NO_ESTIMATE);

    public static final Column STATUS = Column.status(
            "event_curve_status",
            "Shorthand for the row; [x] not available, [p] the unit is provisional, [u] low reliability, [c] hidden to protect people, [low] rounds to 0");

    public static final Table TABLE = new Table(
            "event_curves",
            "Incidents around reference events, unit by unit, and what would be usual",
            "source, date basis, record class, event, area or whole area, target community or all, grain, unit",
            List.of(
                    "Whole area only. Days from 56 before to 83 after the event, weeks from 8 before to 11 after, months from 6 before to 6 after.",
                    "A public release has the days of the first week only where these hold enough, and its ISO weeks are those of the table of counts.",
                    "The band is of each unit by itself: of 20 units without anything unusual one lies outside. It is widened by the calibration factor of the first disjoint window of event_effects, the shortest that is calibrated.",
                    "From 56 days after the event on the trend of what is usual stays where it is.",
                    "Units before the event are part of what the model was fitted to, unless they were left out as raised after an earlier event; what is usual in them is stated all the same."),
            List.of(
                    EventEffectsTable.SOURCE_CODE,
                    EventEffectsTable.DATE_BASIS,
                    EventEffectsTable.RECORD_CLASS,
                    EventEffectsTable.EVENT_ID,
                    EventEffectsTable.AREA_CODE,
                    EventEffectsTable.COMMUNITY_CODE,
                    GRAIN,
                    UNIT_OFFSET,
                    UNIT_START_DATE,
                    OBSERVED_COUNT,
                    EXPECTED,
                    EXPECTED_LOWER95,
                    EXPECTED_UPPER95,
                    STATUS));

    private EventCurvesTable() {}
}
