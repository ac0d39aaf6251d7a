package org.vigil.suppression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BlockTest {
    private static final Frame FRAME = Frame.of(2, 2, 2, -1);
    private static final int[] COUNTS = FRAME.added(new int[] {3, 9, 0, 8, 7, 0, 0, 0, 0});

    @Test
    void addsAreasAndPeriods() {
        assertArrayEquals(new int[] {3, 9, 12, 8, 7, 15, 11, 16, 27}, COUNTS);
    }

    @Test
    void makesEverySumTheBalanceOfANode() {
        RandomBlocks random = new RandomBlocks(7);
        for (Frame frame : List.of(Frame.ofYear(5), Frame.of(1, -1), Frame.of(3, 2, 2, -1, -1))) {
            int[] counts = random.counts(frame, 4);
            for (int node = 0; node < frame.nodes(); node++) {
                int balance = 0;
                for (int cell : frame.incident(node)) {
                    balance += frame.head(cell) == node ? counts[cell] : -counts[cell];
                }
                assertEquals(0, balance, frame + ", node " + node);
            }
        }
    }

    @Test
    void laysAYearOutInMonthsAndQuarters() {
        Frame year = Frame.ofYear(32);
        assertEquals(33 * 17, year.cells());
        assertArrayEquals(
                new int[] {12, 12, 12, 13, 13, 13, 14, 14, 14, 15, 15, 15, 16, 16, 16, 16, -1},
                IntStream.range(0, 17).map(year::parent).toArray());
    }

    @Test
    void hidesSmallCountsAndSmallSumsOnly() {
        Block block = PrimarySuppression.of(Block.shown(FRAME, FRAME.added(new int[] {4, 0, 0, 0, 5, 0, 0, 0, 0})));
        assertArrayEquals(
                new int[] {0, 2, 6},
                IntStream.range(0, 9).filter(cell -> !block.isShown(cell)).toArray());
    }

    @Test
    void refusesWhatDoesNotAddUpWithoutSayingACount() {
        int[] counts = COUNTS.clone();
        counts[5]++;
        assertMessage(
                "Cannot make a block: found a count in row 1, period 2 that is not the sum of its parts; expected tables"
                        + " that add up; count them from the same records",
                () -> Block.shown(FRAME, counts));
        assertMessage(
                "Cannot make a block: found a count below 0 in row 0, period 0; expected counts of 0 or more",
                () -> Block.shown(FRAME, FRAME.added(new int[] {-1, 9, 0, 8, 7, 0, 0, 0, 0})));
        assertMessage(
                "Cannot make a block: found 2 counts and 9 publications; expected 9 of each",
                () -> Block.of(FRAME, new int[2], new Publication[9]));
    }

    @Test
    void refusesPeriodsThatAreNoTree() {
        assertMessage(
                "Cannot lay out a block: found 0 areas and 1 periods; expected at least one of each",
                () -> Frame.of(0, -1));
        assertMessage(
                "Cannot lay out a block: found 7 as what period 0 is part of; expected -1 or a period below 2",
                () -> Frame.of(1, 7, -1));
        assertMessage(
                "Cannot lay out a block: found period 0 to be part of itself; expected periods within wider ones",
                () -> Frame.of(1, 1, 0));
    }

    @Test
    void refusesCommunitiesThatBreakTheirRelation() {
        Block block = Block.shown(FRAME, COUNTS);
        Block larger = Block.shown(FRAME, FRAME.added(new int[] {3, 9, 0, 8, 8, 0, 0, 0, 0}));
        assertMessage(
                "Cannot relate communities: found a part with a larger count than the whole (whole 0, part 1, row 1,"
                        + " period 1); expected the relation to hold in every cell; declare it otherwise or not at all",
                () -> new RelatedBlocks(
                        List.of(block, larger), List.of(new Relation(0, List.of(1), Relation.Cover.PARTIAL))));
        assertMessage(
                "Cannot relate communities: found a whole with a larger count than its parts together (whole 0, row 1,"
                        + " period 1); expected the relation to hold in every cell; declare it otherwise or not at all",
                () -> new RelatedBlocks(
                        List.of(larger, block), List.of(new Relation(0, List.of(1), Relation.Cover.COMPLETE))));
        assertMessage(
                "Cannot relate communities: found community 1 with 1 areas, periods within [-1]; expected 2 areas,"
                        + " periods within [2, 2, -1] as for the first; lay out all communities of a source and year"
                        + " alike",
                () -> new RelatedBlocks(List.of(block, Block.shown(Frame.of(1, -1), new int[2])), List.of()));
        assertMessage(
                "Cannot relate communities: found whole 0 with parts [0]; expected at least one part, each once and none"
                        + " of them the whole",
                () -> new Relation(0, List.of(0), Relation.Cover.PARTIAL));
    }

    private static void assertMessage(String expected, org.junit.jupiter.api.function.Executable refused) {
        assertEquals(
                expected, assertThrows(IllegalArgumentException.class, refused).getMessage());
    }
}
