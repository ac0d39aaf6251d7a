package org.vigil.release;

import java.util.List;

/** How far counts lay from what is usual on dates without an event, beside the event. */
public final class EventPlacebosTable {
    public static final Column DEVIATION_FROM = Column.key(
            "deviation_from",
            ColumnType.INTEGER,
            "Lower end of the step: recorded less usual number in half standard deviations; the lowest and the highest step hold all beyond");

    public static final Column DATE_COUNT =
            Column.count("date_count", "dates", "Dates without an event whose window lies in this step", "");

    public static final Column IS_EVENT = Column.attribute(
            "is_event_step", ColumnType.BOOLEAN, "Whether the window of the event itself lies in this step");

    public static final Table TABLE = new Table(
            "event_placebos",
            "Dates without an event beside each reference event",
            "source, date basis, record class, event, area or whole area, target community or all, step",
            List.of(
                    "Whole area only; the headline window of event_effects, before calibration. No rows where there are fewer than 40 dates.",
                    "Windows of neighbouring dates overlap, so neighbours look alike."),
            List.of(
                    EventEffectsTable.SOURCE_CODE,
                    EventEffectsTable.DATE_BASIS,
                    EventEffectsTable.RECORD_CLASS,
                    EventEffectsTable.EVENT_ID,
                    EventEffectsTable.AREA_CODE,
                    EventEffectsTable.COMMUNITY_CODE,
                    DEVIATION_FROM,
                    DATE_COUNT,
                    IS_EVENT));

    private EventPlacebosTable() {}
}
