package org.vigil.suppression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The plain audit of a block, by two extreme problems a hidden cell and from the sums as they are read, not from the network. */
final class LinearAudit {
    private LinearAudit() {}

    /**
     * Lowest and highest count of every cell by linear programmes without any shortcut.
     *
     * @return for each cell its range; of cells that are shown, their count
     */
    static List<double[]> ranges(Block block) {
        Frame frame = block.frame();
        double[] falls = new double[frame.cells()];
        double[] rises = new double[frame.cells()];
        for (int cell = 0; cell < frame.cells(); cell++) {
            falls[cell] = block.isShown(cell) ? 0 : block.count(cell);
            rises[cell] = block.isShown(cell) ? 0 : Double.POSITIVE_INFINITY;
        }
        List<double[]> ranges = new ArrayList<>();
        LinearMoves moves = moves(frame, falls, rises);
        for (int cell = 0; cell < frame.cells(); cell++) {
            if (!block.isShown(cell)) {
                moves.narrow(new int[] {cell}, Double.POSITIVE_INFINITY);
            }
            ranges.add(new double[] {
                block.count(cell) + moves.lowest(cell), block.count(cell) + moves.highest(cell),
            });
        }
        return ranges;
    }

    /** Moves that keep the sums of a frame. */
    static LinearMoves moves(Frame frame, double[] falls, double[] rises) {
        LinearMoves moves = new LinearMoves(falls, rises);
        addSums(frame, moves, 0);
        return moves;
    }

    /** Keeps the sums of a frame whose first cell has this number. */
    static void addSums(Frame frame, LinearMoves moves, int first) {
        for (int period = 0; period < frame.periods(); period++) {
            int at = period;
            moves.keep(
                    IntStream.range(0, frame.areas())
                            .map(row -> first + frame.cell(row, at))
                            .toArray(),
                    new int[] {first + frame.cell(frame.whole(), period)});
            for (int row = 0; row <= frame.whole() && !frame.isLeaf(period); row++) {
                int of = row;
                moves.keep(
                        IntStream.range(0, frame.periods())
                                .filter(part -> frame.parent(part) == at)
                                .map(part -> first + frame.cell(of, part))
                                .toArray(),
                        new int[] {first + frame.cell(row, period)});
            }
        }
    }
}
