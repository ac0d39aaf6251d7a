package org.vigil.event;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.statistics.Quantile;

/**
 * What the models of a run do on dates without an event, and the factor that their standard deviations need.
 *
 * <p>With r = (observed − expected) / standard deviation over all dates and series of a class at which one incident or more is usual, κ is the 95 % quantile
 * of |r| over 1.96, at least 1 and at most {@value #MOST}.
 */
public final class Calibration implements Serializable {
    private static final long serialVersionUID = 1;

    /** A class that needs more is not described by its models: its rows have no verdict. */
    public static final double MOST = 2;

    private static final double COVERED = 0.95;
    private static final double NORMAL_QUANTILE = 1.96;

    private final SortedMap<CalibrationClass, Finding> findings;

    private Calibration(SortedMap<CalibrationClass, Finding> findings) {
        this.findings = findings;
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
        return new Calibration(findings);
    }

    /** What was found of each class that has dates. */
    public SortedMap<CalibrationClass, Finding> findings() {
        return Collections.unmodifiableSortedMap(findings);
    }

    /** κ of a window of a series; 1 where there are too few dates to tell. */
    public double factor(SeriesKey key, SeriesLevel level, Window window) {
        Finding finding = findings.get(CalibrationClass.of(key, level, window));
        return finding == null || !finding.isKnown() ? 1 : finding.factor();
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
                if (placebos.dates()[i] >= free) {
                    free = placebos.dates()[i] + placebos.spacing();
                    transforms.add(placebos.transforms()[i]);
                    covered += placebos.isCovered()[i] ? 1 : 0;
                }
            }
            series += deviations.size() > before ? 1 : 0;
        }

        Finding finding() {
            double factor = Double.NaN;
            if (deviations.size() >= Placebos.LEAST) {
                double quantile = Quantile.of(array(deviations), COVERED);
                factor = Math.min(MOST, Math.max(1, quantile / NORMAL_QUANTILE));
            }
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
