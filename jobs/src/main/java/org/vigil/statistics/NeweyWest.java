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
        double[] autocovariances = new double[lag + 1];
        int l = 0;
        for (; l + 3 <= lag; l += 4) {
            fourLags(terms, l, autocovariances);
        }
        for (; l <= lag; l++) {
            autocovariances[l] = products(terms, l, l, terms.length);
        }
        double sum = autocovariances[0];
        for (l = 1; l <= lag; l++) {
            sum += 2 * (1 - l / (lag + 1.0)) * autocovariances[l];
        }
        return sum;
    }

    /** Γₗ for four lags in a row: a sum waits for its last addition, four sums wait together. */
    private static void fourLags(double[] terms, int lag, double[] autocovariances) {
        int common = Math.min(lag + 3, terms.length);
        double sum1 = products(terms, lag, lag, common);
        double sum2 = products(terms, lag + 1, lag + 1, common);
        double sum3 = products(terms, lag + 2, lag + 2, common);
        double sum4 = 0;
        for (int i = common; i < terms.length; i++) {
            double term = terms[i];
            sum1 += term * terms[i - lag];
            sum2 += term * terms[i - lag - 1];
            sum3 += term * terms[i - lag - 2];
            sum4 += term * terms[i - lag - 3];
        }
        autocovariances[lag] = sum1;
        autocovariances[lag + 1] = sum2;
        autocovariances[lag + 2] = sum3;
        autocovariances[lag + 3] = sum4;
    }

    /** Σ uₜ uₜ₋ₗ over the terms from one to before another. */
    private static double products(double[] terms, int lag, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += terms[i] * terms[i - lag];
        }
        return sum;
    }
}
