package org.vigil.suppression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RelatedAuditTest {
    private static final long SEED = 20261125;
    private static final int GROUPS = 20;

    @Test
    void findsTheUnsafeCellsThatOneLinearProgrammeOfEverythingFinds() {
        System.out.println("seed of RelatedAuditTest: " + SEED);
        int unsafe = 0;
        int asked = 0;
        for (int i = 0; i < GROUPS; i++) {
            Frame frame = i % 2 == 0 ? Frame.of(3, 3, 3, 3, -1) : Frame.of(4, -1);
            RandomIncidents incidents = new RandomIncidents(SEED + i, frame, 4);
            RelatedBlocks related = incidents.eachForItself(incidents.counts(20 + 10 * i));
            RelatedAudit audit = RelatedAudit.of(related);
            int[][] expected = plain(related);
            for (int community = 0; community < expected.length; community++) {
                assertArrayEquals(
                        expected[community], audit.unsafeCells(community), "group " + i + ", community " + community);
                unsafe += expected[community].length;
            }
            asked += audit.asked();
        }
        System.out.println("unsafe " + unsafe + ", asked " + asked);
        assertTrue(unsafe > 0 && asked > unsafe);
    }

    /** Unsafe cells from all constraints on all communities as they are read, two problems a cell. */
    static int[][] plain(RelatedBlocks related) {
        Frame frame = related.frame();
        int communities = related.blocks().size();
        double[] falls = new double[communities * frame.cells()];
        double[] rises = new double[falls.length];
        for (int i = 0; i < falls.length; i++) {
            Block block = related.blocks().get(i / frame.cells());
            falls[i] = block.isShown(i % frame.cells()) ? 0 : block.count(i % frame.cells());
            rises[i] = block.isShown(i % frame.cells()) ? 0 : Double.POSITIVE_INFINITY;
        }
        LinearMoves moves = new LinearMoves(falls, rises);
        for (int community = 0; community < communities; community++) {
            LinearAudit.addSums(frame, moves, community * frame.cells());
        }
        for (Relation relation : related.relations()) {
            for (int cell = 0; cell < frame.cells(); cell++) {
                int at = cell;
                int whole = relation.whole() * frame.cells() + cell;
                int[] parts = relation.parts().stream()
                        .mapToInt(part -> part * frame.cells() + at)
                        .toArray();
                int sum = -related.blocks().get(relation.whole()).count(cell);
                for (int part : relation.parts()) {
                    int slack = related.blocks().get(relation.whole()).count(cell)
                            - related.blocks().get(part).count(cell);
                    moves.limit(new int[] {part * frame.cells() + cell}, new int[] {whole}, slack);
                    sum += related.blocks().get(part).count(cell);
                }
                if (relation.cover() == Relation.Cover.COMPLETE) {
                    moves.limit(new int[] {whole}, parts, sum);
                }
            }
        }
        int[][] unsafe = new int[communities][];
        for (int community = 0; community < communities; community++) {
            int first = community * frame.cells();
            Block block = related.blocks().get(community);
            unsafe[community] = IntStream.range(0, frame.cells())
                    .filter(block::isAudited)
                    .filter(cell -> {
                        moves.narrow(new int[] {first + cell}, Double.POSITIVE_INFINITY);
                        return moves.highest(first + cell) - moves.lowest(first + cell)
                                < PrimarySuppression.THRESHOLD - LinearMoves.TOLERANCE;
                    })
                    .toArray();
        }
        return unsafe;
    }
}
