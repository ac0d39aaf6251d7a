package org.vigil.statistics;

/** The variance of a sum of terms that hang together in time. */
final class NeweyWest {
    private NeweyWest() {}

    /**
     * Γ₀ + 2 Σ (1 − l / (L + 1)) Γₗ over the lags l = 1 … L, with Γₗ = Σ uₜ uₜ₋ₗ.
     *
     * @param terms u, of mean 0, in the order of time
     * @param lag L, at least 0
     */
    static double varianceOfSum(double[] terms, int lag) {
        double sum = autocovariance(terms, 0);
        for (int l = 1; l <= lag; l++) {
            sum += 2 * (1 - l / (lag + 1.0)) * autocovariance(terms, l);
        }
        return sum;
    }

    private static double autocovariance(double[] terms, int lag) {
        double sum = 0;
        for (int i = lag; i < terms.length; i++) {
            sum += terms[i] * terms[i - lag];
        }
        return sum;
    }
}
