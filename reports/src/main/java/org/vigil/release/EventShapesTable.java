package org.vigil.release;

import java.util.List;

/** The course of the response to each reference event by a model of all data, window after window. */
public final class EventShapesTable {
    private static final String NO_ESTIMATE = "no estimate is made; model_status_code says why";

    public static final Column MODEL_STATUS = Column.attribute(
            "model_status_code",
            ColumnType.TEXT,
            "As in event_effects; not_separable with figures where events in the same or adjacent units have one course together, without where another event's windows hide this one");

    public static final Column RATIO = Column.decimal(
            "rate_ratio", "ratio", 2, "Level of the window over that of the units outside of all windows", NO_ESTIMATE);

    public static final Column RATIO_LOWER95 =
            Column.decimal("rate_ratio_lower95", "ratio", 2, "Lower end of the 95 % interval (Wald)", NO_ESTIMATE);

    public static final Column RATIO_UPPER95 = Column.decimal(
            "rate_ratio_upper95",
            "ratio",
            2,
            "Upper end of the 95 % interval (Wald); exact where none was recorded in the window",
            NO_ESTIMATE);

    public static final Column EXCESS = Column.decimal(
            "excess", "counting units of the source", 1, "Fitted with less fitted without the window", NO_ESTIMATE);

    public static final Column EXCESS_SE = Column.decimal(
            "excess_standard_error",
            "counting units of the source",
            1,
            "Standard error of excess (delta method)",
            NO_ESTIMATE);

    public static final Column STATUS = Column.status(
            "event_shape_status",
            "Shorthand for the row; [x] not available, [u] low reliability, [p] the window is provisional");

    public static final Table TABLE = new Table(
            "event_shapes",
            "Course of the response to reference events",
            "source, date basis, record class, event, area or whole area, target community or all, window",
            List.of(
                    "Whole area only, disjoint windows. Quasi-Poisson regression with one indicator a window; listed events whose windows overlap share a model and their effects multiply.",
                    "Of the units of the baseline of event_effects and as many behind the event as a whole baseline has, without those raised after other events.",
                    "For the course only. The interval is too narrow where days hang together; the certainty of an excess is that of event_effects."),
            List.of(
                    EventEffectsTable.SOURCE_CODE,
                    EventEffectsTable.DATE_BASIS,
                    EventEffectsTable.RECORD_CLASS,
                    EventEffectsTable.EVENT_ID,
                    EventEffectsTable.AREA_CODE,
                    EventEffectsTable.COMMUNITY_CODE,
                    EventEffectsTable.GRAIN,
                    EventEffectsTable.WINDOW_FIRST,
                    EventEffectsTable.WINDOW_LAST,
                    MODEL_STATUS,
                    RATIO,
                    RATIO_LOWER95,
                    RATIO_UPPER95,
                    EXCESS,
                    EXCESS_SE,
                    STATUS));

    private EventShapesTable() {}
}
