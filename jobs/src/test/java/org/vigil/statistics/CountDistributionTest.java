package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of R 4.2.2's qnbinom, pnbinom, dnbinom and qpois. */
final class CountDistributionTest {
    static List<Row> references() {
        return ReferenceValues.of("nb_distribution.csv");
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithTheReference(Row row) {
        double mean = row.number("mu");
        CountDistribution distribution = CountDistribution.negativeBinomial(mean, row.number("size"));
        long quantile = distribution.quantile(row.number("p"));
        assertEquals((long) row.number("q_nb"), quantile);
        assertEquals(row.number("cdf_nb_at_q"), distribution.cumulative(quantile), 1e-10);
        double tail = row.number("sf_nb_at_2mu");
        assertEquals(tail, distribution.above((long) Math.ceil(2 * mean)), 1e-8 * tail);
        assertEquals(row.number("logpmf_at_mu"), distribution.logProbability(Math.round(mean)), 1e-9);
        assertEquals(
                (long) row.number("q_pois"), CountDistribution.poisson(mean).quantile(row.number("p")));
    }

    @Test
    void probabilitiesAddUpToTheCumulative() {
        CountDistribution distribution = CountDistribution.ofVariance(7.3, 19.1);
        double sum = 0;
        for (long count = 0; count <= 30; count++) {
            sum += distribution.probability(count);
            assertEquals(sum, distribution.cumulative(count), 1e-12);
            assertEquals(1 - sum + distribution.probability(count) / 2, distribution.upperMidP(count), 1e-12);
        }
    }

    @Test
    void isPoissonWhereTheVarianceIsNotAboveTheMean() {
        assertEquals(
                Double.POSITIVE_INFINITY, CountDistribution.ofVariance(3, 2).size());
    }

    @Test
    void countsNothingOfAMeanOfZero() {
        CountDistribution none = CountDistribution.poisson(0);
        assertEquals(0, none.quantile(0.975));
        assertEquals(1, none.cumulative(0));
        assertEquals(0, none.above(0));
        assertEquals(1, none.atLeast(0));
        assertEquals(1, none.probability(0));
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThrows(IllegalArgumentException.class, () -> CountDistribution.poisson(-1));
        assertThrows(IllegalArgumentException.class, () -> CountDistribution.negativeBinomial(1, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> CountDistribution.poisson(1).quantile(1));
    }
}
