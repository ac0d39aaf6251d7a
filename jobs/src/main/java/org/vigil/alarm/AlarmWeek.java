package org.vigil.alarm;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one week of a series counted and what was expected of it.
 *
 * @param monday first day
 * @param count incidents recorded
 * @param status model the expectation comes from, or why there is none
 * @param baselineWeeks weeks that the model was learnt from
 * @param expected incidents; {@code NaN} without a bound, as all numbers that follow
 * @param upper95 upper end of the central 95 % of what was expected
 * @param upper bound that an undisturbed week exceeds rarely
 * @param p chance of a count at least as large in an undisturbed week
 * @param dispersion variance of the prediction over its expectation, at least 1
 * @param isAlarm whether the count is above the bound and at least {@value #LEAST_RECENT} were recorded in {@value #RECENT_WEEKS} weeks
 * @param weeksInAlarm weeks in alarm without a gap, this one the last; 0 if it is none
 */
public record AlarmWeek(
        LocalDate monday,
        long count,
        ModelStatus status,
        int baselineWeeks,
        double expected,
        double upper95,
        double upper,
        double p,
        double dispersion,
        boolean isAlarm,
        int weeksInAlarm)
        implements Serializable {
    /** Incidents in the week and the three before it below which there is no alarm. */
    static final int LEAST_RECENT = 5;

    static final int RECENT_WEEKS = 4;

    private static final int YEAR_WEEKS = 52;

    /** Whether a model could say what was to be expected. */
    public boolean hasBound() {
        return !Double.isNaN(upper);
    }

    /** Whether the bound lies above the expectation, so that there is a score. */
    public boolean hasScore() {
        return upper > expected;
    }

    /** (count − expected) / (upper − expected): above 1 the bound is exceeded. */
    public double score() {
        return (count - expected) / (upper - expected);
    }

    /** Whether the alarm is new; empty without one. */
    public Optional<AlarmPhase> phase() {
        if (!isAlarm) {
            return Optional.empty();
        }
        return Optional.of(weeksInAlarm == 1 ? AlarmPhase.NEW : AlarmPhase.CONTINUING);
    }

    /** Whether there is a bound that rests on less than a year, or on no model of the history. */
    public boolean isUncertain() {
        return hasBound()
                && switch (status) {
                    case SHORT_HISTORY, NOT_CONVERGED -> true;
                    default -> baselineWeeks < YEAR_WEEKS;
                };
    }

    /**
     * How many more than usual at least: the lower end of the 95 % interval of count − expected, which is the count less the 97.5 % quantile of the prediction,
     * as for the excess after an event; 0 if that is below 0.
     */
    public long leastExcess() {
        return hasBound() ? Math.max(0, count - Math.round(upper95)) : 0;
    }
}
