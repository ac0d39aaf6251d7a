package org.vigil.suppression;

/** How far the counts of several communities are from breaking a relation. */
final class Slack {
    private Slack() {}

    /** Whole less part in a cell. */
    static int ofPart(int[][] counts, Relation relation, int part, int cell) {
        return counts[relation.whole()][cell] - counts[part][cell];
    }

    /** Parts together less whole in a cell; larger than any move where parts need not hold all of the whole. */
    static int ofSum(int[][] counts, Relation relation, int cell) {
        if (relation.cover() == Relation.Cover.PARTIAL) {
            return Room.UNLIMITED;
        }
        long sum = -counts[relation.whole()][cell];
        for (int part : relation.parts()) {
            sum += counts[part][cell];
        }
        return Math.toIntExact(Math.min(sum, Room.UNLIMITED));
    }

    /**
     * The first cell in which a relation does not hold, −1 for none.
     *
     * @param part to compare with the whole, −1 for all together
     */
    static int firstBroken(int[][] counts, Relation relation, int part) {
        for (int cell = 0; cell < counts[0].length; cell++) {
            if ((part < 0 ? ofSum(counts, relation, cell) : ofPart(counts, relation, part, cell)) < 0) {
                return cell;
            }
        }
        return -1;
    }
}
