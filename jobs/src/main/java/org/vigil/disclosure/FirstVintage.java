package org.vigil.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.vigil.suppression.Block;
import org.vigil.suppression.Frame;
import org.vigil.suppression.PrimarySuppression;
import org.vigil.suppression.Publication;
import org.vigil.suppression.RelatedBlocks;
import org.vigil.suppression.RelatedSuppressed;
import org.vigil.suppression.RelatedSuppression;
import org.vigil.suppression.Relation;
import org.vigil.suppression.Vintage;
import org.vigil.suppression.VintageChain;

/**
 * The finest first vintage of a block that can be protected.
 *
 * <p>A community that cannot goes without months, then without quarters, then without areas, then it is hidden. Of communities within each other the narrower ones go first, so that no
 * part takes the totals of its whole away. Where none that cannot be protected has anything left, all others go a step; in the end nothing is published.
 */
final class FirstVintage {
    /** Steps from everything to nothing. */
    private static final int NOTHING = 4;

    private static final int WHOLE_AREA_ONLY = 3;
    private static final int FIRST_QUARTER = 12;
    private static final int YEAR = 16;

    private final PublishedBlock block;
    private final int[][] counts;
    private final boolean[][] offered;
    private final int[] steps;

    private FirstVintage(PublishedBlock block, int[][] counts, boolean[][] offered) {
        this.block = block;
        this.counts = counts;
        this.offered = offered;
        steps = new int[counts.length];
    }

    /**
     * The first vintage as a chain of its own.
     *
     * @param block of which nothing has been published
     * @param counts exact, for each community one a cell
     * @param offered cells that may be published
     */
    static VintageChain of(PublishedBlock block, int[][] counts, boolean[][] offered) {
        return of(block, counts, offered, RelatedSuppression::of);
    }

    /** The same by another suppression. */
    static VintageChain of(
            PublishedBlock block,
            int[][] counts,
            boolean[][] offered,
            Function<RelatedBlocks, RelatedSuppressed> suppression) {
        return new FirstVintage(block, counts, offered).finest(suppression);
    }

    private VintageChain finest(Function<RelatedBlocks, RelatedSuppressed> suppression) {
        while (!isNothingLeft()) {
            RelatedSuppressed suppressed = suppression.apply(new RelatedBlocks(primary(), block.relations()));
            if (suppressed.isSafe()) {
                VintageChain chain = VintageChain.of(suppressed);
                if (SuppressedBlocks.isSafe(chain)) {
                    return chain;
                }
            }
            coarsen(suppressed.unprotected());
        }
        Publication[][] publications =
                primary().stream().map(Block::publications).toArray(Publication[][]::new);
        return VintageChain.of(
                block.frame(), block.relations(), List.of(new Vintage.Kept(publications, counts, counts)));
    }

    private boolean isNothingLeft() {
        return Arrays.stream(steps).allMatch(one -> one == NOTHING);
    }

    /** One step for the narrowest communities that cannot be protected; one for all where these have nothing left to be hidden. */
    private void coarsen(List<int[]> unprotected) {
        List<Integer> open = new ArrayList<>();
        for (int community = 0; community < steps.length; community++) {
            if (unprotected.get(community).length > 0 && steps[community] < NOTHING) {
                open.add(community);
            }
        }
        List<Integer> wider = open.stream()
                .flatMap(part -> Relation.wider(block.relations(), part).stream())
                .toList();
        for (int community = 0; community < steps.length; community++) {
            if (open.isEmpty() || open.contains(community) && !wider.contains(community)) {
                steps[community] = Math.min(NOTHING, steps[community] + 1);
            }
        }
    }

    private List<Block> primary() {
        Frame frame = block.frame();
        boolean isAllInAreas = !block.areas().isEmpty()
                && Arrays.stream(counts).allMatch(of -> of[frame.cell(block.elsewhere(), YEAR)] == 0);
        List<Block> blocks = new ArrayList<>();
        for (int community = 0; community < counts.length; community++) {
            Publication[] publications = new Publication[frame.cells()];
            for (int cell = 0; cell < publications.length; cell++) {
                boolean isKnown = isAllInAreas && frame.row(cell) == block.elsewhere() && steps[community] < NOTHING;
                boolean isShown = offered[community][cell] && isFineEnough(frame, cell, steps[community]);
                publications[cell] = isKnown || isShown ? Publication.SHOWN : Publication.WITHHELD;
            }
            blocks.add(PrimarySuppression.of(Block.of(frame, counts[community], publications)));
        }
        return blocks;
    }

    private static boolean isFineEnough(Frame frame, int cell, int step) {
        return switch (step) {
            case 0 -> true;
            case 1 -> frame.period(cell) >= FIRST_QUARTER;
            case 2 -> frame.period(cell) == YEAR;
            case WHOLE_AREA_ONLY -> frame.row(cell) == frame.whole();
            default -> false;
        };
    }
}
