package org.vigil.nowcast;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;

/** How much of each week of a source is usually recorded by now. Models see only weeks that are complete enough, or their nowcasts. */
public final class Completeness implements Serializable {
    /** The share from which a week counts as complete. */
    public static final double ENOUGH = 0.95;

    private static final long serialVersionUID = 1;
    private static final Completeness NOT_KNOWN = new Completeness(LocalDate.MIN, null, 1);

    private final LocalDate lastWeek;
    private final @Nullable DelayDistribution delays;

    /** The share of all incidents that comes within the longest of these delays. */
    private final double reached;

    private Completeness(LocalDate lastWeek, @Nullable DelayDistribution delays, double reached) {
        this.lastWeek = lastWeek;
        this.delays = delays;
        this.reached = reached;
    }

    /**
     * By the delays of a source.
     *
     * @param lastWeek Monday of the last week whose recordings are all known
     * @param reached share of all incidents that comes within the longest of the delays, at least {@value #ENOUGH}
     */
    static Completeness of(LocalDate lastWeek, DelayDistribution delays, double reached) {
        return new Completeness(lastWeek, delays, reached);
    }

    /** Of a source that tells no delays: nothing speaks against any week. */
    public static Completeness notKnown() {
        return NOT_KNOWN;
    }

    /** Whether the source tells its delays. */
    public boolean isKnown() {
        return delays != null;
    }

    /** Share of all incidents that comes within the longest of the delays; nearly all of the others come later still. */
    double reached() {
        return reached;
    }

    /** Share of the incidents of a week that is usually recorded by now; 0 for weeks after the last, 1 where delays are not known. */
    public double of(LocalDate week) {
        if (delays == null) {
            return 1;
        }
        int horizon = Grain.WEEK.between(week, lastWeek);
        return horizon < 0 ? 0 : reached * delays.completeness(horizon);
    }

    /** Share of the incidents of a week that is usually recorded so many weeks after it; empty where delays are not known. */
    public OptionalDouble after(int weeks) {
        return delays == null ? OptionalDouble.empty() : OptionalDouble.of(reached * delays.completeness(weeks));
    }

    /** Whether a week is complete enough for a model: at least 95 %. */
    public boolean isEnough(LocalDate week) {
        return of(week) >= ENOUGH;
    }

    /** Monday of the first week that is not complete enough, be it the one after the last; empty where delays are not known. */
    public Optional<LocalDate> firstIncompleteWeek() {
        if (delays == null) {
            return Optional.empty();
        }
        int horizon = 0;
        while (reached * delays.completeness(horizon) < ENOUGH) {
            horizon++;
        }
        return Optional.of(lastWeek.minusWeeks(horizon - 1L));
    }

    /** The units of a series up to the last that ends in a week which is complete enough. */
    public TimeSeries completePart(TimeSeries series) {
        int units = series.size();
        while (units > 0 && !isEnough(Grain.WEEK.startOf(series.startOf(units).minusDays(1)))) {
            units--;
        }
        return series.between(0, units);
    }
}
