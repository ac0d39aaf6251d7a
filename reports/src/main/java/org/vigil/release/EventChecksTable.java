package org.vigil.release;

import java.util.List;

/** What supports or weakens the effect of each reference event on a community. */
public final class EventChecksTable {
    private static final String NO_ESTIMATE = "no estimate is made; pre_trend_status says why";
    private static final String NO_DECAY = "not estimable; decay_status says why";
    private static final String NO_COMPARISON = "no comparison; comparison_status says why";
    private static final String TOO_FEW_AREAS = "fewer than three areas in which five incidents or more are usual";

    public static final Column PRE_TREND_RATIO = Column.decimal(
            "pre_trend_ratio",
            "ratio",
            2,
            "Recorded over usual number in the window of the headline's length that ends before the event, by a baseline that ends before that window",
            NO_ESTIMATE);

    public static final Column PRE_TREND_P =
            Column.decimal("pre_trend_p_value", "probability", 5, "Two-sided p of that window", NO_ESTIMATE);

    public static final Column PRE_TREND_STATUS =
            Column.status("pre_trend_status", "Shorthand for the pre-trend; [x] not available");

    public static final Column HALF_LIFE = Column.decimal(
            "excess_half_life_days",
            "days",
            1,
            "Days in which the excess halves, where it decays exponentially from the event on",
            NO_DECAY);

    public static final Column HALF_LIFE_LOWER95 = Column.decimal(
            "excess_half_life_days_lower95", "days", 1, "Lower end of the 95 % profile interval", NO_DECAY);

    public static final Column HALF_LIFE_UPPER95 = Column.decimal(
            "excess_half_life_days_upper95", "days", 1, "Upper end of the 95 % profile interval", NO_DECAY);

    public static final Column FIRST_DAY_RATIO = Column.decimal(
            "first_day_ratio", "ratio", 2, "Level on the first day over the usual one, by the same model", NO_DECAY);

    public static final Column DECAY_STATUS = Column.status(
            "decay_status",
            "Shorthand for the half-life; [x] not estimable: the excess is not clear, or the interval leaves 0.5 to 180 days; [z] the source knows only months");

    public static final Column COMPARISON_COMMUNITY = Column.attribute(
                    "comparison_community_code",
                    ColumnType.TEXT,
                    "Community that the event is not listed for and whose series says what happened to recording as a whole")
            .emptyMeans(NO_COMPARISON)
            .codedBy("community");

    public static final Column COMPARISON_P = Column.decimal(
            "comparison_p_value",
            "probability",
            5,
            "Two-sided p of the comparison series in the headline window; below 0.05 it reacted itself and is no comparison",
            NO_COMPARISON);

    public static final Column COMPARED_RATIO = Column.decimal(
            "compared_ratio",
            "ratio",
            2,
            "Recorded over usual number of the headline window, given the level of the comparison series",
            NO_COMPARISON);

    public static final Column COMPARED_RATIO_LOWER95 =
            Column.decimal("compared_ratio_lower95", "ratio", 2, "Lower end of its 95 % interval", NO_COMPARISON);

    public static final Column COMPARED_RATIO_UPPER95 = Column.decimal(
            "compared_ratio_upper95",
            "ratio",
            2,
            "Upper end of its 95 % interval",
            NO_COMPARISON + "; or no upper limit");

    public static final Column COMPARISON_STATUS =
            Column.status("comparison_status", "Shorthand for the comparison; [x] none, or it reacted itself");

    public static final Column POOLED_AREA_COUNT = Column.count(
            "pooled_area_count", "areas", "Areas in which five incidents or more are usual in the headline window", "");

    public static final Column POOLED_RATIO = Column.decimal(
            "pooled_ratio", "ratio", 2, "Mean ratio of these areas, with weights of a random effect", TOO_FEW_AREAS);

    public static final Column POOLED_RATIO_LOWER95 =
            Column.decimal("pooled_ratio_lower95", "ratio", 2, "Lower end of its 95 % interval", TOO_FEW_AREAS);

    public static final Column POOLED_RATIO_UPPER95 =
            Column.decimal("pooled_ratio_upper95", "ratio", 2, "Upper end of its 95 % interval", TOO_FEW_AREAS);

    public static final Column TAU_SQUARED = Column.decimal(
            "tau_squared",
            "squared log ratio",
            4,
            "Variance of the logarithm of the ratio between areas (Paule and Mandel 1982)",
            TOO_FEW_AREAS);

    public static final Column I_SQUARED = Column.decimal(
            "i_squared",
            "share",
            2,
            "Share of the differences between areas that is more than chance (Higgins and Thompson 2002)",
            TOO_FEW_AREAS);

    public static final Column POOLED_STATUS =
            Column.status("pooled_status", "Shorthand for the areas together; [x] too few");

    public static final Table TABLE = new Table(
            "event_checks",
            "What supports or weakens the effect of a reference event",
            "source, date basis, record class, event, area or whole area, target community or all",
            List.of(
                    "Whole area only; the headline window of event_effects.",
                    "A pre-trend, a comparison series that moved too, or areas that differ much are reasons to read the effect with care; none of them proves or disproves it.",
                    "The headline is the effect in the whole area; the mean of the areas shows whether it is the same everywhere."),
            List.of(
                    EventEffectsTable.SOURCE_CODE,
                    EventEffectsTable.DATE_BASIS,
                    EventEffectsTable.RECORD_CLASS,
                    EventEffectsTable.EVENT_ID,
                    EventEffectsTable.AREA_CODE,
                    EventEffectsTable.COMMUNITY_CODE,
                    PRE_TREND_RATIO,
                    PRE_TREND_P,
                    PRE_TREND_STATUS,
                    HALF_LIFE,
                    HALF_LIFE_LOWER95,
                    HALF_LIFE_UPPER95,
                    FIRST_DAY_RATIO,
                    DECAY_STATUS,
                    COMPARISON_COMMUNITY,
                    COMPARISON_P,
                    COMPARED_RATIO,
                    COMPARED_RATIO_LOWER95,
                    COMPARED_RATIO_UPPER95,
                    COMPARISON_STATUS,
                    POOLED_AREA_COUNT,
                    POOLED_RATIO,
                    POOLED_RATIO_LOWER95,
                    POOLED_RATIO_UPPER95,
                    TAU_SQUARED,
                    I_SQUARED,
                    POOLED_STATUS));

    private EventChecksTable() {}
}
