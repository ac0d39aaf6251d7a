package org.vigil.nowcast;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import org.vigil.series.Grain;

/**
 * The incidents of one series by week and by weeks of delay, up to the last week whose recordings are all known.
 *
 * <p>The last column counts every delay that is longer than those of the others.
 */
public final class WeeklyReports implements Serializable {
    private static final long serialVersionUID = 1;

    private final LocalDate firstWeek;
    private final int[][] counts;

    /**
     * Copies the counts.
     *
     * @param firstWeek Monday of the first week
     * @param counts by week, oldest first, by weeks of delay
     */
    public WeeklyReports(LocalDate firstWeek, int[][] counts) {
        if (!Grain.WEEK.startOf(firstWeek).equals(firstWeek)) {
            throw new IllegalArgumentException("Found weeks from " + firstWeek + "; expected a Monday");
        }
        this.firstWeek = firstWeek;
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    public int weeks() {
        return counts.length;
    }

    /** Monday of a week, counted from 0. */
    public LocalDate week(int week) {
        return firstWeek.plusWeeks(week);
    }

    /** Incidents of a week with a delay; the last delay stands for all longer ones too. */
    int count(int week, int delay) {
        return counts[week][delay];
    }

    int delays() {
        return counts.length == 0 ? 0 : counts[0].length;
    }

    /** Incidents of a week recorded up to the end of the last week. */
    public int reported(int week) {
        return Arrays.stream(counts[week]).sum();
    }

    /** The last weeks as a triangle. Incidents with longer delays are left out. */
    ReportingTriangle triangle(int weeks, int maximumDelay) {
        int from = Math.max(0, counts.length - weeks);
        int[][] cells = new int[counts.length - from][];
        for (int week = from; week < counts.length; week++) {
            cells[week - from] = Arrays.copyOf(counts[week], maximumDelay + 1);
        }
        return ReportingTriangle.of(cells);
    }
}
