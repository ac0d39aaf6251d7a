package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * again from what is kept of each vintage. Immutable.
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

    /**
     * A chain of which this was kept.
     *
     * @param kept its vintages, oldest first, at least one
     * @throws IllegalArgumentException if these are no tables that add up, or break a relation
     */
    public static VintageChain of(Frame frame, List<Relation> relations, List<Vintage.Kept> kept) {
        List<Vintage> vintages = new ArrayList<>();
        for (Vintage.Kept one : kept) {
            requireTables(frame, relations, one.table(), one.publications());
            requireTables(frame, relations, one.exact(), one.publications());
            int[][] base = new int[one.table().length][];
            for (int community = 0; community < base.length; community++) {
                base[community] = vintages.isEmpty()
                        ? one.table()[community]
                        : vintages.get(vintages.size() - 1).base(community, one.exact()[community]);
            }
            vintages.add(new Vintage(frame, one.publications(), base, one.table(), one.exact()));
        }
        return new VintageChain(frame, relations, vintages);
    }

    private static RelatedBlocks requireTables(
            Frame frame, List<Relation> relations, int[][] counts, Publication[][] publications) {
        List<Block> blocks = new ArrayList<>();
        for (int community = 0; community < counts.length; community++) {
            blocks.add(Block.of(frame, counts[community], publications[community]));
        }
        return new RelatedBlocks(blocks, relations);
    }

    /** Whether counts can be those of the next vintage: they have the relations of the first. */
    public boolean isRelatedAlike(int[][] counts) {
        return relations.stream().allMatch(relation -> relation.holds(counts));
    }

    /** The chain with one vintage more, in which nothing is new. */
    public VintageChain unchanged() {
        int[][] table = newest().table();
        return with(new Vintage(frame, newest().publications(), table, table, table));
    }

    /** The same chain, had the newest vintage been published so. */
    public VintageChain withNewest(Publication[][] publications) {
        Vintage last = newest();
        List<Vintage> others = new ArrayList<>(vintages.subList(0, vintages.size() - 1));
        Vintage.Kept kept = last.kept();
        others.add(new Vintage(frame, publications, last.base(), kept.table(), kept.exact()));
        return new VintageChain(frame, relations, others);
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
        RelatedBlocks now = requireTables(frame, relations, counts, newest().publications());
        Vintage together = step(now, Set.of(), opened);
        Vintage oneByOne = together.carried() > 0 && counts.length > 1 ? oneByOne(now, opened) : together;
        return with(oneByOne.carried() < together.carried() ? oneByOne : together);
    }

    /**
     * Takes up the new counts of one community after the other, those of the others held as they were, as long as each makes more counts new. Where all are taken up at
     * once, an old count of one can hold the others until nothing is new.
     */
    private Vintage oneByOne(RelatedBlocks now, boolean[][] opened) {
        Set<Integer> held = new HashSet<>();
        for (int community = 0; community < opened.length; community++) {
            held.add(community);
        }
        Vintage best = step(now, held, opened);
        for (int community = 0; community < opened.length; community++) {
            held.remove(community);
            Vintage vintage = step(now, held, opened);
            if (vintage.carried() < best.carried()) {
                best = vintage;
            } else {
                held.add(community);
            }
        }
        return best;
    }

    private Vintage step(RelatedBlocks now, Set<Integer> held, boolean[][] opened) {
        return new VintageStep(frame, relations, vintages, now, held).publish(opened);
    }

    private VintageChain with(Vintage vintage) {
        List<Vintage> more = new ArrayList<>(vintages);
        more.add(vintage);
        return new VintageChain(frame, relations, more);
    }

    /** Whether a reader of all vintages can work out no hidden count and no change of one. */
    public boolean isSafe() {
        VintageAudit audit = new VintageAudit(frame, relations, vintages);
        return audit.unsafeTables().stream().allMatch(cells -> cells.length == 0)
                && audit.unsafeSteps().stream().allMatch(cells -> cells.length == 0);
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
