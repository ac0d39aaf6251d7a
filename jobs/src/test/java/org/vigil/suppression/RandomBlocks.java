package org.vigil.suppression;

import java.util.Random;

/** Sparse blocks about nobody, the same for the same seed. */
final class RandomBlocks {
    private final Random random;

    RandomBlocks(long seed) {
        random = new Random(seed);
    }

    /** Counts whose means differ by area and period around a mean. */
    int[] counts(Frame frame, double mean) {
        double[] ofArea = random.doubles(frame.areas(), 0.1, 1.9).toArray();
        double[] ofPeriod = random.doubles(frame.periods(), 0.6, 1.4).toArray();
        int[] counts = new int[frame.cells()];
        for (int row = 0; row < frame.areas(); row++) {
            for (int period = 0; period < frame.periods(); period++) {
                if (frame.isLeaf(period)) {
                    counts[frame.cell(row, period)] = poisson(mean * ofArea[row] * ofPeriod[period]);
                }
            }
        }
        return frame.added(counts);
    }

    /** A block of which everything is shown. */
    Block block(Frame frame, double mean) {
        return Block.shown(frame, counts(frame, mean));
    }

    /** A block in which some of the cells that are shown are hidden at random. */
    Block hideSome(Block block, double share) {
        Publication[] publications = block.publications();
        for (int cell = 0; cell < publications.length; cell++) {
            if (random.nextDouble() < share && publications[cell] == Publication.SHOWN) {
                publications[cell] = Publication.HIDDEN;
            }
        }
        return block.with(publications);
    }

    /** A block of which some rows are never published. */
    static Block withhold(Block block, int... rows) {
        Publication[] publications = block.publications();
        for (int row : rows) {
            for (int period = 0; period < block.frame().periods(); period++) {
                publications[block.frame().cell(row, period)] = Publication.WITHHELD;
            }
        }
        return block.with(publications);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double share() {
        return random.nextDouble();
    }

    /** Inversion; good for small means. */
    int poisson(double mean) {
        double left = random.nextDouble();
        double p = StrictMath.exp(-mean);
        int count = 0;
        while (left > p && count < 10_000) {
            left -= p;
            count++;
            p *= mean / count;
        }
        return count;
    }
}
