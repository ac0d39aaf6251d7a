package org.vigil.cellkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigil.cellkey.CountPosterior.Vintage;

class CountPosteriorTest {
    private static final CountPosterior POSTERIOR = new CountPosterior(PerturbationTable.STANDARD);

    @Test
    void aThreeOfASparseSeriesIsNearlyAlwaysAOne() {
        double[] chance = POSTERIOR.of(List.of(new Vintage(3, 0.05)));

        assertEquals(0.93, chance[1], 0.01);
    }

    @Test
    void aThreeOfABusierSeriesIsNot() {
        assertTrue(POSTERIOR.oneOrTwo(List.of(new Vintage(3, 2))) < 0.65);
    }

    @Test
    void aSecondVintageThatIsTheSameTellsThatNothingWasAdded() {
        double[] one = POSTERIOR.of(List.of(new Vintage(7, 2)));
        double[] two = POSTERIOR.of(List.of(new Vintage(7, 2), new Vintage(7, 0.2)));

        for (int n = 0; n < 10; n++) {
            assertEquals(one[n], two[n], 0.03, "count " + n);
        }
    }

    @Test
    void probabilitiesAreThoseOfASimulation() {
        long seed = 7;
        Random random = new Random(seed);
        double[] first = {1.5, 0.8};
        int[] counted = new int[40];
        int kept = 0;
        while (kept < 20_000) {
            int n = poisson(random, first[0]);
            long before = PerturbationTable.STANDARD.published(n, random.nextInt(256));
            int added = poisson(random, first[1]);
            long after = added == 0 ? before : PerturbationTable.STANDARD.published(n + added, random.nextInt(256));
            if (before == 0 && after == 4) {
                counted[n + added]++;
                kept++;
            }
        }

        double[] chance = POSTERIOR.of(List.of(new Vintage(0, first[0]), new Vintage(4, first[1])));

        for (int n = 0; n < 9; n++) {
            assertEquals(counted[n] / (double) kept, chance[n], 0.012, "count " + n + ", seed " + seed);
        }
    }

    @Test
    void whatNoAdditionExplainsIsJudgedByTheNewestAlone() {
        double[] fallen = POSTERIOR.of(List.of(new Vintage(40, 3), new Vintage(0, 0.1)));
        double[] alone = POSTERIOR.of(List.of(new Vintage(0, 3.1)));

        for (int n = 0; n < 8; n++) {
            assertEquals(alone[n], fallen[n], 1e-12);
        }
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int n = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            n++;
        }
        return n;
    }
}
