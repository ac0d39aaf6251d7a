package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The two audits of all vintages that {@link VintageChain} describes. */
final class VintageAudit {
    private final Frame frame;
    private final List<Relation> relations;
    private final List<Vintage> vintages;
    private final Vintage newest;

    VintageAudit(Frame frame, List<Relation> relations, List<Vintage> vintages) {
        this.frame = frame;
        this.relations = relations;
        this.vintages = vintages;
        newest = vintages.get(vintages.size() - 1);
    }

    /** For each community, the cells that cannot be moved by the threshold in all vintages alike. */
    List<int[]> unsafeTables() {
        RelatedAudit audit = RelatedAudit.of(leeway(0, vintages.size()));
        List<int[]> unsafe = new ArrayList<>();
        for (int community = 0; community < newest.table().length; community++) {
            unsafe.add(audit.unsafeCells(community));
        }
        return unsafe;
    }

    /** For each community, the cells whose change in some step could be too few values. */
    List<int[]> unsafeSteps() {
        boolean[][] unsafe = new boolean[newest.table().length][frame.cells()];
        for (int step = 1; step < vintages.size(); step++) {
            Leeway from = leeway(step, vintages.size());
            Leeway before = leeway(0, step);
            for (int community = 0; community < unsafe.length; community++) {
                boolean[] changed = changed(step, community);
                boolean[] still = still(step, community);
                BlockAudit later = audit(from, community, changed, still);
                BlockAudit earlier = audit(before, community, changed, still);
                for (int cell = 0; cell < changed.length; cell++) {
                    int width = later.fall(cell) + later.rise(cell) + earlier.fall(cell) + earlier.rise(cell);
                    unsafe[community][cell] |= changed[cell] && width < PrimarySuppression.THRESHOLD;
                }
            }
        }
        return Arrays.stream(unsafe).map(VintageAudit::cells).toList();
    }

    /** Hidden cells of the newest step of which all published relatives are unchanged, although they changed themselves. */
    boolean[] changedUnseen(int community) {
        boolean[] changed = changed(vintages.size() - 1, community);
        boolean[] still = still(vintages.size() - 1, community);
        for (int cell = 0; cell < changed.length; cell++) {
            changed[cell] &= still[cell];
        }
        return changed;
    }

    private BlockAudit audit(Leeway leeway, int community, boolean[] changed, boolean[] still) {
        Room room = leeway.room(community, Leeway.Others.ALL);
        for (int cell = 0; cell < still.length; cell++) {
            if (still[cell]) {
                room.fix(cell);
            }
        }
        return NetworkAudit.of(frame, room, changed);
    }

    private boolean[] changed(int step, int community) {
        Vintage vintage = vintages.get(step);
        boolean[] changed = new boolean[frame.cells()];
        for (int cell = 0; cell < changed.length; cell++) {
            changed[cell] = vintage.publication(community, cell) == Publication.HIDDEN
                    && vintages.get(step - 1).publication(community, cell) == Publication.HIDDEN
                    && vintage.table()[community][cell] != vintage.base()[community][cell];
        }
        return changed;
    }

    /** Hidden cells that have published relatives, all of them unchanged in a step. */
    private boolean[] still(int step, int community) {
        boolean[] still = new boolean[frame.cells()];
        for (int cell = 0; cell < still.length; cell++) {
            boolean hasRelative = false;
            boolean isAnyChanged = false;
            for (int node : new int[] {frame.tail(cell), frame.head(cell)}) {
                for (int relative : frame.incident(node)) {
                    if (vintages.get(step).shown(community, relative).isPresent()
                            && vintages.get(step - 1).shown(community, relative).isPresent()) {
                        hasRelative = true;
                        isAnyChanged |= vintages.get(step).table()[community][relative]
                                != vintages.get(step).base()[community][relative];
                    }
                }
            }
            still[cell] = vintages.get(step).publication(community, cell) != Publication.SHOWN
                    && hasRelative
                    && !isAnyChanged;
        }
        return still;
    }

    /** Leeway that some vintages leave alike, to the pattern of the newest. */
    private Leeway leeway(int first, int end) {
        int communities = newest.table().length;
        Room[] rooms = new Room[communities];
        boolean[][] audited = new boolean[communities][];
        for (int community = 0; community < communities; community++) {
            Block block = Block.of(frame, newest.table()[community], newest.publications()[community]);
            audited[community] = block.audited();
            rooms[community] = new Room(new int[frame.cells()], new int[frame.cells()]);
            for (int cell = 0; cell < frame.cells(); cell++) {
                if (!isEverShown(community, cell, first, end)) {
                    rooms[community].free(cell, Room.UNLIMITED);
                    for (Vintage vintage : vintages.subList(first, end)) {
                        if (vintage == newest || vintage.isBound(community, cell)) {
                            rooms[community].hold(cell, vintage.table()[community][cell], Room.UNLIMITED);
                        }
                    }
                }
            }
        }
        Leeway leeway = Leeway.of(
                frame, relations, rooms, audited, vintages.get(end - 1).table());
        for (Vintage vintage : vintages.subList(first, end - 1)) {
            leeway.tighten(vintage);
        }
        return leeway;
    }

    /** A count that was shown once is known, whatever is hidden later. */
    private boolean isEverShown(int community, int cell, int first, int end) {
        boolean isShown = newest.publication(community, cell) == Publication.SHOWN;
        for (Vintage vintage : vintages.subList(first, end)) {
            isShown |= vintage.publication(community, cell) == Publication.SHOWN;
        }
        return isShown;
    }

    private static int[] cells(boolean[] marked) {
        int[] cells = new int[marked.length];
        int count = 0;
        for (int cell = 0; cell < marked.length; cell++) {
            if (marked[cell]) {
                cells[count++] = cell;
            }
        }
        return Arrays.copyOf(cells, count);
    }
}
