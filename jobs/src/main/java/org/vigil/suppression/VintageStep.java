package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The next vintage in the making: which counts must stay as they were. */
final class VintageStep {
    private final Frame frame;
    private final List<Relation> relations;
    private final List<Vintage> before;
    private final Vintage last;
    private final int[][] exact;
    private final int[][] base;
    private final boolean[][] shown;
    private final boolean[][] forced;
    private final int[][] table;

    /**
     * A step.
     *
     * @param held communities of which everything stays as it was
     */
    VintageStep(Frame frame, List<Relation> relations, List<Vintage> before, RelatedBlocks now, Set<Integer> held) {
        this.frame = frame;
        this.relations = relations;
        this.before = before;
        last = before.get(before.size() - 1);
        exact = now.blocks().stream().map(Block::counts).toArray(int[][]::new);
        base = new int[exact.length][];
        shown = new boolean[exact.length][frame.cells()];
        forced = new boolean[exact.length][frame.cells()];
        table = new int[exact.length][];
        for (int community = 0; community < exact.length; community++) {
            base[community] = last.base(community, exact[community]);
            for (int cell = 0; cell < frame.cells(); cell++) {
                shown[community][cell] = last.publication(community, cell) == Publication.SHOWN;
                forced[community][cell] = held.contains(community)
                        || shown[community][cell] && PrimarySuppression.isSmall(exact[community][cell]);
            }
        }
    }

    /** What is published. */
    Vintage publish() {
        while (true) {
            putOff();
            if (forceBrokenRelations()) {
                continue;
            }
            Vintage vintage = new Vintage(frame, last.publications(), base, table.clone(), exact);
            if (!forceUnsafe(vintage)) {
                return vintage;
            }
        }
    }

    private void putOff() {
        for (int community = 0; community < exact.length; community++) {
            table[community] =
                    Deferral.of(frame, base[community], exact[community], shown[community], forced[community]);
        }
    }

    /** Forces what a relation does not hold for, since old counts of one community stand beside new ones of another. */
    private boolean forceBrokenRelations() {
        boolean isForced = false;
        for (Relation relation : relations) {
            for (int cell = 0; cell < frame.cells(); cell++) {
                boolean isBroken = Slack.ofSum(table, relation, cell) < 0;
                for (int part : relation.parts()) {
                    isBroken |= Slack.ofPart(table, relation, part, cell) < 0;
                }
                if (isBroken) {
                    isForced |= force(relation.whole(), cell);
                    for (int part : relation.parts()) {
                        isForced |= force(part, cell);
                    }
                }
            }
        }
        return isForced;
    }

    private boolean forceUnsafe(Vintage vintage) {
        if (Arrays.deepEquals(table, base)) {
            return false;
        }
        VintageAudit audit = new VintageAudit(frame, relations, with(vintage));
        boolean isForced = false;
        for (int community = 0; community < exact.length; community++) {
            boolean[] unseen = audit.changedUnseen(community);
            for (int cell = 0; cell < unseen.length; cell++) {
                isForced |= unseen[cell] && force(community, cell);
            }
        }
        if (isForced) {
            return true;
        }
        List<int[]> tables = audit.unsafeTables();
        List<int[]> steps = audit.unsafeSteps();
        for (int community = 0; community < exact.length; community++) {
            for (int cell : tables.get(community)) {
                isForced |= forceFallen(community, cell) || forceAround(community, cell);
            }
            for (int cell : steps.get(community)) {
                isForced |= force(community, cell);
                isForced |= forceAround(community, cell);
            }
        }
        return isForced;
    }

    /**
     * Forces hidden counts that have fallen, beside a cell or else wherever they can be moved with it. Room in all vintages depends on nothing else within a community, so
     * that this is enough where no other community is in the way.
     */
    private boolean forceFallen(int community, int cell) {
        boolean isForced = false;
        for (int one : beside(cell)) {
            isForced |= table[community][one] < base[community][one] && !shown[community][one] && force(community, one);
        }
        if (!isForced) {
            for (int one : component(community, cell)) {
                isForced |= table[community][one] < base[community][one] && force(community, one);
            }
        }
        return isForced;
    }

    /** Forces what may make a cell unsafe, from near to far; nothing only if all is as before already. */
    private boolean forceAround(int community, int cell) {
        if (forceAll(community, beside(cell))) {
            return true;
        }
        boolean isForced = false;
        for (int one : component(community, cell)) {
            isForced |= forceAll(community, beside(one));
        }
        for (int other = 0; !isForced && other < exact.length; other++) {
            int candidate = (community + other) % exact.length;
            for (int one = 0; one < frame.cells(); one++) {
                isForced |= force(candidate, one);
            }
        }
        return isForced;
    }

    private int[] component(int community, int cell) {
        Block block = Block.of(frame, table[community], last.publications()[community]);
        return new ResidualNetwork(frame, Room.of(block)).component(cell);
    }

    private boolean forceAll(int community, int[] cells) {
        boolean isForced = false;
        for (int cell : cells) {
            isForced |= shown[community][cell] && force(community, cell);
        }
        return isForced;
    }

    private int[] beside(int cell) {
        int[] tail = frame.incident(frame.tail(cell));
        int[] head = frame.incident(frame.head(cell));
        int[] both = Arrays.copyOf(tail, tail.length + head.length);
        System.arraycopy(head, 0, both, tail.length, head.length);
        return both;
    }

    /** Forces a cell that is not as before; whether that is new. */
    private boolean force(int community, int cell) {
        boolean isNew = !forced[community][cell] && table[community][cell] != base[community][cell];
        forced[community][cell] |= isNew;
        return isNew;
    }

    private List<Vintage> with(Vintage vintage) {
        List<Vintage> all = new ArrayList<>(before);
        all.add(vintage);
        return all;
    }
}
