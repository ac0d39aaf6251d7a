package org.vigil.suppression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SecondarySuppressionTest {
    private static final long SEED = 20261124;
    private static final int BLOCKS = 60;
    private static final List<Frame> SHAPES =
            List.of(Frame.ofYear(6), Frame.ofYear(1), Frame.of(5, 4, 4, 4, 4, -1), Frame.of(6, -1));

    @Test
    void hidesASecondCountWhereASumWouldRevealTheFirst() {
        assertPublished("""
                       jan  feb  mar | year
                north  [c] [c]  15 | 27
                south   14  20  14 | 48
                east   [c] [c]   8 | 31
                all     31  38   37 | 106
                """, """
                       jan  feb  mar | year
                north   3    9   15  | 27
                south  14   20   14  | 48
                east   14    9    8  | 31
                all    31   38   37  | 106
                """);
    }

    @Test
    void hidesLongerPeriodsAndTheWholeAreaOnlyWhereNothingFinerWillDo() {
        assertPublished("""
                       jan  feb  mar | year
                north  [c] [c] [c] | 10
                south  [c] [c] [c] | 12
                all    [c] [c]  16 | 22
                """, """
                       jan  feb  mar | year
                north   1    2    7  | 10
                south   2    1    9  | 12
                all     3    3   16  | 22
                """);
    }

    @Test
    void showsWholeYearsOfSparseCounts() {
        RandomBlocks random = new RandomBlocks(SEED);
        for (int i = 0; i < 5; i++) {
            Block block = PrimarySuppression.of(random.block(Frame.ofYear(12), 0.4));
            Block published = SecondarySuppression.of(block).block();
            for (int cell = 0; cell < block.frame().cells(); cell++) {
                if (block.frame().parent(block.frame().period(cell)) < 0) {
                    assertEquals(block.isShown(cell), published.isShown(cell), "block " + i + ", cell " + cell);
                }
            }
        }
    }

    @Test
    void leavesNothingThatALinearProgrammeCanNarrow() {
        System.out.println("seed of SecondarySuppressionTest: " + SEED);
        RandomBlocks random = new RandomBlocks(SEED);
        int safe = 0;
        for (int i = 0; i < BLOCKS; i++) {
            Frame frame = SHAPES.get(i % SHAPES.size());
            Block block = random.block(frame, 0.3 + 8 * random.share());
            if (i % 2 == 0 && frame.areas() > 1) {
                block = RandomBlocks.withhold(block, frame.areas() - 1);
            }
            Suppressed suppressed = SecondarySuppression.of(PrimarySuppression.of(block));
            List<double[]> ranges = LinearAudit.ranges(suppressed.block());
            int[] unsafe = IntStream.range(0, frame.cells())
                    .filter(suppressed.block()::isAudited)
                    .filter(cell -> ranges.get(cell)[1] - ranges.get(cell)[0] < PrimarySuppression.THRESHOLD - 1e-6)
                    .toArray();
            assertArrayEquals(suppressed.unprotected(), unsafe, "block " + i);
            safe += suppressed.isSafe() ? 1 : 0;
        }
        assertTrue(safe > BLOCKS / 2, "safe blocks: " + safe);
    }

    @Test
    void hidesNothingThatWasShownBefore() {
        RandomBlocks random = new RandomBlocks(SEED);
        Block block = random.block(Frame.ofYear(4), 6);
        boolean[] locked = new boolean[block.frame().cells()];
        for (int cell = 0; cell < locked.length; cell++) {
            locked[cell] = !PrimarySuppression.isSmall(block.count(cell)) && random.share() < 0.5;
        }
        Suppressed suppressed = SecondarySuppression.of(PrimarySuppression.of(block), locked);
        for (int cell = 0; cell < locked.length; cell++) {
            assertTrue(!locked[cell] || suppressed.block().isShown(cell), "cell " + cell);
        }
    }

    @Test
    void saysWhatCannotBeProtected() {
        Block block = Drawing.of("""
                       jan  feb | year
                north   3    9  | 12
                all     3    9  | 12
                """).block();
        boolean[] locked = new boolean[block.frame().cells()];
        Arrays.fill(locked, true);
        Suppressed suppressed = SecondarySuppression.of(PrimarySuppression.of(block), locked);
        assertFalse(suppressed.isSafe());
        assertArrayEquals(new int[] {0, 3}, suppressed.unprotected());
    }

    @Test
    void isTheSameForTheSameBlock() {
        Block block = PrimarySuppression.of(new RandomBlocks(SEED).block(Frame.ofYear(12), 2));
        assertArrayEquals(
                SecondarySuppression.of(block).block().publications(),
                SecondarySuppression.of(block).block().publications());
    }

    private static void assertPublished(String expected, String drawn) {
        Drawing drawing = Drawing.of(drawn);
        Suppressed suppressed = SecondarySuppression.of(PrimarySuppression.of(drawing.block()));
        assertTrue(suppressed.isSafe());
        assertEquals(Drawing.tidy(expected), drawing.published(suppressed.block()));
    }
}
