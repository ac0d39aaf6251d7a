package org.vigil.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.statistics.ReferenceValues.Row;

/** The simulated daily series of the reference values, their events and the design that the references were fitted with. */
public final class DailySeries {
    /** First day, last day and length of the windows after an event. */
    public static final List<String> WINDOWS = List.of("w00_06", "w07_13", "w14_27", "w28_55");

    private static final int[] FIRST = {0, 7, 14, 28};
    private static final int[] LAST = {6, 13, 27, 55};
    private static final List<Row> SERIES = ReferenceValues.of("event_daily_series.csv");

    private final int firstDay;
    private final double[] counts;
    private final List<LocalDate> events;

    private DailySeries(int firstDay, double[] counts, List<LocalDate> events) {
        this.firstDay = firstDay;
        this.counts = counts;
        this.events = events;
    }

    public static DailySeries of(String name) {
        List<Row> rows =
                SERIES.stream().filter(row -> row.text("series").equals(name)).toList();
        List<LocalDate> events = ReferenceValues.of("event_dates.csv").stream()
                .filter(row -> row.text("series").equals(name))
                .map(row -> LocalDate.parse(row.text("date")))
                .toList();
        int first = (int) LocalDate.parse(rows.get(0).text("date")).toEpochDay();
        return new DailySeries(
                first, rows.stream().mapToDouble(row -> row.number("observed")).toArray(), events);
    }

    public double[] counts() {
        return counts;
    }

    public List<LocalDate> events() {
        return events;
    }

    public int indexOf(LocalDate day) {
        return (int) day.toEpochDay() - firstDay;
    }

    /** Intercept, days of the week, two harmonics and the trend of all days. */
    public Design calendar() {
        int[] days = new int[counts.length];
        double[] midpoints = new double[counts.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = firstDay + i;
            midpoints[i] = days[i];
        }
        int origin = (int) events.get(0).toEpochDay();
        return Design.intercept(days.length)
                .with(CalendarRegressors.daysOfWeek(days))
                .with(CalendarRegressors.harmonics(midpoints, 2))
                .with(List.of(CalendarRegressors.years(midpoints, origin)));
    }

    /** The calendar with an indicator of every window of every event. */
    public Design withWindows() {
        List<double[]> windows = new ArrayList<>();
        for (LocalDate event : events) {
            for (int window = 0; window < WINDOWS.size(); window++) {
                double[] column = new double[counts.length];
                for (int i : daysOf(event, window)) {
                    column[i] = 1;
                }
                windows.add(column);
            }
        }
        return calendar().with(windows);
    }

    public int[] daysOf(LocalDate event, int window) {
        int start = indexOf(event) + FIRST[window];
        int[] days = new int[LAST[window] - FIRST[window] + 1];
        for (int i = 0; i < days.length; i++) {
            days[i] = start + i;
        }
        return days;
    }

    public int[] daysBefore(LocalDate event, int number) {
        int[] days = new int[number];
        for (int i = 0; i < number; i++) {
            days[i] = indexOf(event) - number + i;
        }
        return days;
    }
}
