package org.vigil.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Counts of consecutive units of time, each covered as a whole; a unit without incidents counts 0.
 *
 * <p>Nothing is known of the units before the first and after the last.
 */
public final class TimeSeries implements Serializable {
    private static final long serialVersionUID = 1;

    private final Grain grain;
    private final LocalDate start;
    private final int[] counts;

    /**
     * Copies the counts.
     *
     * @param start first day of the first unit
     * @param counts incidents of each unit, at least 0
     */
    public TimeSeries(Grain grain, LocalDate start, int[] counts) {
        if (!grain.startOf(start).equals(start)) {
            throw new IllegalArgumentException("Found a series of units of a " + grain.code() + " from " + start
                    + "; expected the first day of one");
        }
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("Found a count of " + count + "; expected at least 0");
            }
        }
        this.grain = grain;
        this.start = start;
        this.counts = counts.clone();
    }

    public Grain grain() {
        return grain;
    }

    /** First day of the first unit. */
    public LocalDate start() {
        return start;
    }

    public int size() {
        return counts.length;
    }

    public boolean isEmpty() {
        return counts.length == 0;
    }

    public int count(int unit) {
        return counts[unit];
    }

    /** First day of a unit. */
    public LocalDate startOf(int unit) {
        return grain.plus(start, unit);
    }

    /** The unit that holds a day, counted from 0; outside of the series it is below 0 or at least its size. */
    public int indexOf(LocalDate day) {
        return grain.between(start, day);
    }

    /** Incidents of the units from {@code from} to before {@code to}. */
    public long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** A copy of all counts. */
    public double[] counts() {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    /** The units from {@code from} to before {@code to}. */
    public TimeSeries between(int from, int to) {
        return new TimeSeries(grain, startOf(from), Arrays.copyOfRange(counts, from, to));
    }

    /** The units that are over on a day. */
    public TimeSeries until(LocalDate lastDay) {
        int over = indexOf(lastDay.plusDays(1));
        return over >= counts.length ? this : between(0, Math.max(0, over));
    }

    /** Sums of whole ISO weeks of a series of days. */
    public TimeSeries weeks() {
        if (grain != Grain.DAY) {
            throw new IllegalStateException("Weeks of a series of units of a " + grain.code());
        }
        LocalDate monday = Grain.WEEK.startOf(start);
        LocalDate first = monday.equals(start) ? monday : monday.plusWeeks(1);
        int from = indexOf(first);
        int weeks = Math.max(0, (counts.length - from) / 7);
        int[] sums = new int[weeks];
        for (int week = 0; week < weeks; week++) {
            sums[week] = Math.toIntExact(sum(from + week * 7, from + week * 7 + 7));
        }
        return new TimeSeries(Grain.WEEK, first, sums);
    }
}
