package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hides further counts until none can be worked out even by a reader who reads all communities together.
 *
 * <p>Each community is protected by itself first ({@link SecondarySuppression}). Of each cell that {@link RelatedAudit} finds unsafe all the same, a way is sought
 * along which it can be moved while the other communities stay where they are; then one while those that hold it are raised in that cell along hidden ways of their own, so
 * that nothing of them need be hidden; only then one along which a wider community, or a part, is moved together with it, and both are hidden along that way. Where there is neither, shown counts of related communities that hold this cell are hidden, then those that hold cells beside it. Each
 * community of which something was hidden is protected by itself again. Nothing is ever shown again, so that it comes to an end.
 */
public final class RelatedSuppression {
    private final RelatedBlocks before;
    private final boolean[][] locked;
    private final List<Block> blocks;

    private RelatedSuppression(RelatedBlocks before, boolean[][] locked) {
        this.before = before;
        this.locked = locked;
        blocks = new ArrayList<>(before.blocks());
    }

    /** Protects what is hidden in blocks of which nothing has been published. */
    public static RelatedSuppressed of(RelatedBlocks related) {
        return of(related, new boolean[related.blocks().size()][related.frame().cells()]);
    }

    /**
     * Protects what is hidden.
     *
     * @param locked of each community, the cells that have been shown before and must stay so
     */
    public static RelatedSuppressed of(RelatedBlocks related, boolean[][] locked) {
        return new RelatedSuppression(related, locked).finish();
    }

    private RelatedSuppressed finish() {
        for (int community = 0; community < blocks.size(); community++) {
            protectByItself(community);
        }
        while (true) {
            RelatedAudit audit = RelatedAudit.of(new RelatedBlocks(blocks, before.relations()));
            boolean isChanged = false;
            for (int community = 0; community < blocks.size(); community++) {
                for (int cell : audit.unsafeCells(community)) {
                    isChanged |= protect(community, cell);
                }
            }
            if (!isChanged) {
                List<int[]> unprotected = new ArrayList<>();
                for (int community = 0; community < blocks.size(); community++) {
                    unprotected.add(audit.unsafeCells(community));
                }
                return new RelatedSuppressed(new RelatedBlocks(blocks, before.relations()), unprotected);
            }
        }
    }

    private void protectByItself(int community) {
        blocks.set(
                community,
                SecondarySuppression.of(blocks.get(community), locked[community])
                        .block());
    }

    /** Hides what would protect a cell; whether there was anything. */
    private boolean protect(int community, int cell) {
        int hidden = hidden();
        if (protectAlone(community, cell, leeway(hideable(community)))
                || protectAlone(community, cell, leeway(hideable(community)).raised(community, cell))) {
            return hidden() > hidden;
        }
        for (boolean[] together : selections(community, cell)) {
            if (protect(community, cell, together)) {
                return hidden() > hidden;
            }
        }
        if (hideHolding(community, new int[] {cell})) {
            return true;
        }
        Block block = blocks.get(community);
        int[] beside = new ResidualNetwork(block.frame(), Room.of(block)).component(cell);
        return hideHolding(community, beside);
    }

    /** With whom a community may be moved alike: each selection of those that it is part of, each of its parts that counts something here. */
    private List<boolean[]> selections(int community, int cell) {
        List<boolean[]> selections = new ArrayList<>();
        List<Integer> wider = Relation.wider(before.relations(), community);
        for (int selection = 1; selection < 1 << wider.size(); selection++) {
            boolean[] isMoved = new boolean[blocks.size()];
            isMoved[community] = true;
            for (int i = 0; i < wider.size(); i++) {
                isMoved[wider.get(i)] |= (selection >> i & 1) == 1;
            }
            selections.add(isMoved);
        }
        before.relations().stream()
                .filter(relation -> relation.whole() == community)
                .flatMap(relation -> relation.parts().stream())
                .distinct()
                .filter(part -> blocks.get(part).count(cell) > 0)
                .sorted(Comparator.comparingInt(
                                (Integer part) -> -blocks.get(part).count(cell))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(part -> {
                    boolean[] isMoved = new boolean[blocks.size()];
                    isMoved[community] = true;
                    isMoved[part] = true;
                    selections.add(isMoved);
                });
        return selections;
    }

    /** Hides the ways along which a cell can be moved while the other communities stay where they are in a leeway; whether it is safe then. */
    private boolean protectAlone(int community, int cell, Leeway leeway) {
        Repair repair = new Repair(blocks.get(community), locked[community], leeway.room(community, Leeway.Others.ALL));
        boolean isSafe = repair.isSafeAfterProtecting(cell);
        if (isSafe) {
            blocks.set(community, repair.block());
        }
        return isSafe;
    }

    /** Hides the ways along which a cell can be moved together with some communities, in all of these; whether it is safe then. */
    private boolean protect(int community, int cell, boolean[] together) {
        Room limits = limits(together);
        Repair repair = new Repair(blocks.get(community), locked[community], limits);
        if (!repair.isSafeAfterProtecting(cell)) {
            return false;
        }
        blocks.set(community, repair.block());
        int[] way = repair.moved(cell);
        for (int other = 0; other < together.length; other++) {
            boolean isChanged = false;
            for (int one : way) {
                isChanged |= together[other] && other != community && hide(other, one);
            }
            if (isChanged) {
                protectByItself(other);
            }
        }
        return true;
    }

    /** How far each cell could be moved in some communities at once if it were hidden in all of them and the others stayed where they are. */
    private Room limits(boolean[] together) {
        int[] moved =
                IntStream.range(0, together.length).filter(one -> together[one]).toArray();
        return leeway(hideable(moved)).room(together);
    }

    /** Room of every community, if in some everything were hidden that may be. */
    private Room[] hideable(int... communities) {
        Room[] rooms = blocks.stream().map(Room::of).toArray(Room[]::new);
        for (int community : communities) {
            Block block = blocks.get(community);
            for (int cell = 0; cell < before.frame().cells(); cell++) {
                if (!block.isShown(cell) || !locked[community][cell]) {
                    rooms[community].free(cell, block.count(cell));
                }
            }
        }
        return rooms;
    }

    private int hidden() {
        return blocks.stream()
                .mapToInt(block -> block.cells(Publication.HIDDEN))
                .sum();
    }

    private Leeway leeway(Room[] rooms) {
        return Leeway.of(
                before.frame(),
                before.relations(),
                rooms,
                new boolean[0][],
                blocks.stream().map(Block::counts).toArray(int[][]::new));
    }

    /** Hides the shown counts of other communities that leave too little room to some cells of this one; whether there were any. */
    private boolean hideHolding(int community, int[] cells) {
        int[][] counts = blocks.stream().map(Block::counts).toArray(int[][]::new);
        boolean isChanged = false;
        for (Relation relation : before.relations()) {
            for (int cell : cells) {
                if (relation.parts().contains(community)) {
                    int slack = Math.min(
                            Slack.ofPart(counts, relation, community, cell), Slack.ofSum(counts, relation, cell));
                    isChanged |= slack < PrimarySuppression.THRESHOLD && hideAny(relation.whole(), cell);
                } else if (relation.whole() == community) {
                    for (int part : relation.parts()) {
                        int slack = Slack.ofPart(counts, relation, part, cell);
                        isChanged |= slack < PrimarySuppression.THRESHOLD && hideAny(part, cell);
                    }
                }
            }
        }
        for (int other = 0; isChanged && other < blocks.size(); other++) {
            protectByItself(other);
        }
        return isChanged;
    }

    /** Hides a count, but no zero: it holds nobody else. */
    private boolean hideAny(int community, int cell) {
        return blocks.get(community).count(cell) > 0 && hide(community, cell);
    }

    private boolean hide(int community, int cell) {
        Repair repair = new Repair(
                blocks.get(community),
                locked[community],
                SecondarySuppression.unlimited(before.frame().cells()));
        if (!repair.isHideable(cell)) {
            return false;
        }
        repair.hide(cell);
        blocks.set(community, repair.block());
        return true;
    }
}
