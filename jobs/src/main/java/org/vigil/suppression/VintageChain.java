package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What has been published of all communities of a source and year over time, and what may be published next.
 *
 * <p>The pattern is that of the first vintage. What is hidden stays hidden. What is shown stays shown, with its old count where the new one would be small or would make
 * a hidden one unsafe; then sums and parts are carried with it so that tables still add up ({@link Deferral}), at worst the whole block. A cell of a period that was
 * not published before is decided when it first is.
 *
 * <p>Two audits cover all vintages at once. <em>Tables</em>: hidden counts are moved alike in every vintage. A move that no vintage forbids leaves every published count
 * and every change as it was, so that whoever knows all of them, hidden changes included, cannot tell; each hidden cell must be movable by T, and its room to fall is
 * its smallest count in any vintage. <em>Steps</em>: of the change d = x⁽ᵛ⁾ − x⁽ᵛ⁻¹⁾ of each hidden cell that did change, T values must be possible for a reader who
 * takes d to be 0 in each hidden cell of which all published relatives are unchanged; relatives are the shown cells in a sum with it. d may be negative, its bounds being
 * −x⁽ᵛ⁻¹⁾ ≤ d. The moves are those of all vintages from v on, and those of all before v, among the cells not so taken.
 *
 * <p>It says nothing of a reader who takes changes to be never negative: a shown sum that grows by one then tells that one of its hidden parts did. A chain is found
 * again from the counts of each vintage, so that nothing but these needs to be kept. Immutable.
 */
public final class VintageChain {
    private final Frame frame;
    private final List<Relation> relations;
    private final List<Vintage> vintages;

    VintageChain(Frame frame, List<Relation> relations, List<Vintage> vintages) {
        this.frame = frame;
        this.relations = relations;
        this.vintages = List.copyOf(vintages);
    }

    /** A chain whose first vintage is this one. */
    public static VintageChain of(RelatedSuppressed first) {
        if (!first.isSafe()) {
            throw new IllegalArgumentException("Cannot publish a first vintage: found "
                    + first.unprotected().stream()
                            .mapToInt(cells -> cells.length)
                            .sum()
                    + " hidden cells that are not safe; expected none; publish these communities at a coarser grain");
        }
        RelatedBlocks related = first.related();
        int[][] counts = related.blocks().stream().map(Block::counts).toArray(int[][]::new);
        Publication[][] publications =
                related.blocks().stream().map(Block::publications).toArray(Publication[][]::new);
        return new VintageChain(
                related.frame(),
                related.relations(),
                List.of(new Vintage(related.frame(), publications, counts, counts, counts)));
    }

    /** All vintages, oldest first. */
    public List<Vintage> vintages() {
        return vintages;
    }

    public Vintage newest() {
        return vintages.get(vintages.size() - 1);
    }

    /**
     * The chain with one vintage more, of the cells that were published before.
     *
     * @param counts exact counts now, for each community one a cell
     */
    public VintageChain next(int[][] counts) {
        return next(counts, new boolean[counts.length][frame.cells()]);
    }

    /**
     * The chain with one vintage more, in which further cells are published for the first time.
     *
     * @param counts exact counts now, for each community one a cell
     * @param opened cells to be published that were withheld so far; they stay withheld if they cannot be protected
     */
    public VintageChain next(int[][] counts, boolean[][] opened) {
        List<Block> checked = new ArrayList<>();
        for (int community = 0; community < counts.length; community++) {
            checked.add(Block.of(frame, counts[community], newest().publications()[community]));
        }
        RelatedBlocks now = new RelatedBlocks(checked, relations);
        Vintage vintage = new VintageStep(frame, relations, vintages, now).publish(opened);
        List<Vintage> more = new ArrayList<>(vintages);
        more.add(vintage);
        return new VintageChain(frame, relations, more);
    }

    /** Numbers of a community's cells that are unsafe to a reader of all vintages; none, unless a chain was put together otherwise. */
    int[] unsafeCells(int community) {
        VintageAudit audit = new VintageAudit(frame, relations, vintages);
        return IntStream.concat(
                        Arrays.stream(audit.unsafeTables().get(community)),
                        Arrays.stream(audit.unsafeSteps().get(community)))
                .sorted()
                .distinct()
                .toArray();
    }
}
