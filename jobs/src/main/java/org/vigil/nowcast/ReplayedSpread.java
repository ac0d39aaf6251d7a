package org.vigil.nowcast;

import java.util.List;
import org.vigil.statistics.CountDistribution;

/** How far recorded numbers lay from what was expected: the size of a negative binomial distribution, by maximum likelihood. */
final class ReplayedSpread {
    /** The widest that is considered: a variance of mean + 10 mean². */
    static final double SMALLEST_SIZE = 0.1;

    /** From here on counts vary hardly more than Poisson. */
    static final double LARGEST_SIZE = 1000;

    private static final int STARTS = 20;
    private static final int NARROWINGS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private ReplayedSpread() {}

    /**
     * The most likely size between {@value #SMALLEST_SIZE} and {@value #LARGEST_SIZE}; the widest where all are alike. The likelihood of a few pairs can
     * have two hills, so the range is walked through in even steps of its logarithm before it is narrowed down.
     */
    static double mostLikelySize(List<Replays.Later> pairs) {
        double low = StrictMath.log(SMALLEST_SIZE);
        double step = (StrictMath.log(LARGEST_SIZE) - low) / STARTS;
        int best = 0;
        double highest = logLikelihood(pairs, SMALLEST_SIZE);
        for (int start = 1; start <= STARTS; start++) {
            double likelihood = logLikelihood(pairs, size(low + start * step));
            if (likelihood > highest) {
                highest = likelihood;
                best = start;
            }
        }
        double found = narrowed(pairs, low + Math.max(0, best - 1) * step, low + Math.min(STARTS, best + 1) * step);
        return logLikelihood(pairs, found) > highest ? found : size(low + best * step);
    }

    /** Log likelihood of a size; nothing is to be learnt where nothing was expected. */
    static double logLikelihood(List<Replays.Later> pairs, double size) {
        double sum = 0;
        for (Replays.Later pair : pairs) {
            if (pair.expected() > 0) {
                sum += CountDistribution.negativeBinomial(pair.expected(), size).logProbability(pair.recorded());
            }
        }
        return sum;
    }

    /** Golden-section search for the highest point of one hill. */
    private static double narrowed(List<Replays.Later> pairs, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = logLikelihood(pairs, size(left));
        double atRight = logLikelihood(pairs, size(right));
        for (int i = 0; i < NARROWINGS; i++) {
            if (atLeft >= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = logLikelihood(pairs, size(left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = logLikelihood(pairs, size(right));
            }
        }
        return size((low + high) / 2);
    }

    private static double size(double log) {
        return Math.max(SMALLEST_SIZE, Math.min(LARGEST_SIZE, StrictMath.exp(log)));
    }
}
