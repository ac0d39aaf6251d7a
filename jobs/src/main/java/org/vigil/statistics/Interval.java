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

    /** Methods for the interval of a Poisson count. */
    public enum Method {
        /** Garwood, F. (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437–442. */
        EXACT("exact"),
        /** Byar's approximation, in Breslow, N. E. and Day, N. E. (1987), Statistical Methods in Cancer Research II, IARC, p. 69. */
        BYAR("Byar");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
