package org.vigil.statistics;

/**
 * Empirical Bayes estimates of the rates of several areas: each is drawn towards the common rate, the more the fewer people live there.
 *
 * <p>With rᵢ = yᵢ / nᵢ, m = Σy / Σn, s² = Σ nᵢ (rᵢ − m)² / Σn and A = max(0, s² − m / n̄) the estimate is m + A / (A + m / nᵢ) · (rᵢ − m). Where areas vary
 * no more than chance alone would make them (A = 0), it is m everywhere. Marshall, R. J. (1991), Mapping disease and mortality rates using empirical Bayes
 * estimators, Applied Statistics 40, 283–294. It has no interval; {@link GammaPoisson} has.
 */
public final class MarshallShrinkage {
    private MarshallShrinkage() {}

    /**
     * The estimates, in the order of the areas.
     *
     * @param counts incidents of each area, at least 0
     * @param exposures people, or person-years, of each area, above 0
     * @return incidents per unit of exposure
     */
    public static double[] of(double[] counts, double[] exposures) {
        Exposures.require(counts, exposures);
        double allCounts = 0;
        double allExposures = 0;
        for (int i = 0; i < counts.length; i++) {
            allCounts += counts[i];
            allExposures += exposures[i];
        }
        double common = allCounts / allExposures;
        double spread = 0;
        for (int i = 0; i < counts.length; i++) {
            double difference = counts[i] / exposures[i] - common;
            spread += exposures[i] * difference * difference;
        }
        double between = Math.max(0, spread / allExposures - common / (allExposures / counts.length));
        double[] shrunk = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            double kept = between == 0 ? 0 : between / (between + common / exposures[i]);
            shrunk[i] = common + kept * (counts[i] / exposures[i] - common);
        }
        return shrunk;
    }
}
