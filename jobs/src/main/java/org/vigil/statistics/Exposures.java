package org.vigil.statistics;

/** What counts of several areas must be to give rates. */
final class Exposures {
    private Exposures() {}

    /** Refuses no areas, counts that are no counts, and exposures that are not above 0. */
    static void require(double[] counts, double[] exposures) {
        if (counts.length == 0 || counts.length != exposures.length) {
            throw new IllegalArgumentException("Found " + counts.length + " counts and " + exposures.length
                    + " exposures; expected at least one area with one of each");
        }
        for (int i = 0; i < counts.length; i++) {
            if (!(counts[i] >= 0
                    && counts[i] < Double.POSITIVE_INFINITY
                    && exposures[i] > 0
                    && exposures[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Found count " + counts[i] + " and exposure " + exposures[i]
                        + "; expected finite numbers, the exposure above 0");
            }
        }
    }
}
