package org.vigil.event;

import java.io.Serializable;
import java.util.List;
import org.vigil.series.Grain;
import org.vigil.statistics.BlockRule;

/**
 * How the effects of events are measured on series of one grain. All lengths are in units of the grain.
 *
 * @param grain the units
 * @param baseline units of a whole baseline
 * @param headline baselines of fewer units are of low reliability
 * @param least fewer units are no baseline
 * @param step units on each side of a change of measurement without which it cannot be told apart; chosen by judgement, not measured
 * @param block units that are judged raised or not as one, after an event
 * @param responseBlocks blocks after an event in which a response is looked for
 * @param durationBlocks blocks after which a duration is no longer followed
 * @param quietBefore a date without an event has none in so many units after it
 * @param quietAfter nor in so many before it
 */
public record StudyRule(
        Grain grain,
        int baseline,
        int headline,
        int least,
        int step,
        int block,
        int responseBlocks,
        int durationBlocks,
        int quietBefore,
        int quietAfter)
        implements Serializable {
    /** Days after an event from which on the trend stays where it is. */
    static final int TREND_DAYS = 56;

    private static final StudyRule DAYS = new StudyRule(Grain.DAY, 730, 365, 365, 91, 7, 8, 52, 28, 56);
    private static final StudyRule WEEKS = new StudyRule(Grain.WEEK, 156, 52, 26, 13, 1, 8, 52, 4, 8);
    private static final StudyRule MONTHS = new StudyRule(Grain.MONTH, 48, 30, 24, 6, 1, 3, 12, 2, 3);

    /** The rule of a grain. */
    public static StudyRule of(Grain grain) {
        return switch (grain) {
            case DAY -> DAYS;
            case WEEK -> WEEKS;
            case MONTH -> MONTHS;
        };
    }

    /** The same rule with baselines of another length. */
    public StudyRule withBaseline(int units) {
        return new StudyRule(
                grain, units, headline, least, step, block, responseBlocks, durationBlocks, quietBefore, quietAfter);
    }

    /** Farthest that a baseline reaches back to make up for units that are left out. */
    int reach() {
        return baseline + baseline / 2;
    }

    /** Units after an event in which a response is looked for. */
    int response() {
        return block * responseBlocks;
    }

    /** Whether a baseline of so many units is of low reliability. */
    boolean isWeak(int units) {
        return units < headline;
    }

    /** The model of a baseline of so many units. */
    StudyModel model(int units) {
        return switch (grain) {
            case DAY -> new StudyModel(true, 2, true);
            case WEEK ->
                isWeak(units) ? StudyModel.INTERCEPT : new StudyModel(false, units >= 104 ? 2 : 1, units >= 78);
            case MONTH -> new StudyModel(false, units >= 36 ? 2 : 1, true);
        };
    }

    /** How the dispersion of a model's baseline is measured. */
    BlockRule blocks(StudyModel model) {
        return switch (grain) {
            case DAY -> new BlockRule(List.of(7, 14), List.of(28), 28, model.hasDaysOfWeek() ? 6 : 0);
            case WEEK -> new BlockRule(List.of(1, 2, 4), List.of(4, 8), 8, 0);
            case MONTH -> new BlockRule(List.of(1), List.of(1, 3), 3, 0);
        };
    }

    /** Last lag at which residuals of the model of a response hang together. */
    int shapeLag() {
        return switch (grain) {
            case DAY -> 14;
            case WEEK -> 4;
            case MONTH -> 3;
        };
    }

    /** Whether a window is estimated from a baseline of so many units; a weak one of months reaches two months only. */
    boolean allows(Window window, int units) {
        return grain != Grain.MONTH || !isWeak(units) || window.last() <= 1;
    }
}
