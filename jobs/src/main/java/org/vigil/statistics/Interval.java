package org.vigil.statistics;

/**
 * An interval with its method named.
 *
 * @param lower lower end, in the unit of the estimate
 * @param upper upper end
 * @param method how it was computed
 */
public record Interval(double lower, double upper, Method method) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "Interval from " + lower + " to " + upper + ": the lower end is above the upper");
        }
    }

    /** The same interval in another unit. */
    public Interval scaledBy(double factor) {
        return new Interval(lower * factor, upper * factor, method);
    }

    /** Methods for the interval of a count, a rate or a ratio. */
    public enum Method {
        /** Garwood, F. (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437–442. */
        EXACT("exact"),
        /** Byar's approximation, in Breslow, N. E. and Day, N. E. (1987), Statistical Methods in Cancer Research II, IARC, p. 69. */
        BYAR("Byar"),
        /** The share of one count in the sum of both is binomial: Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404–413. */
        EXACT_CONDITIONAL("exact conditional"),
        /** Normal approximation on the scale of logarithms; Rothman, K. J. (1986), Modern Epidemiology, p. 165. */
        LOG_WALD("log Wald"),
        /** Dobson, A. J. and others (1991), Confidence intervals for weighted sums of Poisson parameters, Statistics in Medicine 10, 457–462. */
        DOBSON("Dobson"),
        /** Quantiles of the posterior gamma distribution of a rate; Clayton, D. and Kaldor, J. (1987), Biometrics 43, 671–681. */
        GAMMA_POISSON("gamma-Poisson");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
