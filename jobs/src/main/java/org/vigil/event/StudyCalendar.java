package org.vigil.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.CalendarRegressors;

/** A series with what the calendar says of each of its units. */
final class StudyCalendar {
    /** As in {@link CalendarRegressors#harmonics}: a sine and a cosine for each wave. */
    private static final int MOST_HARMONICS = 2;

    private final TimeSeries series;
    private final double[] counts;
    private final int[] firstDays;
    private final int[] lastDays;
    private final double[] midpoints;
    private final double[] ones;
    private final List<double[]> daysOfWeek;
    private final List<double[]> harmonics;
    /** Columns that are known of every unit besides what the calendar says; models of one level leave them out. */
    private final List<double[]> covariates;

    StudyCalendar(TimeSeries series) {
        this.series = series;
        this.covariates = List.of();
        this.counts = series.counts();
        int size = series.size();
        this.firstDays = new int[size];
        this.lastDays = new int[size];
        this.midpoints = new double[size];
        this.ones = new double[size];
        for (int unit = 0; unit < size; unit++) {
            LocalDate start = series.startOf(unit);
            firstDays[unit] = (int) start.toEpochDay();
            lastDays[unit] = firstDays[unit] + series.grain().daysOf(start) - 1;
            midpoints[unit] = (firstDays[unit] + lastDays[unit]) / 2.0;
            ones[unit] = 1;
        }
        this.daysOfWeek = series.grain() == Grain.DAY ? CalendarRegressors.daysOfWeek(firstDays) : List.of();
        this.harmonics = CalendarRegressors.harmonics(midpoints, MOST_HARMONICS);
    }

    private StudyCalendar(StudyCalendar like, double[] covariate) {
        this.series = like.series;
        this.counts = like.counts;
        this.firstDays = like.firstDays;
        this.lastDays = like.lastDays;
        this.midpoints = like.midpoints;
        this.ones = like.ones;
        this.daysOfWeek = like.daysOfWeek;
        this.harmonics = like.harmonics;
        this.covariates = List.of(covariate);
    }

    /**
     * The same calendar with something else that is known of every unit.
     *
     * @param covariate a number for each unit
     */
    StudyCalendar with(double[] covariate) {
        return new StudyCalendar(this, covariate);
    }

    TimeSeries series() {
        return series;
    }

    int size() {
        return counts.length;
    }

    /** First day of a unit, in days since 1970-01-01. */
    int firstDay(int unit) {
        return firstDays[unit];
    }

    /** Last day of a unit. */
    int lastDay(int unit) {
        return lastDays[unit];
    }

    int days(int unit) {
        return lastDays[unit] - firstDays[unit] + 1;
    }

    double[] counts(int[] units) {
        return at(counts, units);
    }

    /** Incidents of the units from {@code first} on. */
    long observed(int first, int length) {
        return series.sum(first, first + length);
    }

    /** Logarithm of the days of each month; 0 for units that are all of one length. */
    double[] offset(int[] units) {
        double[] offset = new double[units.length];
        if (series.grain() == Grain.MONTH) {
            for (int i = 0; i < units.length; i++) {
                offset[i] = StrictMath.log(days(units[i]));
            }
        }
        return offset;
    }

    /**
     * The columns of some units.
     *
     * @param lastTrendDay day from which on the trend stays where it is
     */
    List<double[]> columns(int[] units, StudyModel model, double lastTrendDay) {
        List<double[]> columns = new ArrayList<>();
        columns.add(at(ones, units));
        if (model.hasDaysOfWeek()) {
            daysOfWeek.forEach(column -> columns.add(at(column, units)));
        }
        harmonics.subList(0, 2 * model.harmonics()).forEach(column -> columns.add(at(column, units)));
        if (model.hasTrend()) {
            double[] days = new double[units.length];
            for (int i = 0; i < days.length; i++) {
                days[i] = Math.min(midpoints[units[i]], lastTrendDay);
            }
            columns.add(CalendarRegressors.years(days, firstDays[0]));
        }
        if (!model.equals(StudyModel.INTERCEPT)) {
            covariates.forEach(column -> columns.add(at(column, units)));
        }
        return columns;
    }

    private static double[] at(double[] column, int[] units) {
        double[] some = new double[units.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = column[units[i]];
        }
        return some;
    }
}
