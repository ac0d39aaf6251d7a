package org.vigil.suppression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has been published of all communities of a source and year over time, and what may be published next.
 *
 * <p>The pattern is that of the first vintage. What is hidden stays hidden. What is shown stays shown, with its old count where the new one would be small or would make
 * a hidden one unsafe; then sums and parts are carried with it so that tables still add up ({@link Deferral}), at worst the whole block. What the first vintage withheld stays
 * withheld.
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
        RelatedBlocks now = requireTables(frame, relations, counts, newest().publications());
        Vintage together = step(now, Set.of());
        Vintage oneByOne = together.carried() > 0 && counts.length > 1 ? oneByOne(now) : together;
        return with(oneByOne.carried() < together.carried() ? oneByOne : together);
    }

    /**
     * Takes up the new counts of one community after the other, those of the others held as they were, as long as each makes more counts new. Where all are taken up at
     * once, an old count of one can hold the others until nothing is new.
     */
    private Vintage oneByOne(RelatedBlocks now) {
        Set<Integer> held = new HashSet<>();
        for (int community = 0; community < newest().table().length; community++) {
            held.add(community);
        }
        Vintage best = step(now, held);
        for (int community = 0; community < newest().table().length; community++) {
            held.remove(community);
            Vintage vintage = step(now, held);
            if (vintage.carried() < best.carried()) {
                best = vintage;
            } else {
                held.add(community);
            }
        }
        return best;
    }

    private Vintage step(RelatedBlocks now, Set<Integer> held) {
        return new VintageStep(frame, relations, vintages, now, held).publish();
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
}
