package org.vigil.suppression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RelatedAuditTest {
    private static final long SEED = 20261125;
    private static final int GROUPS = 20;
    /** Share of the cells that are hidden where it matters not which. */
    private static final double HIDDEN = 0.6;

    /** The first two within the third, and all within everything. */
    private static final List<Relation> NESTED = List.of(
            new Relation(3, List.of(1, 2), Relation.Cover.PARTIAL),
            new Relation(0, List.of(3, 4), Relation.Cover.PARTIAL));

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

    @Test
    void noCellIsMovedFurtherBelowRaisedOnesThanALinearProgrammeOfEverythingMovesIt() {
        int found = 0;
        for (int i = 0; i < GROUPS; i++) {
            Frame frame = i % 2 == 0 ? Frame.of(3, 3, 3, 3, -1) : Frame.of(4, -1);
            RandomIncidents incidents = new RandomIncidents(SEED + i, frame, 4);
            RandomBlocks random = new RandomBlocks(SEED + i);
            RelatedBlocks related = new RelatedBlocks(
                    Arrays.stream(incidents.counts(20 + 2 * i))
                            .map(counts -> random.hideSome(Block.shown(frame, counts), HIDDEN))
                            .toList(),
                    NESTED);
            Leeway leeway = Leeway.of(related);
            LinearMoves moves = programme(related);
            for (int community = 1; community < related.blocks().size(); community++) {
                Block block = related.blocks().get(community);
                for (int cell = 0; cell < frame.cells(); cell++) {
                    if (block.isAudited(cell)) {
                        int rest = rise(leeway, community, cell);
                        int rise = rise(leeway.raised(community, cell), community, cell);
                        moves.narrow(new int[] {community * frame.cells() + cell}, Double.POSITIVE_INFINITY);
                        assertTrue(
                                rise <= moves.highest(community * frame.cells() + cell) + LinearMoves.TOLERANCE,
                                "group " + i + ", community " + community);
                        found += rise > rest ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(found > GROUPS, found + " cells could be moved further than by themselves");
    }

    private static int rise(Leeway leeway, int community, int cell) {
        Room room = leeway.room(community, Leeway.Others.ALL);
        return new ResidualNetwork(leeway.frame(), room).raise(cell, PrimarySuppression.THRESHOLD);
    }

    @Test
    void whatIsNotPublishedAtAllCannotBeWorkedOutHoweverManyCommunitiesHoldOneAnother() {
        Frame frame = Frame.ofYear(8);
        RandomIncidents incidents = new RandomIncidents(SEED, frame, 4);
        Publication[] nothing = new Publication[frame.cells()];
        Arrays.fill(nothing, Publication.WITHHELD);
        List<Block> blocks = Arrays.stream(incidents.counts(1_000))
                .map(counts -> Block.of(frame, counts, nothing))
                .toList();

        RelatedAudit audit = RelatedAudit.of(new RelatedBlocks(blocks, NESTED));

        assertTrue(frame.cells() * 2 > RelatedAudit.MOST_CELLS && audit.isSafe());
    }

    /** Unsafe cells from all constraints on all communities as they are read, two problems a cell. */
    static int[][] plain(RelatedBlocks related) {
        Frame frame = related.frame();
        LinearMoves moves = programme(related);
        int[][] unsafe = new int[related.blocks().size()][];
        for (int community = 0; community < unsafe.length; community++) {
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

    private static LinearMoves programme(RelatedBlocks related) {
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
        return moves;
    }
}
