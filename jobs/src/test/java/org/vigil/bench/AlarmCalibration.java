package org.vigil.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.vigil.alarm.AlarmSettings;
import org.vigil.alarm.AlarmWeek;
import org.vigil.alarm.Farrington1996;
import org.vigil.alarm.FarringtonSettings;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.series.StudiedSeries;
import org.vigil.statistics.CountDistribution;

/**
 * How often undisturbed weeks are in alarm, and how often raised ones are: simulated series through the function that judges the published ones, beside other
 * methods on the same counts.
 */
final class AlarmCalibration {
    /** Five years of baseline, the window before them, and the weeks that are judged. */
    private static final int LONG_HISTORY = 5 * 52 + 8;

    private static final List<Integer> MEDIUM_HISTORIES = List.of(30, 52, 78, 104, 130);
    /** So long that the last week lies between the top and the bottom of the yearly wave, where the mean is that of the year. */
    private static final int POWER_HISTORY = 5 * 52 + 16;
    /** A week counts as usual in other methods if nothing is above a standard deviation of so much. */
    private static final double LEAST_DEVIATION = 0.5;

    /** Event-free series: those of the table in the methods, wandering levels, and the largest. */
    static final List<WeekSimulation> UNDISTURBED = List.of(
            new WeekSimulation(0.1, 1.0, 0, 0),
            new WeekSimulation(0.5, 1.1, 0, 0),
            new WeekSimulation(1, 1.1, 0.06, 0),
            new WeekSimulation(2, 1.3, 0, 0),
            new WeekSimulation(5, 1.4, 0.03, 0),
            new WeekSimulation(10, 1.6, 0.03, 0),
            new WeekSimulation(20, 2.0, 0, 0),
            new WeekSimulation(40, 2.5, 0.06, 0),
            new WeekSimulation(450, 4.0, 0.03, 0),
            new WeekSimulation(2, 1.3, 0, 0.7),
            new WeekSimulation(10, 1.6, 0.03, 0.7),
            new WeekSimulation(40, 2.5, 0.06, 0.7));

    private final int series;
    private final int weeks;
    private final long seed;

    /**
     * A calibration.
     *
     * @param series of each kind
     * @param weeks judged of each
     * @param seed same seed, same figures
     */
    AlarmCalibration(int series, int weeks, long seed) {
        this.series = series;
        this.weeks = weeks;
        this.seed = seed;
    }

    /** Prints both tables: series of each kind, weeks judged of each, seed. */
    public static void main(String[] arguments) {
        AlarmCalibration calibration = new AlarmCalibration(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        System.out.print(calibration.falseAlarmTable());
        System.out.print(calibration.powerTable());
    }

    /** Share of undisturbed weeks in alarm, by method. */
    Map<String, Double> falseAlarms(WeekSimulation kind) {
        Map<String, Integer> alarms = new LinkedHashMap<>();
        for (int i = 0; i < series; i++) {
            int[] counts = kind.counts(LONG_HISTORY + weeks, 1, seedOf(kind, i));
            List<AlarmWeek> judged = judge(counts, counts.length, weeks);
            add(alarms, "vigil", judged, AlarmWeek::isAlarm);
            add(alarms, "vigil raw", judged, week -> week.count() > week.upper());
            for (int history : MEDIUM_HISTORIES) {
                add(alarms, history + " wk", judge(counts, history + weeks, weeks), AlarmWeek::isAlarm);
            }
            addOthers(alarms, counts);
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        alarms.forEach((method, count) -> shares.put(method, count / (double) (series * weeks)));
        return shares;
    }

    /**
     * Share of raised weeks in alarm.
     *
     * @param raised factor of the mean
     */
    double power(WeekSimulation kind, double raised) {
        int alarms = 0;
        for (int i = 0; i < series; i++) {
            int[] counts = kind.counts(POWER_HISTORY, raised, seedOf(kind, i));
            alarms += judge(counts, counts.length, 1).get(0).isAlarm() ? 1 : 0;
        }
        return alarms / (double) series;
    }

    String falseAlarmTable() {
        StringBuilder table = new StringBuilder();
        int all = 0;
        Map<String, Double> sums = new LinkedHashMap<>();
        for (WeekSimulation kind : UNDISTURBED) {
            Map<String, Double> shares = falseAlarms(kind);
            if (all == 0) {
                table.append(String.format(
                        Locale.ROOT,
                        "False alarms, %,d series, %d weeks of each; vigil: at least five years of history%n%-42s",
                        series * UNDISTURBED.size(),
                        weeks,
                        "event-free weeks"));
                shares.keySet().forEach(method -> table.append(String.format(Locale.ROOT, " %9s", method)));
                table.append(System.lineSeparator());
            }
            table.append(row(kind.label(), shares.values()));
            shares.forEach((method, share) -> sums.merge(method, share, Double::sum));
            all++;
        }
        int kinds = all;
        return table.append(row(
                        "all", sums.values().stream().map(sum -> sum / kinds).toList()))
                .toString();
    }

    String powerTable() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%nShare of raised weeks in alarm, %,d series each%n%-42s%n", series, ""));
        for (WeekSimulation kind : List.of(new WeekSimulation(2, 1.3, 0, 0), new WeekSimulation(10, 1.6, 0.03, 0))) {
            table.append(row(kind.label() + ": x 1.8, x 2.5", List.of(power(kind, 1.8), power(kind, 2.5))));
        }
        return table.toString();
    }

    private static String row(String label, Iterable<Double> shares) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-42s", label));
        shares.forEach(share -> row.append(String.format(Locale.ROOT, " %9.4f", share)));
        return row.append(System.lineSeparator()).toString();
    }

    private void addOthers(Map<String, Integer> alarms, int[] counts) {
        int from = counts.length - weeks;
        StudiedSeries studied = WeekSimulation.newest(counts, counts.length);
        Farrington1996 older = new Farrington1996(2 * FarringtonSettings.STANDARD.alpha());
        for (int week = from; week < counts.length; week++) {
            alarms.merge("C1", counts[week] > Ears.C1.bound(counts, week, LEAST_DEVIATION) ? 1 : 0, Integer::sum);
            alarms.merge("C2", counts[week] > Ears.C2.bound(counts, week, LEAST_DEVIATION) ? 1 : 0, Integer::sum);
            alarms.merge("Bayes", isAboveBayes(counts, week) ? 1 : 0, Integer::sum);
            boolean hasBaseline = Arrays.stream(counts, 0, week).sum() > 0;
            alarms.merge(
                    "1996", hasBaseline && older.isAlarm(studied.byWeek().orElseThrow(), week) ? 1 : 0, Integer::sum);
        }
    }

    /** Gamma–Poisson of six weeks at 0.01, at any mean. */
    private static boolean isAboveBayes(int[] counts, int week) {
        int sum = Arrays.stream(counts, week - 6, week).sum();
        return counts[week]
                > CountDistribution.negativeBinomial((sum + 0.5) / 6, sum + 0.5).quantile(0.99);
    }

    private static List<AlarmWeek> judge(int[] counts, int history, int newest) {
        return SeriesAlarms.of(
                        WeekSimulation.newest(counts, history),
                        List.of(),
                        new AlarmSettings(FarringtonSettings.STANDARD, newest, LocalDate.MAX))
                .weeks();
    }

    private static void add(
            Map<String, Integer> alarms, String method, List<AlarmWeek> judged, Predicate<AlarmWeek> isAlarm) {
        alarms.merge(method, Math.toIntExact(judged.stream().filter(isAlarm).count()), Integer::sum);
    }

    private long seedOf(WeekSimulation kind, int index) {
        return seed + 1_000_003L * UNDISTURBED.indexOf(kind) + index;
    }
}
