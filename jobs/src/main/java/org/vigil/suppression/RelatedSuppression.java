package org.vigil.suppression;

import java.util.ArrayList;
import java.util.List;

/**
 * Hides further counts until none can be worked out even by a reader who reads all communities together.
 *
 * <p>Each community is protected by itself first ({@link SecondarySuppression}). Of each cell that {@link RelatedAudit} finds unsafe all the same, a way is sought
 * along which it can be moved while the other communities stay where they are. Where there is none, shown counts of related communities that hold this cell are hidden,
 * then those that hold cells beside it, and these communities are protected by themselves again. A count of a wider community that is hidden wherever its part is hidden
 * can be moved along with it. Nothing is ever shown again, so that it comes to an end.
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
        Repair repair = new Repair(blocks.get(community), locked[community], limits(community));
        if (repair.isSafeAfterProtecting(cell)) {
            boolean isChanged = repair.hidden() > 0;
            blocks.set(community, repair.block());
            return isChanged;
        }
        if (hideHolding(community, new int[] {cell})) {
            return true;
        }
        Block block = blocks.get(community);
        int[] beside = new ResidualNetwork(block.frame(), Room.of(block)).component(cell);
        return hideHolding(community, beside);
    }

    /** How far each cell of a community could be moved if it were hidden and the others stayed where they are. */
    private Room limits(int community) {
        Room[] rooms = new Room[blocks.size()];
        for (int one = 0; one < rooms.length; one++) {
            rooms[one] = Room.of(blocks.get(one));
        }
        for (int cell = 0; cell < before.frame().cells(); cell++) {
            rooms[community].free(cell, blocks.get(community).count(cell));
        }
        return leeway(rooms).room(community, Leeway.Others.ALL);
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
                    isChanged |= slack < PrimarySuppression.THRESHOLD && hide(relation.whole(), cell);
                } else if (relation.whole() == community) {
                    for (int part : relation.parts()) {
                        int slack = Slack.ofPart(counts, relation, part, cell);
                        isChanged |= slack < PrimarySuppression.THRESHOLD && hide(part, cell);
                    }
                }
            }
        }
        for (int other = 0; isChanged && other < blocks.size(); other++) {
            protectByItself(other);
        }
        return isChanged;
    }

    private boolean hide(int community, int cell) {
        Repair repair = new Repair(blocks.get(community), locked[community], SecondarySuppression.unlimited(before.frame().cells()));
        if (!repair.isHideable(cell) || blocks.get(community).count(cell) == 0) {
            return false;
        }
        repair.hide(cell);
        blocks.set(community, repair.block());
        return true;
    }
}
