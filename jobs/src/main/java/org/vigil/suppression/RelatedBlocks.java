package org.vigil.suppression;

import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of all communities of one source and financial year, which tell something about each other. Counts are exact and never part of a message.
 *
 * @param blocks one a community, of one frame
 * @param relations between communities, by their place among the blocks
 */
public record RelatedBlocks(List<Block> blocks, List<Relation> relations) {
    /** Copies both; refuses blocks of different frames and counts that break a relation. */
    public RelatedBlocks {
        blocks = List.copyOf(blocks);
        relations = List.copyOf(relations);
        for (int community = 0; community < blocks.size(); community++) {
            if (!blocks.get(community).frame().equals(blocks.get(0).frame())) {
                throw new IllegalArgumentException("Cannot relate communities: found community " + community + " with "
                        + blocks.get(community).frame() + "; expected "
                        + blocks.get(0).frame()
                        + " as for the first; lay out all communities of a source and year alike");
            }
        }
        for (Relation relation : relations) {
            for (int part : relation.parts()) {
                check(blocks, relation, part, "a part with a larger count than the whole");
            }
            if (relation.cover() == Relation.Cover.COMPLETE) {
                check(blocks, relation, -1, "a whole with a larger count than its parts together");
            }
        }
    }

    /** The frame of every block. */
    public Frame frame() {
        return blocks.get(0).frame();
    }

    /** The same relations between blocks that are published otherwise. */
    RelatedBlocks with(int community, Block block) {
        List<Block> others = new ArrayList<>(blocks);
        others.set(community, block);
        return new RelatedBlocks(others, relations);
    }

    private static void check(List<Block> blocks, Relation relation, int part, String found) {
        int cell = Slack.firstBroken(blocks.stream().map(Block::counts).toArray(int[][]::new), relation, part);
        if (cell >= 0) {
            Frame frame = blocks.get(0).frame();
            throw new IllegalArgumentException("Cannot relate communities: found " + found + " (whole "
                    + relation.whole() + (part < 0 ? "" : ", part " + part) + ", row " + frame.row(cell) + ", period "
                    + frame.period(cell) + "); expected the relation to hold in every cell; declare it otherwise or"
                    + " not at all");
        }
    }
}
