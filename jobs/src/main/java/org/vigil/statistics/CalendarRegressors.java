package org.vigil.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns that say where in the calendar a unit lies, anchored to dates so that a leap year needs no rule: e is a day in days since 1970-01-01, for a week
 * or a month its midpoint.
 */
public final class CalendarRegressors {
    /** Days of a year. */
    public static final double YEAR_DAYS = 365.25;

    private static final int WEEK_DAYS = 7;
    /** 1970-01-01 was a Thursday, day 4 of ISO 8601. */
    private static final int FIRST_DAY_OF_WEEK = 4;

    private CalendarRegressors() {}

    /** Six columns, for Tuesday to Sunday 1 on that day of the week and 0 on others. */
    public static List<double[]> daysOfWeek(int[] epochDays) {
        List<double[]> columns = new ArrayList<>();
        for (int day = 2; day <= WEEK_DAYS; day++) {
            double[] column = new double[epochDays.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = Math.floorMod(epochDays[i] + FIRST_DAY_OF_WEEK - 1, WEEK_DAYS) + 1 == day ? 1 : 0;
            }
            columns.add(column);
        }
        return columns;
    }

    /** For k = 1 … harmonics the columns sin(2πk e / 365.25) and cos(2πk e / 365.25). */
    public static List<double[]> harmonics(double[] midpoints, int harmonics) {
        List<double[]> columns = new ArrayList<>();
        for (int k = 1; k <= harmonics; k++) {
            double[] sine = new double[midpoints.length];
            double[] cosine = new double[midpoints.length];
            for (int i = 0; i < midpoints.length; i++) {
                double angle = 2 * Math.PI * k * midpoints[i] / YEAR_DAYS;
                sine[i] = StrictMath.sin(angle);
                cosine[i] = StrictMath.cos(angle);
            }
            columns.add(sine);
            columns.add(cosine);
        }
        return columns;
    }

    /** (e − origin) / 365.25: years since a day. */
    public static double[] years(double[] midpoints, double origin) {
        double[] years = new double[midpoints.length];
        for (int i = 0; i < years.length; i++) {
            years[i] = (midpoints[i] - origin) / YEAR_DAYS;
        }
        return years;
    }
}
