package org.vigil.bench;

/**
 * Cumulative sums Sₜ = max(0, Sₜ₋₁ + xₜ − k) of standardised counts x, in alarm from h on, to compare with.
 *
 * <p>Rossi, G. et al. (1999), Statistics in Medicine 18, 2111–2122; function {@code algo.cusum} of the R package surveillance.
 */
enum Cusum {
    /** (y − m) / √m. */
    STANDARD,
    /** (y − 3m + 2√(ym)) / (2√m). */
    ROSSI,
    /** 1.5 (y^⅔ − m^⅔) / m^⅙. */
    ANSCOMBE;

    /** k, half the shift in standard deviations that is looked for. */
    private static final double REFERENCE = 1.04;
    /** h. */
    static final double LIMIT = 2.26;

    /**
     * S of every step from one on.
     *
     * @param mean m of an undisturbed step, above 0
     */
    double[] sums(int[] counts, int from, double mean) {
        double[] sums = new double[counts.length - from];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum = Math.max(0, sum + standardised(counts[from + i], mean) - REFERENCE);
            sums[i] = sum;
        }
        return sums;
    }

    private double standardised(double count, double mean) {
        return switch (this) {
            case STANDARD -> (count - mean) / Math.sqrt(mean);
            case ROSSI -> (count - 3 * mean + 2 * Math.sqrt(count * mean)) / (2 * Math.sqrt(mean));
            case ANSCOMBE ->
                1.5 * (StrictMath.pow(count, 2.0 / 3) - StrictMath.pow(mean, 2.0 / 3)) / StrictMath.pow(mean, 1.0 / 6);
        };
    }
}
