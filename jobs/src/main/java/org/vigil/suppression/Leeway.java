package org.vigil.suppression;

import java.util.Arrays;
import java.util.List;

/**
 * By how much the counts of all communities could be moved together, in every vintage alike.
 *
 * @param frame of every community
 * @param rooms of each community's cells by themselves
 * @param audited cells of each community that must be found safe
 * @param relations between communities
 * @param partSlack for each relation, part and cell: how much more the part could be for its whole
 * @param sumSlack for each relation and cell: how much more the whole could be for its parts
 */
record Leeway(
        Frame frame,
        Room[] rooms,
        boolean[][] audited,
        List<Relation> relations,
        int[][][] partSlack,
        int[][] sumSlack) {
    /** Who is taken to stay where they are. */
    enum Others {
        /** Only counts that are shown: the range is at most this. */
        SHOWN,
        /** All other communities: the range is at least this. */
        ALL
    }

    /** The leeway of one vintage. */
    static Leeway of(RelatedBlocks related) {
        List<Block> blocks = related.blocks();
        return of(
                related.frame(),
                related.relations(),
                blocks.stream().map(Room::of).toArray(Room[]::new),
                blocks.stream().map(Block::audited).toArray(boolean[][]::new),
                blocks.stream().map(Block::counts).toArray(int[][]::new));
    }

    /** Room as given, slack of these counts. */
    static Leeway of(Frame frame, List<Relation> relations, Room[] rooms, boolean[][] audited, int[][] counts) {
        int[][][] partSlack = new int[relations.size()][][];
        int[][] sumSlack = new int[relations.size()][frame.cells()];
        for (int i = 0; i < partSlack.length; i++) {
            Relation relation = relations.get(i);
            partSlack[i] = new int[relation.parts().size()][frame.cells()];
            for (int cell = 0; cell < frame.cells(); cell++) {
                for (int part = 0; part < partSlack[i].length; part++) {
                    partSlack[i][part][cell] =
                            Slack.ofPart(counts, relation, relation.parts().get(part), cell);
                }
                sumSlack[i][cell] = Slack.ofSum(counts, relation, cell);
            }
        }
        return new Leeway(frame, rooms, audited, relations, partSlack, sumSlack);
    }

    /** Leaves no more slack than there was in another vintage, in cells that it published something of. */
    void tighten(Vintage vintage) {
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            for (int cell = 0; cell < frame.cells(); cell++) {
                for (int part = 0; part < partSlack[i].length; part++) {
                    int community = relation.parts().get(part);
                    if (vintage.isBound(community, cell)) {
                        partSlack[i][part][cell] = Math.min(
                                partSlack[i][part][cell], Slack.ofPart(vintage.table(), relation, community, cell));
                    }
                }
                if (vintage.isBound(relation.whole(), cell)) {
                    sumSlack[i][cell] = Math.min(sumSlack[i][cell], Slack.ofSum(vintage.table(), relation, cell));
                }
            }
        }
    }

    /**
     * What is left when one community has been moved.
     *
     * @param moves by how much in each cell, no further than its room
     */
    Leeway after(int community, int[] moves) {
        Room[] others = rooms.clone();
        others[community] = rooms[community].after(moves);
        int[][][] parts = partSlack.clone();
        int[][] sums = sumSlack.clone();
        for (int i = 0; i < parts.length; i++) {
            Relation relation = relations.get(i);
            int place = relation.parts().indexOf(community);
            if (place >= 0) {
                parts[i] = parts[i].clone();
                parts[i][place] = sum(parts[i][place], moves, -1);
                sums[i] = sum(sums[i], moves, 1);
            } else if (relation.whole() == community) {
                parts[i] = Arrays.stream(parts[i])
                        .map(slack -> sum(slack, moves, 1))
                        .toArray(int[][]::new);
                sums[i] = sum(sums[i], moves, -1);
            }
        }
        return new Leeway(frame, others, audited, relations, parts, sums);
    }

    private static int[] sum(int[] slack, int[] moves, int sign) {
        int[] sum = new int[slack.length];
        for (int cell = 0; cell < sum.length; cell++) {
            sum[cell] = Math.min(Room.UNLIMITED, slack[cell] + sign * moves[cell]);
        }
        return sum;
    }

    /** The leeway with every wider community raised in a cell by the threshold, or as far as it can be, the widest first; all narrower ones at rest meanwhile. */
    Leeway raised(int community, int cell) {
        Leeway leeway = this;
        for (int wider : Relation.wider(relations, community)) {
            if (!leeway.rooms()[wider].isFixed(cell)) {
                ResidualNetwork network = new ResidualNetwork(frame, leeway.room(wider, Others.ALL));
                network.shift(cell, PrimarySuppression.THRESHOLD);
                leeway = leeway.after(wider, network.moves());
            }
        }
        return leeway;
    }

    /** Room of one community, held by the relations to those that stay where they are. */
    Room room(int community, Others others) {
        Room room = rooms[community].copy();
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            int place = relation.parts().indexOf(community);
            for (int cell = 0; cell < frame.cells() && (place >= 0 || relation.whole() == community); cell++) {
                if (!room.isFixed(cell)) {
                    if (place >= 0) {
                        holdPart(room, i, place, cell, others);
                    } else {
                        holdWhole(room, i, cell, others);
                    }
                }
            }
        }
        return room;
    }

    /**
     * Room of several communities that are moved together, in every cell alike, while the others stay where they are.
     *
     * @param isMoved of each community, whether it moves along
     */
    Room room(boolean[] isMoved) {
        Room room = new Room(new int[frame.cells()], new int[frame.cells()]);
        for (int cell = 0; cell < frame.cells(); cell++) {
            room.free(cell, Room.UNLIMITED);
            for (int community = 0; community < isMoved.length; community++) {
                if (isMoved[community]) {
                    room.hold(
                            cell,
                            rooms[community].fall()[cell],
                            rooms[community].rise()[cell]);
                }
            }
            for (int i = 0; i < relations.size() && !room.isFixed(cell); i++) {
                Relation relation = relations.get(i);
                int whole = isMoved[relation.whole()] ? 1 : 0;
                int sum = 0;
                for (int part = 0; part < relation.parts().size(); part++) {
                    int moved = isMoved[relation.parts().get(part)] ? 1 : 0;
                    hold(room, cell, moved - whole, partSlack[i][part][cell]);
                    sum += moved;
                }
                hold(room, cell, whole - sum, sumSlack[i][cell]);
            }
        }
        return room;
    }

    /** Keeps so many times the move of a cell at or below a slack. */
    private static void hold(Room room, int cell, int times, int slack) {
        if (times > 0) {
            room.hold(cell, Room.UNLIMITED, slack / times);
        } else if (times < 0) {
            room.hold(cell, slack / -times, Room.UNLIMITED);
        }
    }

    private void holdPart(Room room, int i, int place, int cell, Others others) {
        Relation relation = relations.get(i);
        if (stays(relation.whole(), cell, others)) {
            room.rise()[cell] = Math.min(room.rise()[cell], partSlack[i][place][cell]);
            boolean isAlone = true;
            for (int other = 0; other < relation.parts().size(); other++) {
                isAlone &= other == place || stays(relation.parts().get(other), cell, others);
            }
            if (isAlone) {
                room.fall()[cell] = Math.min(room.fall()[cell], sumSlack[i][cell]);
            }
        }
    }

    private void holdWhole(Room room, int i, int cell, Others others) {
        Relation relation = relations.get(i);
        boolean isAlone = true;
        for (int part = 0; part < relation.parts().size(); part++) {
            if (stays(relation.parts().get(part), cell, others)) {
                room.fall()[cell] = Math.min(room.fall()[cell], partSlack[i][part][cell]);
            } else {
                isAlone = false;
            }
        }
        if (isAlone) {
            room.rise()[cell] = Math.min(room.rise()[cell], sumSlack[i][cell]);
        }
    }

    private boolean stays(int community, int cell, Others others) {
        return others == Others.ALL || rooms[community].isFixed(cell);
    }
}
