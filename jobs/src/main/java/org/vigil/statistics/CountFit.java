package org.vigil.statistics;

import java.util.Arrays;

/** A fitted {@link CountModel}. Coefficients of regressors that depend on those before them are {@code NaN}. */
public final class CountFit {
    private final CountModel model;
    private final double size;
    private final double[] coefficients;
    private final double[] means;
    private final double deviance;
    private final boolean hasConverged;
    private final NormalEquations equations;
    private final double[][] inverse;

    CountFit(
            CountModel model,
            double size,
            double[] coefficients,
            double[] means,
            double deviance,
            boolean hasConverged) {
        this.model = model;
        this.size = size;
        this.coefficients = coefficients;
        this.means = means;
        this.deviance = deviance;
        this.hasConverged = hasConverged;
        double[] working = new double[means.length];
        for (int i = 0; i < working.length; i++) {
            working[i] = workingWeight(i);
        }
        this.equations = NormalEquations.of(model.design(), working);
        this.inverse = equations.inverse();
    }

    /** Whether the deviance settled by R's rule; see {@link CountModel}. */
    public boolean hasConverged() {
        return hasConverged;
    }

    public double coefficient(int column) {
        return coefficients[column];
    }

    /** A copy of all coefficients. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Regressors that are estimated. */
    public int rank() {
        return equations.rank();
    }

    /** Whether a regressor depends on those before it, so that it has no coefficient. */
    public boolean isAliased(int column) {
        return equations.isLeftOut(column);
    }

    /** Rows of a weight above 0 less estimated regressors. */
    public int degreesOfFreedom() {
        int rows = 0;
        for (double weight : model.weights()) {
            rows += weight > 0 ? 1 : 0;
        }
        return rows - rank();
    }

    public double deviance() {
        return deviance;
    }

    /** Fitted mean of a row. */
    public double mean(int row) {
        return means[row];
    }

    /** A copy of all fitted means. */
    public double[] means() {
        return means.clone();
    }

    /** Log μ of a row of any design of the same columns, without offset. */
    public double predictor(Design design, int row) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            if (!Double.isNaN(coefficients[j])) {
                sum += design.column(j)[row] * coefficients[j];
            }
        }
        return sum;
    }

    /** Pearson's estimate of the dispersion, Σ w (y − μ)² / V(μ) over the degrees of freedom; {@code NaN} where none are left. */
    public double dispersion() {
        double[] counts = model.counts();
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double residual = counts[i] - means[i];
            sum += model.weights()[i] * residual * residual / variance(means[i]);
        }
        int degrees = degreesOfFreedom();
        return degrees > 0 ? sum / degrees : Double.NaN;
    }

    /** Hat value of a row: its weight times x (XᵀWX)⁻¹ xᵀ, between 0 and 1. */
    public double hatValue(int row) {
        return workingWeight(row) * predictorVariance(model.design(), row);
    }

    /** x (XᵀWX)⁻¹ xᵀ: the variance of the predictor of a row for a dispersion of 1. */
    public double predictorVariance(Design design, int row) {
        double[] regressors = new double[coefficients.length];
        for (int j = 0; j < regressors.length; j++) {
            regressors[j] = design.column(j)[row];
        }
        return variance(regressors);
    }

    /** g (XᵀWX)⁻¹ gᵀ: the variance of gβ for a dispersion of 1. */
    public double variance(double[] gradient) {
        double sum = 0;
        double[] along = along(gradient);
        for (int j = 0; j < gradient.length; j++) {
            sum += gradient[j] * along[j];
        }
        return sum;
    }

    /** Standard error of a coefficient for a dispersion of 1. */
    public double standardError(int column) {
        return isAliased(column) ? Double.NaN : Math.sqrt(inverse[column][column]);
    }

    /**
     * The variance of gβ under residuals that hang together over up to {@code lag} rows: Newey, W. K. and West, K. D. (1987), Econometrica 55, 703–708, with
     * Bartlett weights, neither prewhitened nor adjusted for the sample. Rows must be in the order of time.
     *
     * @param gradient one number for each regressor
     * @param lag last lag of a weight above 0; with 0 it is White's estimate (HC0)
     */
    public double varianceOfLag(double[] gradient, int lag) {
        return NeweyWest.varianceOfSum(contributions(gradient), lag);
    }

    /**
     * The variance of gβ under residuals that hang together within clusters of rows in any way: Liang, K.-Y. and Zeger, S. L. (1986), Biometrika 73, 13–22,
     * without a factor for few clusters (CR0). With fewer than 30 clusters it is too small as a rule.
     *
     * @param gradient one number for each regressor
     * @param clusters of each row the number of its cluster, from 0
     */
    public double varianceOfClusters(double[] gradient, int[] clusters) {
        double[] contributions = contributions(gradient);
        double[] sums = new double[Arrays.stream(clusters).max().orElse(0) + 1];
        for (int i = 0; i < contributions.length; i++) {
            sums[clusters[i]] += contributions[i];
        }
        double variance = 0;
        for (double sum : sums) {
            variance += sum * sum;
        }
        return variance;
    }

    /** By row, what it adds to gβ: g (XᵀWX)⁻¹ times its score. */
    private double[] contributions(double[] gradient) {
        double[] along = along(gradient);
        double[] contributions = model.design().times(along);
        double[] counts = model.counts();
        for (int i = 0; i < contributions.length; i++) {
            // For the negative binomial the score is x w (y − μ) / (1 + μ/size).
            contributions[i] *= model.weights()[i] * (counts[i] - means[i]) / (1 + means[i] / size);
        }
        return contributions;
    }

    private double[] along(double[] gradient) {
        double[] along = new double[gradient.length];
        for (int j = 0; j < gradient.length; j++) {
            for (int k = 0; k < gradient.length; k++) {
                along[j] += inverse[j][k] * gradient[k];
            }
        }
        return along;
    }

    private double workingWeight(int row) {
        return CountModel.workingWeight(model.weights()[row], means[row], size);
    }

    private double variance(double mean) {
        return mean + mean * mean / size;
    }
}
