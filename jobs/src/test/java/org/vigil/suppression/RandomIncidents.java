package org.vigil.suppression;

import java.util.ArrayList;
import java.util.List;

/** Invented incidents with one or more communities, counted as a source counts them: all once, each community in its own right. The same for the same seed. */
final class RandomIncidents {
    private final RandomBlocks random;
    private final Frame frame;
    private final int kinds;

    /**
     * Incidents of so many communities, the first two of which are parts of the third. 0 is the number of all.
     *
     * @param kinds at least 3
     */
    RandomIncidents(long seed, Frame frame, int kinds) {
        random = new RandomBlocks(seed);
        this.frame = frame;
        this.kinds = kinds;
    }

    List<Relation> relations() {
        List<Integer> every = new ArrayList<>();
        for (int community = 1; community <= kinds; community++) {
            every.add(community);
        }
        return List.of(
                new Relation(0, every, Relation.Cover.COMPLETE),
                new Relation(3, List.of(1, 2), Relation.Cover.PARTIAL));
    }

    /** Counts of all and of every community. */
    int[][] counts(int incidents) {
        int[][] counts = new int[kinds + 1][frame.cells()];
        add(counts, incidents);
        return counts;
    }

    /** Counts after further incidents, and after some have been withdrawn. */
    int[][] later(int[][] before, int more) {
        int[][] counts = new int[before.length][];
        for (int community = 0; community < counts.length; community++) {
            counts[community] = before[community].clone();
        }
        add(counts, more);
        return counts;
    }

    private void add(int[][] counts, int incidents) {
        for (int i = 0; i < incidents; i++) {
            int area = (int) (frame.areas() * random.share() * random.share());
            int period = random.below(frame.periods());
            while (!frame.isLeaf(period)) {
                period = random.below(frame.periods());
            }
            int cell = frame.cell(area, period);
            boolean[] has = new boolean[kinds + 1];
            has[0] = true;
            do {
                has[1 + (int) (kinds * random.share() * random.share())] = true;
            } while (random.share() < 0.1);
            has[3] |= has[1] || has[2];
            for (int community = 0; community <= kinds; community++) {
                counts[community][cell] += has[community] ? 1 : 0;
            }
        }
        for (int community = 0; community <= kinds; community++) {
            counts[community] = frame.added(counts[community]);
        }
    }

    /** Blocks after each was protected by itself. */
    RelatedBlocks eachForItself(int[][] counts) {
        List<Block> blocks = new ArrayList<>();
        for (int[] one : counts) {
            blocks.add(SecondarySuppression.of(PrimarySuppression.of(Block.shown(frame, one)))
                    .block());
        }
        return new RelatedBlocks(blocks, relations());
    }
}
