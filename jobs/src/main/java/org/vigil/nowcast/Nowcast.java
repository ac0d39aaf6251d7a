package org.vigil.nowcast;

import java.io.Serializable;
import org.vigil.statistics.CountDistribution;
import org.vigil.statistics.CountRange;

/**
 * What a week will have come to when its longest delay has passed: the reported number and a negative binomial one still to come.
 *
 * @param reported incidents known
 * @param expectedToAdd mean of those still to come
 * @param size of the distribution of those still to come
 */
public record Nowcast(int reported, double expectedToAdd, double size) implements Serializable {
    private static final double TAIL = 0.025;

    /** The number that the final one is as likely to exceed as not. */
    public long median() {
        return quantile(0.5);
    }

    /** The 95 % interval of the final number. */
    public CountRange interval95() {
        return new CountRange(quantile(TAIL), quantile(1 - TAIL));
    }

    /** Smallest final number with at least this cumulative probability; exact, nothing is drawn. */
    public long quantile(double probability) {
        return reported
                + CountDistribution.negativeBinomial(expectedToAdd, size).quantile(probability);
    }
}
