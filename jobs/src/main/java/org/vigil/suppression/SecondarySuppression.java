package org.vigil.suppression;

/**
 * Hides further counts of a block until no hidden one can be worked out of those that are shown.
 *
 * <p>Of each unsafe cell, the cheapest way is sought by which it could be T higher or T lower, and the counts that this way would change are hidden: a shortest path
 * in the network of {@link Frame} from one end of its arc to the other, along hidden cells for nothing and along shown ones at a price. Longer periods, and then the whole
 * area, are hidden only where there is no way at all through what is finer, not even one that moves the cell by less: sums are what most readers come for. Where all cells of the way can be
 * moved by T at once, all of them are safe. When nothing is unsafe any more, each cell that was hidden only for others is shown again if nothing becomes unsafe by it,
 * the coarsest and dearest first. The price of a count n is n, and {@value #DEAR} more where n is 0 or above {@value #CHEAP_TO}: small counts say least, and a zero that is shown says much.
 *
 * <p>A heuristic: finding the cheapest pattern is NP-hard; Fischetti, M. and Salazar-González, J. J. (2001), Solving the cell suppression problem on tabular data
 * with linear constraints, Management Science 47, 1008–1027, give an exact method. The paths are those of Cox, L. H. (1995), Network models for complementary cell
 * suppression, Journal of the American Statistical Association 90, 1453–1462. The result is audited, so that it is safe even where it is not cheapest, and it is the same
 * for the same block.
 */
public final class SecondarySuppression {
    /** Largest count that is preferred. */
    static final int CHEAP_TO = 10;
    /** What is added to the price of a count that is not. */
    static final int DEAR = 10;

    private SecondarySuppression() {}

    /** Protects what is hidden in a block of which nothing has been published. */
    public static Suppressed of(Block block) {
        return of(block, new boolean[block.frame().cells()]);
    }

    /**
     * Protects what is hidden.
     *
     * @param locked the cells that have been shown before and must stay so
     */
    public static Suppressed of(Block block, boolean[] locked) {
        return new Repair(block, locked, unlimited(block.frame().cells())).finish();
    }

    /** What a count is worth to a reader. */
    static int price(int count) {
        return count >= 1 && count <= CHEAP_TO ? count : count + DEAR;
    }

    /** Limits that hold nothing. */
    static Room unlimited(int cells) {
        Room room = new Room(new int[cells], new int[cells]);
        for (int cell = 0; cell < cells; cell++) {
            room.free(cell, Room.UNLIMITED);
        }
        return room;
    }
}
