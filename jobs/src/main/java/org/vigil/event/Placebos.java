package org.vigil.event;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigil.statistics.CountDistribution;
import org.vigil.statistics.Prediction;

/**
 * One window at dates of a series at which nothing happened that is listed for its community. Abadie, A., Diamond, A. and Hainmueller, J. (2015), American
 * Journal of Political Science 59, 495–510, for placebos in time.
 *
 * @param window the window
 * @param start first day of the series, whose units are counted from there
 * @param dates number of each date on the grid of dates that are tried, rising; windows at dates {@link #spacing} apart do not overlap
 * @param units first unit of the window at each date
 * @param upperP mid-p of more than what was recorded
 * @param scaled (observed − expected) / standard deviation
 * @param isCovered whether the count lies in its 95 % interval
 * @param transforms randomised probability transform of the count, uniform if the model is right
 * @param isExpected whether one incident or more is usual
 * @param spacing dates of the grid from one window to the next that does not overlap it
 */
public record Placebos(
        Window window,
        LocalDate start,
        int[] dates,
        int[] units,
        double[] upperP,
        double[] scaled,
        boolean[] isCovered,
        double[] transforms,
        boolean[] isExpected,
        int spacing)
        implements Serializable {
    /** Fewer dates than this are no comparison. */
    public static final int LEAST = 40;

    private static final double TAIL = 0.025;

    static Placebos of(Window window, LocalDate start, int most, int spacing) {
        return new Placebos(
                window,
                start,
                new int[most],
                new int[most],
                new double[most],
                new double[most],
                new boolean[most],
                new double[most],
                new boolean[most],
                spacing);
    }

    /**
     * Notes a date.
     *
     * @param i place of the note
     * @param random a number from 0 to 1 that belongs to the series and the date
     */
    void note(int i, int date, int unit, long observed, Prediction prediction, double random) {
        CountDistribution usual = prediction.distribution();
        double above = usual.above(observed);
        double atLeast = usual.atLeast(observed);
        dates[i] = date;
        units[i] = unit;
        upperP[i] = usual.upperMidP(observed);
        scaled[i] = scaled(observed, prediction);
        isCovered[i] = above <= 1 - TAIL && atLeast > TAIL;
        transforms[i] = 1 - atLeast + random * (atLeast - above);
        isExpected[i] = prediction.expected() >= 1;
    }

    /** Recorded less usual number in standard deviations. */
    static double scaled(long observed, Prediction prediction) {
        return (observed - prediction.expected()) / Math.sqrt(prediction.totalVariance());
    }

    Placebos first(int count) {
        return new Placebos(
                window,
                start,
                Arrays.copyOf(dates, count),
                Arrays.copyOf(units, count),
                Arrays.copyOf(upperP, count),
                Arrays.copyOf(scaled, count),
                Arrays.copyOf(isCovered, count),
                Arrays.copyOf(transforms, count),
                Arrays.copyOf(isExpected, count),
                spacing);
    }

    public int size() {
        return dates.length;
    }

    /**
     * Share of dates whose window looked at least as high, the event's own among them, over the dates whose window does not overlap some days; {@code NaN} for fewer
     * than {@value #LEAST}.
     *
     * @param p mid-p of the event's own window
     */
    public double empiricalP(double p, LocalDate from, LocalDate to) {
        int first = window.grain().between(start, from);
        int after = window.grain().between(start, to) + 1;
        return sizeOutside(first, after) < LEAST ? Double.NaN : empiricalP(p, first, after);
    }

    /** First day of a window. */
    LocalDate firstDay(int i) {
        return window.grain().plus(start, units[i]);
    }

    /** The day after the last of a window. */
    LocalDate dayAfter(int i) {
        return window.grain().plus(start, units[i] + window.length());
    }

    /** Dates whose window does not overlap the units from {@code from} to before {@code to}. */
    int sizeOutside(int from, int to) {
        int count = 0;
        for (int unit : units) {
            count += isOutside(unit, from, to) ? 1 : 0;
        }
        return count;
    }

    /** (1 + #{p* ≤ p}) / (1 + N) over the N dates whose window does not overlap the units from {@code from} to before {@code to}. */
    double empiricalP(double p, int from, int to) {
        int asHigh = 1;
        for (int i = 0; i < units.length; i++) {
            asHigh += isOutside(units[i], from, to) && upperP[i] <= p ? 1 : 0;
        }
        return asHigh / (1.0 + sizeOutside(from, to));
    }

    /**
     * Where the dates lie whose window does not overlap the units from {@code from} to before {@code to}, empty if there are fewer than {@value #LEAST}.
     *
     * @param own of the event itself, recorded less usual number in standard deviations
     */
    Optional<PlaceboSteps> steps(double own, int from, int to) {
        if (sizeOutside(from, to) < LEAST) {
            return Optional.empty();
        }
        Integer[] counts = new Integer[PlaceboSteps.HIGHEST - PlaceboSteps.LOWEST + 1];
        Arrays.fill(counts, 0);
        for (int i = 0; i < units.length; i++) {
            if (isOutside(units[i], from, to)) {
                counts[PlaceboSteps.of(scaled[i]) - PlaceboSteps.LOWEST]++;
            }
        }
        return Optional.of(new PlaceboSteps(List.of(counts), PlaceboSteps.of(own)));
    }

    private boolean isOutside(int unit, int from, int to) {
        return unit + window.length() <= from || unit >= to;
    }
}
