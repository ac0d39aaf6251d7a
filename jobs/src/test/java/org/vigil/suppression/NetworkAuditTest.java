package org.vigil.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworkAuditTest {
    private static final long SEED = 20261123;
    private static final int BLOCKS = 520;
    private static final int T = PrimarySuppression.THRESHOLD;

    private static final List<Frame> SHAPES = List.of(
            Frame.ofYear(4),
            Frame.ofYear(1),
            Frame.of(5, 4, 4, 4, 4, -1),
            Frame.of(6, -1),
            Frame.of(3, 3, 3, 3, -1, -1),
            Frame.of(4, 2, 2, 6, 5, 5, 6, -1),
            Frame.of(8, 2, 2, -1));

    @Test
    void findsTheRangesThatLinearProgrammesFind() {
        System.out.println("seed of NetworkAuditTest: " + SEED);
        RandomBlocks random = new RandomBlocks(SEED);
        int unsafe = 0;
        for (int i = 0; i < BLOCKS; i++) {
            Frame frame = SHAPES.get(i % SHAPES.size());
            Block block = PrimarySuppression.of(random.block(frame, 0.2 + 6 * random.share() * random.share()));
            if (i % 3 == 1) {
                block = random.hideSome(block, 0.3);
            }
            if (i % 4 == 0 && frame.areas() > 1) {
                block = RandomBlocks.withhold(block, 0);
            }
            List<double[]> ranges = LinearAudit.ranges(block);
            BlockAudit audit = NetworkAudit.of(block);
            for (int cell = 0; cell < frame.cells(); cell++) {
                if (!block.isAudited(cell)) {
                    assertEquals(Verdict.NOT_AUDITED, audit.verdict(cell));
                    continue;
                }
                double width = ranges.get(cell)[1] - ranges.get(cell)[0];
                String where = "block " + i + ", cell " + cell;
                if (width < T - 1e-6) {
                    assertEquals(width < 1e-6 ? Verdict.DISCLOSED : Verdict.UNSAFE, audit.verdict(cell), where);
                    assertEquals(ranges.get(cell)[0], block.count(cell) - audit.fall(cell), 1e-6, where);
                    assertEquals(ranges.get(cell)[1], block.count(cell) + audit.rise(cell), 1e-6, where);
                    unsafe++;
                } else {
                    assertEquals(Verdict.SAFE, audit.verdict(cell), where);
                    assertTrue(block.count(cell) - audit.fall(cell) >= ranges.get(cell)[0] - 1e-6, where);
                    assertTrue(block.count(cell) + audit.rise(cell) <= ranges.get(cell)[1] + 1e-6, where);
                }
            }
        }
        assertTrue(unsafe > BLOCKS, "so few unsafe cells say little: " + unsafe);
    }

    @Test
    void givesAwayACountThatIsAloneInASum() {
        assertDrawn("""
                       jan   feb | year
                north  3..3  9 | 12
                south  8  7 | 15
                all  11  16 | 27
                """, rangesOf("""
                       jan  feb | year
                north   3c   9  | 12
                south   8    7  | 15
                all    11   16  | 27
                """));
    }

    @Test
    void auditsSumsLikeParts() {
        assertDrawn("""
                       jan   feb | year
                north  0..3  0..3 | 3..3
                south  0..5+ 4..9+ | 9
                all    3..8+ 4..9+ | 12
                """, rangesOf("""
                       jan  feb | year
                north   3c   0c | 3c
                south   0c   9c | 9
                all     3c   9c | 12
                """));
    }

    @Test
    void findsTwoHiddenCountsInEverySumUnsafeIfNoneCanBeBelowZero() {
        assertDrawn("""
                       jan   feb   mar | year
                north  0..2  0..2  8 | 10
                south  0..2  5..7  6 | 13
                east  6  9  5 | 20
                all  8  16  19 | 43
                """, rangesOf("""
                       jan  feb  mar | year
                north   2c   0c   8  | 10
                south   0c   7c   6  | 13
                east    6    9    5  | 20
                all     8   16   19  | 43
                """));
    }

    @Test
    void auditsWhatIsWithheldOnlyWhereItIsSmall() {
        assertDrawn("""
                       jan   feb | year
                north  3..8+   9 | 12..17+
                nowhere  ?  2..2 | ?
                all     13    11 | 24
                """, rangesOf("""
                       jan  feb | year
                north   3c   9  | 12c
                nowhere 10w  2w | 12w
                all    13   11  | 24
                """));
    }

    private static void assertDrawn(String expected, String drawn) {
        assertEquals(Drawing.tidy(expected), drawn);
    }

    private static String rangesOf(String drawn) {
        Drawing drawing = Drawing.of(drawn);
        return drawing.show(NetworkAudit.of(drawing.block()));
    }
}
