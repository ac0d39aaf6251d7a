package org.vigil.event;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.vigil.statistics.CountFit;
import org.vigil.statistics.CountModel;
import org.vigil.statistics.Design;

/**
 * The shape of a response: one model of a whole series with an indicator for each window of one event or of several that are near each other, whose effects
 * multiply. It shows how windows compare; the headline excess comes from the baseline before the event, because an interval from an indicator of a few days
 * is too narrow where counts hang together in time.
 *
 * <p>Wagner, A. K. et al. (2002), Segmented regression analysis of interrupted time series studies, Journal of Clinical Pharmacy and Therapeutics 27,
 * 299–309, with indicators in place of changes of level, and quasi-Poisson counts.
 */
public final class ShapeModel {
    private static final double UPPER = 0.975;

    private final Design calendar;
    private final Design design;
    private final double[] counts;
    private final CountFit fit;
    private final int lag;
    /** Mean of every unit without any event. */
    private final double[] undisturbed;

    private ShapeModel(Design calendar, Design design, double[] counts, double[] offset, CountFit fit, int lag) {
        this.calendar = calendar;
        this.design = design;
        this.counts = counts;
        this.fit = fit;
        this.lag = lag;
        double[] coefficients = fit.coefficients();
        Arrays.fill(coefficients, calendar.columns(), coefficients.length, 0);
        this.undisturbed = design.times(coefficients);
        for (int i = 0; i < undisturbed.length; i++) {
            undisturbed[i] = StrictMath.exp(undisturbed[i] + offset[i]);
        }
    }

    /**
     * One window of the model.
     *
     * @param observed incidents
     * @param expected what the model expects of the units of the window without any event
     * @param rateRatio e^γ; 0 where nothing was recorded
     * @param lower lower end of its 95 % interval, 0 where nothing was recorded
     * @param upper upper end; where nothing was recorded from the exact limit of a Poisson count of 0
     * @param p two-sided p-value of γ = 0; {@code NaN} where nothing was recorded
     * @param excess fitted less expected
     * @param excessError its standard error by the delta method, with the dispersion of the whole series
     * @param excessErrorOfLag the same, with residuals that hang together over some units
     */
    public record Window(
            double observed,
            double expected,
            double rateRatio,
            double lower,
            double upper,
            double p,
            double excess,
            double excessError,
            double excessErrorOfLag)
            implements Serializable {}

    /**
     * Fits the model; empty if it does not settle or has no freedom left.
     *
     * @param calendar regressors of every unit, without windows
     * @param counts of every unit
     * @param offset logarithm of the exposure of every unit
     * @param windows units of each window, in any order; two may share units as long as they are not the same
     * @param lag last lag of the autocovariances
     * @return one result for each window, in their order
     */
    public static Optional<List<Window>> fit(
            Design calendar, double[] counts, double[] offset, List<int[]> windows, int lag) {
        Design design = calendar.with(windows.stream()
                .map(window -> indicator(calendar.rows(), window))
                .toList());
        CountFit fit = CountModel.of(design, counts).withOffset(offset).fitPoisson();
        if (!fit.hasConverged() || fit.degreesOfFreedom() < 1) {
            return Optional.empty();
        }
        ShapeModel model = new ShapeModel(calendar, design, counts, offset, fit, lag);
        List<Window> results = new ArrayList<>();
        for (int w = 0; w < windows.size(); w++) {
            results.add(model.window(windows.get(w), calendar.columns() + w));
        }
        return Optional.of(results);
    }

    private static double[] indicator(int rows, int[] units) {
        double[] indicator = new double[rows];
        for (int unit : units) {
            indicator[unit] = 1;
        }
        return indicator;
    }

    private Window window(int[] units, int column) {
        double[] fitted = new double[design.rows()];
        double[] without = new double[design.rows()];
        double observed = 0;
        double expected = 0;
        for (int unit : units) {
            fitted[unit] = fit.mean(unit);
            without[unit] = undisturbed[unit];
            observed += counts[unit];
            expected += undisturbed[unit];
        }
        double[] gradient = difference(fitted, without);
        double dispersion = Math.max(1, fit.dispersion());
        double error = Math.sqrt(dispersion * fit.variance(gradient));
        double errorOfLag = Math.sqrt(fit.varianceOfLag(gradient, lag));
        if (observed == 0) {
            double most = -StrictMath.log(1 - UPPER) / expected;
            return new Window(0, expected, 0, 0, most, Double.NaN, -expected, error, errorOfLag);
        }
        double effect = fit.coefficient(column);
        double effectError = Math.sqrt(dispersion) * fit.standardError(column);
        double reach = NormalDistribution.of(0, 1).inverseCumulativeProbability(UPPER) * effectError;
        double p = 2 * TDistribution.of(fit.degreesOfFreedom()).survivalProbability(Math.abs(effect / effectError));
        return new Window(
                observed,
                expected,
                StrictMath.exp(effect),
                StrictMath.exp(effect - reach),
                StrictMath.exp(effect + reach),
                p,
                Arrays.stream(fitted).sum() - expected,
                error,
                errorOfLag);
    }

    /** Σ (μx − μ⁰x⁰) over the window; x⁰ is x with 0 for every indicator. */
    private double[] difference(double[] fitted, double[] without) {
        double[] gradient = design.transposedTimes(fitted);
        double[] less = calendar.transposedTimes(without);
        for (int j = 0; j < less.length; j++) {
            gradient[j] -= less[j];
        }
        return gradient;
    }
}
