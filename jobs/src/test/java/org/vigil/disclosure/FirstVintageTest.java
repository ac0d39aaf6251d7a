package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.suppression.Frame;
import org.vigil.suppression.Publication;
import org.vigil.suppression.RelatedBlocks;
import org.vigil.suppression.RelatedSuppressed;
import org.vigil.suppression.RelatedSuppression;
import org.vigil.suppression.Relation;
import org.vigil.suppression.VintageChain;

/** Two areas and records of neither; all communities, one with a part, and the part. Suppressions that give up show which steps follow. */
class FirstVintageTest {
    private static final int ALL = 0;
    private static final int ASIAN = 1;
    private static final int SOUTH_ASIAN = 2;
    private static final Frame FRAME = PublishedBlock.frame(2);
    private static final int YEAR = FRAME.periods() - 1;
    private static final PublishedBlock BLOCK = new PublishedBlock(
            new BlockName("made-up", "occurred", "crime", 2023),
            FRAME,
            List.of("N", "S"),
            List.of("all", "asian", "south-asian"),
            List.of(
                    new Relation(ALL, List.of(ASIAN, SOUTH_ASIAN), Relation.Cover.PARTIAL),
                    new Relation(ASIAN, List.of(SOUTH_ASIAN), Relation.Cover.PARTIAL)),
            new boolean[0][],
            List.of());
    private static final int[][] COUNTS = {counts(60), counts(20), counts(8)};

    /** Which cells of a community somebody sees, or knows to be hidden. */
    private enum Seen {
        EVERYTHING,
        QUARTERS_AND_YEARS,
        YEARS,
        WHOLE_AREA,
        NOTHING;

        private boolean has(int cell) {
            int period = FRAME.period(cell);
            boolean isIn = switch (this) {
                case EVERYTHING -> true;
                case QUARTERS_AND_YEARS -> !FRAME.isLeaf(period);
                case YEARS -> period == YEAR;
                case WHOLE_AREA -> FRAME.row(cell) == FRAME.whole();
                case NOTHING -> false;
            };
            return isIn && FRAME.row(cell) != BLOCK.elsewhere();
        }
    }

    @Test
    void everythingIsPublishedWhereAllOfItCanBeProtected() {
        assertSeen(RelatedSuppression::of, Seen.EVERYTHING, Seen.EVERYTHING, Seen.EVERYTHING);
    }

    @Test
    void aCommunityGoesWithoutMonthsThenQuartersThenAreasThenAltogetherAndLeavesTheOthersAsTheyAre() {
        for (Seen seen : Seen.values()) {
            assertSeen(
                    givingUpUntil(related -> sees(related, SOUTH_ASIAN, seen), SOUTH_ASIAN),
                    Seen.EVERYTHING,
                    Seen.EVERYTHING,
                    seen);
        }
    }

    @Test
    void aPartGoesBeforeTheWholesThatCannotBeProtectedBesideIt() {
        assertSeen(
                givingUpUntil(related -> sees(related, SOUTH_ASIAN, Seen.YEARS), ALL, ASIAN, SOUTH_ASIAN),
                Seen.EVERYTHING,
                Seen.EVERYTHING,
                Seen.YEARS);
        assertSeen(
                givingUpUntil(related -> sees(related, ASIAN, Seen.QUARTERS_AND_YEARS), ALL, ASIAN, SOUTH_ASIAN),
                Seen.EVERYTHING,
                Seen.QUARTERS_AND_YEARS,
                Seen.NOTHING);
    }

    @Test
    void theOthersFollowWhereACommunityHasNothingLeft() {
        assertSeen(
                givingUpUntil(related -> sees(related, ALL, Seen.QUARTERS_AND_YEARS), SOUTH_ASIAN),
                Seen.QUARTERS_AND_YEARS,
                Seen.QUARTERS_AND_YEARS,
                Seen.NOTHING);
    }

    @Test
    void nothingIsPublishedWhereNothingCanBeProtected() {
        assertSeen(givingUpUntil(related -> false, ALL, ASIAN, SOUTH_ASIAN), Seen.NOTHING, Seen.NOTHING, Seen.NOTHING);
    }

    /** So many in each month of the first area, about half as many in the second, and one record of neither in the year. */
    private static int[] counts(int aMonth) {
        int[] counts = new int[FRAME.cells()];
        for (int period = 0; FRAME.isLeaf(period); period++) {
            counts[FRAME.cell(0, period)] = aMonth + period % 3;
            counts[FRAME.cell(1, period)] = aMonth / 2 + period % 2;
        }
        counts[FRAME.cell(BLOCK.elsewhere(), 0)] = 1;
        return FRAME.added(counts);
    }

    /** A suppression that finds some communities unprotected until it is content. */
    private static Function<RelatedBlocks, RelatedSuppressed> givingUpUntil(
            Predicate<RelatedBlocks> content, int... communities) {
        return related -> {
            if (content.test(related)) {
                return RelatedSuppression.of(related);
            }
            List<int[]> unprotected = new ArrayList<>();
            for (int community = 0; community < COUNTS.length; community++) {
                int one = community;
                unprotected.add(IntStream.of(communities).anyMatch(of -> of == one) ? new int[] {0} : new int[0]);
            }
            return new RelatedSuppressed(related, unprotected);
        };
    }

    private static boolean sees(RelatedBlocks related, int community, Seen seen) {
        return Arrays.equals(cells(related.blocks().get(community).publications()), cells(seen));
    }

    private static void assertSeen(Function<RelatedBlocks, RelatedSuppressed> suppression, Seen... expected) {
        boolean[][] offered = new boolean[COUNTS.length][];
        Arrays.fill(offered, cells(Seen.EVERYTHING));

        VintageChain chain = FirstVintage.of(BLOCK, COUNTS, offered, suppression);

        for (int community = 0; community < expected.length; community++) {
            Publication[] publications = chain.newest().kept().publications()[community];
            assertArrayEquals(cells(expected[community]), cells(publications), "community " + community);
            assertArrayEquals(COUNTS[community], chain.newest().kept().table()[community]);
        }
        assertEquals(1, chain.vintages().size());
    }

    private static boolean[] cells(Seen seen) {
        boolean[] cells = new boolean[FRAME.cells()];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = seen.has(cell);
        }
        return cells;
    }

    private static boolean[] cells(Publication[] publications) {
        boolean[] cells = new boolean[publications.length];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = publications[cell] != Publication.WITHHELD;
        }
        return cells;
    }
}
