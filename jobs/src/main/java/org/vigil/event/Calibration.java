package org.vigil.event;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.statistics.Quantile;

/**
 * What the models of a run do on dates without an event, and the factor that their standard deviations need.
 *
 * <p>With r = (observed − expected) / standard deviation over all dates and series of a class at which one incident or more is usual, κ is the 95 % quantile
 * of |r| over 1.96, at least 1 and at most {@value #MOST}.
 *
 * <p>The estimates of an event leave out the dates whose window overlaps what followed it: in a series that it is not listed for, as that of a wider community,
 * these dates hold the response itself.
 */
public final class Calibration implements Serializable {
    private static final long serialVersionUID = 1;

    /** A class that needs more is not described by its models: its rows have no verdict. */
    public static final double MOST = 2;

    private static final double COVERED = 0.95;
    private static final double NORMAL_QUANTILE = 1.96;

    private final SortedMap<CalibrationClass, Finding> findings;
    private final HashMap<Outside, Double> factors;

    private Calibration(SortedMap<CalibrationClass, Finding> findings, Map<Outside, Double> factors) {
        this.findings = findings;
        this.factors = new HashMap<>(factors);
    }

    /** Puts the dates of all series together; their order does not matter. */
    public static Calibration of(List<SeriesEffects> series) {
        SortedMap<CalibrationClass, Pool> pools = new TreeMap<>();
        for (SeriesEffects one : series) {
            for (Placebos placebos : one.placebos()) {
                pools.computeIfAbsent(
                                CalibrationClass.of(one.key(), one.level(), placebos.window()), absent -> new Pool())
                        .add(placebos);
            }
        }
        SortedMap<CalibrationClass, Finding> findings = new TreeMap<>();
        pools.forEach((one, pool) -> findings.put(one, pool.finding()));
        Map<Outside, Double> factors = new HashMap<>();
        for (SeriesEffects one : series) {
            for (EventEffect event : one.studied()) {
                for (WindowEffect window : event.windows()) {
                    Outside outside = Outside.of(one.key(), one.level(), window.window(), event);
                    Pool pool = pools.get(outside.of());
                    if (pool != null) {
                        factors.computeIfAbsent(outside, pool::factor);
                    }
                }
            }
        }
        return new Calibration(findings, factors);
    }

    /** What was found of each class that has dates. */
    public SortedMap<CalibrationClass, Finding> findings() {
        return Collections.unmodifiableSortedMap(findings);
    }

    /** κ of a window of a series, over all dates; 1 where there are too few to tell. */
    public double factor(SeriesKey key, SeriesLevel level, Window window) {
        Finding finding = findings.get(CalibrationClass.of(key, level, window));
        return finding == null || !finding.isKnown() ? 1 : finding.factor();
    }

    /** κ of a window after an event, over the dates that do not overlap it; 1 where there are too few to tell. */
    public double factor(SeriesKey key, SeriesLevel level, Window window, EventEffect event) {
        Double known = factors.get(Outside.of(key, level, window, event));
        return known == null ? factor(key, level, window) : known;
    }

    /**
     * The dates of a class outside of what followed an event.
     *
     * @param of the class
     * @param from first day of the response
     * @param after the day after its last
     */
    private record Outside(CalibrationClass of, LocalDate from, LocalDate after) implements Serializable {
        static Outside of(SeriesKey key, SeriesLevel level, Window window, EventEffect event) {
            return new Outside(
                    CalibrationClass.of(key, level, window), event.unitStarts().get(0), event.afterResponse());
        }

        boolean contains(LocalDate firstDay, LocalDate dayAfter) {
            return !dayAfter.isAfter(from) || !firstDay.isBefore(after);
        }
    }

    /**
     * What the dates of a class show.
     *
     * @param series series with at least one date at which one incident or more is usual
     * @param placebos windows at which that is so
     * @param separate those of them that do not overlap within their series
     * @param coveredShare share of the separate ones inside their interval; {@code NaN} where there is none
     * @param distance Kolmogorov's between their probability transforms and the uniform distribution
     * @param factor κ; {@code NaN} where there are too few
     */
    public record Finding(int series, int placebos, int separate, double coveredShare, double distance, double factor)
            implements Serializable {
        /** Whether there are enough dates to tell. */
        public boolean isKnown() {
            return placebos >= Placebos.LEAST;
        }
    }

    /** The dates of a class, gathered. */
    private static final class Pool {
        private final List<Double> deviations = new ArrayList<>();
        private final List<LocalDate> firstDays = new ArrayList<>();
        private final List<LocalDate> daysAfter = new ArrayList<>();
        private final List<Double> transforms = new ArrayList<>();
        private int series;
        private int covered;

        void add(Placebos placebos) {
            int before = deviations.size();
            int free = 0;
            for (int i = 0; i < placebos.size(); i++) {
                if (!placebos.isExpected()[i]) {
                    continue;
                }
                deviations.add(Math.abs(placebos.scaled()[i]));
                firstDays.add(placebos.firstDay(i));
                daysAfter.add(placebos.dayAfter(i));
                if (placebos.dates()[i] >= free) {
                    free = placebos.dates()[i] + placebos.spacing();
                    transforms.add(placebos.transforms()[i]);
                    covered += placebos.isCovered()[i] ? 1 : 0;
                }
            }
            series += deviations.size() > before ? 1 : 0;
        }

        /** κ over the dates outside; 1 where there are too few to tell. */
        double factor(Outside outside) {
            double[] kept = IntStream.range(0, deviations.size())
                    .filter(i -> outside.contains(firstDays.get(i), daysAfter.get(i)))
                    .mapToDouble(deviations::get)
                    .toArray();
            return kept.length < Placebos.LEAST ? 1 : factor(kept);
        }

        private static double factor(double[] deviations) {
            return Math.min(MOST, Math.max(1, Quantile.of(deviations, COVERED) / NORMAL_QUANTILE));
        }

        Finding finding() {
            double factor = deviations.size() < Placebos.LEAST ? Double.NaN : factor(array(deviations));
            int separate = transforms.size();
            return new Finding(
                    series,
                    deviations.size(),
                    separate,
                    separate == 0 ? Double.NaN : (double) covered / separate,
                    distance(array(transforms)),
                    factor);
        }

        /** The largest distance between the share of transforms up to a number and that number. */
        private static double distance(double[] transforms) {
            Arrays.sort(transforms);
            double largest = transforms.length == 0 ? Double.NaN : 0;
            for (int i = 0; i < transforms.length; i++) {
                double above = (i + 1.0) / transforms.length - transforms[i];
                double below = transforms[i] - (double) i / transforms.length;
                largest = Math.max(largest, Math.max(above, below));
            }
            return largest;
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
