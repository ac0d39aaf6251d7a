package org.vigil.cellkey;

import java.util.List;
import org.vigil.statistics.CountDistribution;

/**
 * What somebody who knows the method, all published vintages of a cell, how many incidents such a cell has on average and how late records arrive can
 * conclude about its exact count: the probability of each count, by Bayes' rule over a chain whose state is the count.
 *
 * <p>The count at the first vintage is Poisson; between vintages a Poisson number of records is added. A cell to which nothing was added has the same key, so that it is
 * published as before; one to which something was added is published anew, by the table and independently.
 */
public final class CountPosterior {
    /** Counts beyond this many standard deviations above what is likely are left out. */
    private static final int LIMIT_DEVIATIONS = 8;

    private final PerturbationTable table;

    public CountPosterior(PerturbationTable table) {
        this.table = table;
    }

    /**
     * One vintage.
     *
     * @param published what was published
     * @param added incidents expected to be added since the vintage before; for the first one the expected count
     */
    public record Vintage(long published, double added) {
        public Vintage {
            if (published < 0 || !(added >= 0)) {
                throw new IllegalArgumentException(
                        "Found " + published + " published and " + added + " expected; expected 0 or more");
            }
        }
    }

    /**
     * Probability of each count, from 0, at the last vintage.
     *
     * @param vintages at least one, the oldest first
     */
    public double[] of(List<Vintage> vintages) {
        int limit = limit(vintages);
        double[] chance = new double[limit + 1];
        for (int n = 0; n <= limit; n++) {
            chance[n] = CountDistribution.poissonPmf(n, vintages.get(0).added())
                    * table.chance(n, vintages.get(0).published());
        }
        for (int v = 1; v < vintages.size(); v++) {
            chance = next(chance, vintages.get(v), vintages.get(v - 1).published());
        }
        return normalised(chance);
    }

    /** Probability that the count is 1 or 2: the cells that give a person away. */
    public double oneOrTwo(List<Vintage> vintages) {
        double[] chance = of(vintages);
        return chance.length > 2 ? chance[1] + chance[2] : 0;
    }

    private double[] next(double[] before, Vintage vintage, long publishedBefore) {
        double[] after = new double[before.length];
        double none = CountDistribution.poissonPmf(0, vintage.added());
        for (int n = 0; n < after.length; n++) {
            double sum = 0;
            for (int m = 0; m < n; m++) {
                sum += before[m] * CountDistribution.poissonPmf(n - m, vintage.added());
            }
            after[n] = sum * table.chance(n, vintage.published());
            if (vintage.published() == publishedBefore) {
                after[n] += before[n] * none;
            }
        }
        return after;
    }

    private int limit(List<Vintage> vintages) {
        double mean = vintages.stream().mapToDouble(Vintage::added).sum();
        long published = vintages.stream().mapToLong(Vintage::published).max().orElse(0);
        return Math.toIntExact(Math.max(
                published + table.largest(), (long) Math.ceil(mean + LIMIT_DEVIATIONS * Math.sqrt(mean + 1))));
    }

    private static double[] normalised(double[] chance) {
        double sum = 0;
        for (double each : chance) {
            sum += each;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("These vintages cannot have come from this table");
        }
        for (int n = 0; n < chance.length; n++) {
            chance[n] /= sum;
        }
        return chance;
    }
}
