package org.vigil.suppression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

final class VintageChainTest {
    private static final long SEED = 20261126;
    private static final int CHAINS = 24;

    private static final Drawing FIRST = Drawing.of("""
                   jan  feb  mar | year
            north    3    9   15 | 27
            south   14   20   14 | 48
            east    14    9    8 | 31
            all     31   38   37 | 106
            """);

    @Test
    void keepsTheOldCountWhereTheNewOneWouldBeSmallAndTheSumsWithIt() {
        VintageChain chain = chain(FIRST.block());
        Drawing later = Drawing.of("""
                       jan  feb  mar | year
                north    3    9   15 | 27
                south   16   18   14 | 48
                east    14    9    4 | 27
                all     33   36   33 | 102
                """);
        assertPublished("""
                       jan  feb  mar | year
                north  [c]  [c]   15 | 27
                south   16   18   14 | 48
                east   [c]  [c]    8 | 31
                all     33   36   37 | 106
                """, later, chain.next(new int[][] {later.block().counts()}));
    }

    @Test
    void keepsAllOldCountsWhereNoOtherTableAddsUp() {
        VintageChain chain = chain(Drawing.of("""
                       jan  feb | year
                north    9   14 | 23
                south   11   12 | 23
                all     20   26 | 46
                """).block());
        Drawing later = Drawing.of("""
                       jan  feb | year
                north    4   14 | 18
                south   11   15 | 26
                all     15   29 | 44
                """);
        assertPublished("""
                       jan  feb | year
                north    9   14 | 23
                south   11   12 | 23
                all     20   26 | 46
                """, later, chain.next(new int[][] {later.block().counts()}));
    }

    @Test
    void hidesForEverWhatWasHiddenOnce() {
        VintageChain chain = chain(FIRST.block());
        Drawing later = Drawing.of("""
                       jan  feb  mar | year
                north    9   12   21 | 42
                south   14   20   14 | 48
                east    24   19    8 | 51
                all     47   51   43 | 141
                """);
        assertPublished("""
                       jan  feb  mar | year
                north  [c]  [c]   21 | 42
                south   14   20   14 | 48
                east   [c]  [c]    8 | 51
                all     47   51   43 | 141
                """, later, chain.next(new int[][] {later.block().counts()}));
    }

    @Test
    void putsOffAChangeThatCouldOnlyBeThatOfOneHiddenCount() {
        VintageChain chain = chain(Drawing.of("""
                       jan  feb  mar | year
                north    3    9   15 | 27
                south   14   20   14 | 48
                east    14    9    8 | 31
                west    14   20   14 | 48
                all     45   58   51 | 154
                """).block());
        Drawing later = Drawing.of("""
                       jan  feb  mar | year
                north    4    9   15 | 28
                south   14   20   16 | 50
                east    14    9    8 | 31
                west    14   20   12 | 46
                all     46   58   51 | 155
                """);
        assertPublished("""
                       jan  feb  mar | year
                north  [c]  [c]   15 | 27
                south   14   20   16 | 50
                east   [c]  [c]    8 | 31
                west    14   20   12 | 46
                all     45   58   51 | 154
                """, later, chain.next(new int[][] {later.block().counts()}));
    }

    @Test
    void findsThatTwoPatternsOfOneTableDiscloseWhatEitherHides() {
        List<Row> rows = ReferenceValues.of("suppression_release_union.csv");
        Frame frame = Frame.of(5, 4, 4, 4, 4, -1);
        int[] counts = new int[frame.cells()];
        Publication[][] publications = new Publication[2][frame.cells()];
        for (Row row : rows) {
            int area = row.text("d1").equals("TOTAL") ? 5 : row.text("d1").charAt(1) - '1';
            int column = row.text("d2").equals("TOTAL") ? 4 : row.text("d2").charAt(1) - '1';
            int cell = frame.cell(area, column);
            counts[cell] = row.integer("true_value");
            publications[0][cell] = publication(row.text("release_a"));
            publications[1][cell] = publication(row.text("release_b"));
        }
        int[][] table = {counts};
        for (int release = 0; release < 2; release++) {
            assertTrue(NetworkAudit.of(Block.of(frame, counts, publications[release]))
                    .isSafe());
        }
        VintageChain union = new VintageChain(
                frame,
                List.of(),
                IntStream.range(0, 2)
                        .mapToObj(release ->
                                new Vintage(frame, new Publication[][] {publications[release]}, table, table, table))
                        .toList());
        int[] hiddenNow = IntStream.range(0, frame.cells())
                .filter(cell -> publications[1][cell] == Publication.HIDDEN)
                .toArray();
        VintageAudit audit = new VintageAudit(frame, List.of(), union.vintages());
        assertArrayEquals(
                hiddenNow,
                IntStream.concat(
                                Arrays.stream(audit.unsafeTables().get(0)),
                                Arrays.stream(audit.unsafeSteps().get(0)))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    @Test
    void leavesNothingToAnAttackerWhoKeepsAllVintages() {
        System.out.println("seed of VintageChainTest: " + SEED);
        List<Frame> shapes = List.of(Frame.of(4, 4, 4, 4, 4, -1), Frame.ofYear(3), Frame.of(6, 2, 2, -1));
        int carried = 0;
        int renewed = 0;
        for (int i = 0; i < CHAINS; i++) {
            Frame frame = shapes.get(i % shapes.size());
            RandomBlocks random = new RandomBlocks(SEED + i);
            double mean = 1 + 9 * random.share();
            int[] counts = random.counts(frame, mean);
            VintageChain chain = chain(Block.shown(frame, counts));
            for (int v = 0; v < 3; v++) {
                counts = later(random, frame, counts, mean * (i % 4 == 0 ? 0.05 : 0.4));
                chain = chain.next(new int[][] {counts});
                assertAddsUpWhereShown(frame, chain.newest());
            }
            assertEquals(List.of(), VintageAttack.finds(frame, List.of(), chain.vintages()), "chain " + i);
            assertTrue(chain.isSafe());
            for (int cell = 0; cell < frame.cells(); cell++) {
                boolean isShown = chain.newest().shown(0, cell).isPresent();
                carried += chain.newest().isCarried(0, cell) ? 1 : 0;
                renewed += isShown && !chain.newest().isCarried(0, cell) ? 1 : 0;
            }
        }
        System.out.println("carried " + carried + ", as new " + renewed);
        assertTrue(carried > 0 && renewed > carried);
    }

    @Test
    void takesUpOneCommunityAfterTheOtherWhereAllAtOnceWouldHoldEachOther() {
        Frame frame = Frame.of(10, 3, 3, 3, -1);
        RandomIncidents random = new RandomIncidents(2, frame, 3);
        int[][] counts = random.counts(800);
        int[][] later = random.later(counts, 40);
        List<Block> blocks = new ArrayList<>();
        for (int[] one : counts) {
            Publication[] publications = new Publication[frame.cells()];
            Arrays.setAll(
                    publications,
                    cell -> frame.row(cell) == frame.whole() - 1 ? Publication.WITHHELD : Publication.SHOWN);
            blocks.add(PrimarySuppression.of(Block.of(frame, one, publications)));
        }
        VintageChain chain = VintageChain.of(RelatedSuppression.of(new RelatedBlocks(blocks, random.relations())));
        List<Block> now = new ArrayList<>();
        for (int community = 0; community < later.length; community++) {
            now.add(Block.of(frame, later[community], chain.newest().publications()[community]));
        }
        Vintage together = new VintageStep(
                        frame,
                        random.relations(),
                        chain.vintages(),
                        new RelatedBlocks(now, random.relations()),
                        Set.of())
                .publish();

        VintageChain next = chain.next(later);

        assertTrue(next.newest().carried() < 0.6 * together.carried());
        assertTrue(next.isSafe());
        assertEquals(List.of(), VintageAttack.finds(frame, random.relations(), next.vintages()));
    }

    @Test
    void findsAChainAgainFromWhatWasKeptOfIt() {
        VintageChain chain = chain(FIRST.block());
        int[] later = FIRST.block().counts();
        later[0] += 4;
        chain = chain.next(new int[][] {FIRST.block().frame().added(later)}).unchanged();

        VintageChain again = VintageChain.of(
                FIRST.block().frame(),
                List.of(),
                chain.vintages().stream().map(Vintage::kept).toList());

        for (int vintage = 0; vintage < 3; vintage++) {
            assertArrayEquals(
                    chain.vintages().get(vintage).table(),
                    again.vintages().get(vintage).table());
            assertArrayEquals(
                    chain.vintages().get(vintage).base(),
                    again.vintages().get(vintage).base());
        }
        assertTrue(again.isSafe());
    }

    @Test
    void refusesAFirstVintageThatIsNotSafe() {
        RelatedBlocks one =
                new RelatedBlocks(List.of(PrimarySuppression.of(Drawing.of("""
                               jan  feb | year
                        north   3    9  | 12
                        all     3    9  | 12
                        """).block())), List.of());
        boolean[][] locked = new boolean[1][6];
        Arrays.fill(locked[0], true);
        RelatedSuppressed unsafe = RelatedSuppression.of(one, locked);
        assertEquals(
                "Cannot publish a first vintage: found 2 hidden cells that are not safe; expected none; publish these"
                        + " communities at a coarser grain",
                assertThrows(IllegalArgumentException.class, () -> VintageChain.of(unsafe))
                        .getMessage());
    }

    static VintageChain chain(Block block) {
        return VintageChain.of(
                RelatedSuppression.of(new RelatedBlocks(List.of(PrimarySuppression.of(block)), List.of())));
    }

    /** Counts after late records, and a few withdrawals. */
    static int[] later(RandomBlocks random, Frame frame, int[] counts, double more) {
        int[] later = counts.clone();
        for (int cell = 0; cell < later.length; cell++) {
            if (frame.row(cell) < frame.whole() && frame.isLeaf(frame.period(cell))) {
                later[cell] = Math.max(0, later[cell] + random.poisson(more) - random.poisson(more / 4));
            }
        }
        return frame.added(later);
    }

    private static void assertAddsUpWhereShown(Frame frame, Vintage vintage) {
        int[] table = vintage.table()[0];
        assertArrayEquals(frame.added(table), table);
        assertTrue(Arrays.stream(table).allMatch(count -> count >= 0));
        for (int cell = 0; cell < table.length; cell++) {
            if (vintage.shown(0, cell).isPresent()) {
                assertFalse(PrimarySuppression.isSmall(vintage.shown(0, cell).getAsInt()));
            }
        }
    }

    private static Publication publication(String status) {
        return status.equals("PUBLISHED") ? Publication.SHOWN : Publication.HIDDEN;
    }

    private static void assertPublished(String expected, Drawing later, VintageChain chain) {
        Publication[] publications = new Publication[later.block().frame().cells()];
        for (int cell = 0; cell < publications.length; cell++) {
            publications[cell] = chain.newest().publication(0, cell);
        }
        Block shown = Block.of(later.block().frame(), chain.newest().table()[0], publications);
        assertEquals(Drawing.tidy(expected), later.published(shown));
    }
}
