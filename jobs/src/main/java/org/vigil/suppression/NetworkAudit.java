package org.vigil.suppression;

/**
 * What a reader who knows every shown count of a block, and that no count is negative, can work out of the hidden ones. Exact.
 *
 * <p>A hidden count x may be anything from min to max over all tables that show the same. With x on the arc u → v of the network of {@link Frame}, max − x is the greatest
 * flow from v to u through the other hidden cells, which can rise without limit and fall to 0, and x − min is that from u to v, at most x. A cell is unsafe if
 * max − min < T. The rule that it is also unsafe if min ≥ 1 and max < T adds nothing, since then max − min < T − 1. Flows are whole numbers, so that these are the
 * ranges over tables of counts and over tables of real numbers at once.
 *
 * <p>What each flow moves is a table that could be, and is kept as evidence for every other cell that it moves by T or by part of it. A search stops when T is reached.
 *
 * <p>It knows nothing of other communities or earlier releases, and protects against nobody who knows some of the hidden counts. Cox, L. H. (1995), Journal of the
 * American Statistical Association 90, 1453–1462; the audit as two extreme problems a cell: Hundepohl, A. and others (2012), Statistical Disclosure Control, Wiley, chapter 4.
 */
public final class NetworkAudit {
    private NetworkAudit() {}

    /** Audits the hidden cells of a block, sums included, and those that are withheld and small. */
    public static BlockAudit of(Block block) {
        return of(block.frame(), Room.of(block), block.audited());
    }

    /** Audits cells that have room of their own. */
    static BlockAudit of(Frame frame, Room room, boolean[] audited) {
        int[] falls = new int[audited.length];
        int[] rises = new int[audited.length];
        ResidualNetwork network = new ResidualNetwork(frame, room);
        for (int cell = 0; cell < audited.length; cell++) {
            if (audited[cell]) {
                look(network, cell, falls, rises);
            }
        }
        return new BlockAudit(audited.clone(), falls, rises);
    }

    /** Whether one of these cells is unsafe; stops at the first. */
    static boolean isAnyUnsafe(Frame frame, Room room, boolean[] audited, int[] firstOf) {
        int[] falls = new int[audited.length];
        int[] rises = new int[audited.length];
        ResidualNetwork network = new ResidualNetwork(frame, room);
        for (int cell : firstOf) {
            if (audited[cell] && !look(network, cell, falls, rises)) {
                return true;
            }
        }
        for (int cell = 0; cell < audited.length; cell++) {
            if (audited[cell] && !look(network, cell, falls, rises)) {
                return true;
            }
        }
        return false;
    }

    /** Looks for the range of one cell until it is wide enough; whether it is. */
    private static boolean look(ResidualNetwork network, int cell, int[] falls, int[] rises) {
        int threshold = PrimarySuppression.THRESHOLD;
        if (falls[cell] + rises[cell] >= threshold) {
            return true;
        }
        rises[cell] = network.raise(cell, threshold);
        keepEvidence(network, falls, rises);
        falls[cell] = network.lower(cell, threshold - rises[cell]);
        keepEvidence(network, falls, rises);
        return falls[cell] + rises[cell] >= threshold;
    }

    private static void keepEvidence(ResidualNetwork network, int[] falls, int[] rises) {
        for (int i = 0; i < network.touches(); i++) {
            int other = network.touched(i);
            int moved = network.moved(other);
            rises[other] = Math.max(rises[other], moved);
            falls[other] = Math.max(falls[other], -moved);
        }
        network.restore();
    }
}
