package org.vigil.cellkey;

import java.util.Arrays;
import java.util.List;
import org.vigil.statistics.CountDistribution;

/**
 * What somebody who knows the method, all published vintages of a cell, how many incidents such a cell has on average and how late records arrive can
 * conclude about its exact count: the probability of each count, by Bayes' rule over a chain whose state is the count.
 *
 * <p>The count at the first vintage is Poisson; between vintages a Poisson number of records is added. A cell to which nothing was added has the same key, so that it is
 * published as before; one to which something was added is published anew, by the table and independently. Vintages that no addition explains tell of records that were
 * taken out: then the newest alone is judged.
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
        CountDistribution first = CountDistribution.poisson(vintages.get(0).added());
        for (int n = 0; n <= limit; n++) {
            chance[n] = first.probability(n) * table.chance(n, vintages.get(0).published());
        }
        for (int v = 1; v < vintages.size(); v++) {
            chance = next(chance, vintages.get(v), vintages.get(v - 1).published());
        }
        double sum = Arrays.stream(chance).sum();
        if (!(sum > 0)) {
            return vintages.size() == 1 ? uniform(vintages.get(0)) : of(List.of(alone(vintages)));
        }
        return Arrays.stream(chance).map(each -> each / sum).toArray();
    }

    /** Probability that the count is 1 or 2: the cells that give a person away. */
    public double oneOrTwo(List<Vintage> vintages) {
        double[] chance = of(vintages);
        return chance.length > 2 ? chance[1] + chance[2] : 0;
    }

    private double[] next(double[] before, Vintage vintage, long publishedBefore) {
        double[] after = new double[before.length];
        CountDistribution added = CountDistribution.poisson(vintage.added());
        for (int n = 0; n < after.length; n++) {
            double sum = 0;
            for (int m = 0; m < n; m++) {
                sum += before[m] * added.probability(n - m);
            }
            after[n] = sum * table.chance(n, vintage.published());
            if (vintage.published() == publishedBefore) {
                after[n] += before[n] * added.probability(0);
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

    /** The newest vintage with everything that was expected up to it. */
    private static Vintage alone(List<Vintage> vintages) {
        return new Vintage(
                vintages.get(vintages.size() - 1).published(),
                vintages.stream().mapToDouble(Vintage::added).sum());
    }

    /** A count so far from what is usual that its probabilities cannot be told apart from 0: every count that the table allows is as likely. */
    private double[] uniform(Vintage vintage) {
        double[] chance = new double[limit(List.of(vintage)) + 1];
        for (int n = 0; n < chance.length; n++) {
            chance[n] = table.chance(n, vintage.published());
        }
        double sum = Arrays.stream(chance).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException(
                    "Found " + vintage.published() + " published; the table never gives that");
        }
        return Arrays.stream(chance).map(each -> each / sum).toArray();
    }
}
