package org.vigil.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
    private final List<Observance> observances;
    private final List<double[]> holidays;
    /** Columns that are known of every unit besides what the calendar says; models of one level leave them out. */
    private final List<double[]> covariates;

    StudyCalendar(TimeSeries series) {
        this(series, List.of());
    }

    /**
     * A calendar with holidays.
     *
     * @param observances that concern the community of the series; of no use where its units are not days
     */
    StudyCalendar(TimeSeries series, List<Observance> observances) {
        this.series = series;
        this.observances = series.grain() == Grain.DAY ? observances : List.of();
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
        this.holidays =
                this.observances.stream().map(one -> one.column(firstDays)).toList();
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
        this.observances = like.observances;
        this.holidays = like.holidays;
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

    /** Holidays that some units in the order of time hold often enough to tell their level, with an incident at least. */
    List<Integer> holidays(int[] units) {
        if (units.length == 0) {
            return List.of();
        }
        LocalDate from = series.startOf(units[0]);
        LocalDate to = series.startOf(units[units.length - 1]);
        return IntStream.range(0, observances.size())
                .filter(i -> observances.get(i).isOftenEnough(from, to) && hasIncident(holidays.get(i), units))
                .boxed()
                .toList();
    }

    private boolean hasIncident(double[] holiday, int[] units) {
        return Arrays.stream(units).anyMatch(unit -> holiday[unit] > 0 && counts[unit] > 0);
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
        model.observances().forEach(holiday -> columns.add(at(holidays.get(holiday), units)));
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
