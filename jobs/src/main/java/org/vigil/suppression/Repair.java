package org.vigil.suppression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Secondary suppression in the making: what is hidden so far, and the cheapest way to protect one more cell. */
final class Repair {
    /** So dear is a hidden cell on a way, compared with a shown count of 1: shorter ways move fewer cells. */
    private static final int PRICE_UNIT = 64;

    private static final long UNREACHED = Long.MAX_VALUE;

    private final Block before;
    private final Frame frame;
    private final boolean[] locked;
    private final Room limits;
    private final Publication[] publications;
    private final boolean[] audited;
    private final Room room;

    private int coarsest;

    private final long[] distances;
    private final int[] reachedBy;
    private final boolean[] settled;

    /**
     * A repair.
     *
     * @param locked the cells that must stay shown
     * @param limits how far counts can fall and rise at most, for what is known beyond the block
     */
    Repair(Block before, boolean[] locked, Room limits) {
        this.before = before;
        this.frame = before.frame();
        this.locked = locked;
        this.limits = limits;
        publications = before.publications();
        audited = before.audited();
        room = Room.of(before);
        for (int cell = 0; cell < audited.length; cell++) {
            limit(cell);
        }
        distances = new long[frame.nodes()];
        reachedBy = new int[frame.nodes()];
        settled = new boolean[frame.nodes()];
    }

    /** Protects every cell, as far as possible with as little as possible. */
    Suppressed finish() {
        int[] unsafe = unsafe();
        boolean isChanged = true;
        while (isChanged && unsafe.length > 0) {
            isChanged = false;
            for (int cell : unsafe) {
                isChanged |= protect(cell);
            }
            unsafe = unsafe();
        }
        if (unsafe.length == 0) {
            showAgain();
        }
        return new Suppressed(before.with(publications), unsafe);
    }

    /** What is published now. */
    Block block() {
        return before.with(publications);
    }

    private int[] unsafe() {
        return NetworkAudit.of(frame, room, audited).unsafeCells();
    }

    /**
     * Protects one cell, if it is not safe already.
     *
     * @return whether something was hidden
     */
    boolean protect(int cell) {
        int threshold = PrimarySuppression.THRESHOLD;
        boolean isChanged = false;
        while (true) {
            ResidualNetwork network = new ResidualNetwork(frame, room);
            int up = network.raise(cell, threshold);
            network.restore();
            int down = network.lower(cell, threshold - up);
            network.restore();
            int missing = threshold - up - down;
            if (missing <= 0 || !widen(network, cell, missing)) {
                return isChanged;
            }
            isChanged = true;
        }
    }

    /** Hides a way that makes the range wider, through the finest cells that will do. */
    private boolean widen(ResidualNetwork network, int cell, int missing) {
        for (coarsest = 0; coarsest <= frame.coarsest(); coarsest++) {
            for (int by = missing; by >= 1; by--) {
                if (hideCheapestWay(network, cell, by)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Hides the cheapest way of which every cell can be moved by so much; whether there was one of which something had to be hidden. */
    private boolean hideCheapestWay(ResidualNetwork network, int cell, int by) {
        int up = network.raise(cell, PrimarySuppression.THRESHOLD);
        long dearUp = by <= network.rise(cell) - up
                ? distance(network, frame.head(cell), frame.tail(cell), by, cell)
                : UNREACHED;
        int[] wayUp = dearUp == UNREACHED ? new int[0] : way(frame.head(cell), frame.tail(cell));
        network.restore();
        int down = network.lower(cell, PrimarySuppression.THRESHOLD);
        long dearDown = by <= network.fall(cell) - down
                ? distance(network, frame.tail(cell), frame.head(cell), by, cell)
                : UNREACHED;
        int[] wayDown = dearDown == UNREACHED ? new int[0] : way(frame.tail(cell), frame.head(cell));
        network.restore();
        boolean isChanged = false;
        for (int one : dearUp <= dearDown ? wayUp : wayDown) {
            isChanged |= hide(one);
        }
        return isChanged;
    }

    /** Protects one cell; whether it is safe now. */
    boolean isSafeAfterProtecting(int cell) {
        protect(cell);
        boolean[] one = new boolean[audited.length];
        one[cell] = true;
        return NetworkAudit.of(frame, room, one).isSafe();
    }

    /** The cells that are moved when a cell takes its widest range, itself among them. */
    int[] moved(int cell) {
        ResidualNetwork network = new ResidualNetwork(frame, room);
        boolean[] isMoved = new boolean[audited.length];
        isMoved[cell] = true;
        int up = network.raise(cell, PrimarySuppression.THRESHOLD);
        mark(network, isMoved);
        network.lower(cell, PrimarySuppression.THRESHOLD - up);
        mark(network, isMoved);
        return IntStream.range(0, isMoved.length).filter(one -> isMoved[one]).toArray();
    }

    private static void mark(ResidualNetwork network, boolean[] isMoved) {
        for (int i = 0; i < network.touches(); i++) {
            isMoved[network.touched(i)] |= network.moved(network.touched(i)) != 0;
        }
        network.restore();
    }

    /** Hides a cell that is shown; whether it was. */
    boolean hide(int cell) {
        if (publications[cell] != Publication.SHOWN) {
            return false;
        }
        publications[cell] = Publication.HIDDEN;
        audited[cell] = true;
        room.free(cell, before.count(cell));
        limit(cell);
        return true;
    }

    boolean isHideable(int cell) {
        return publications[cell] == Publication.SHOWN && !locked[cell];
    }

    private void limit(int cell) {
        room.fall()[cell] = Math.min(room.fall()[cell], limits.fall()[cell]);
        room.rise()[cell] = Math.min(room.rise()[cell], limits.rise()[cell]);
    }

    /** Shows again what turns out not to be needed, coarsest and dearest first. */
    private void showAgain() {
        int[] candidates = IntStream.range(0, publications.length)
                .filter(cell -> publications[cell] == Publication.HIDDEN && before.isShown(cell))
                .boxed()
                .sorted(Comparator.comparingInt((Integer cell) -> -frame.coarseness(cell))
                        .thenComparing(cell -> -SecondarySuppression.price(before.count(cell)))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int cell : candidates) {
            int fall = room.fall()[cell];
            int rise = room.rise()[cell];
            int[] beside = beside(cell);
            room.fix(cell);
            audited[cell] = false;
            if (NetworkAudit.isAnyUnsafe(frame, room, audited, beside)) {
                room.fall()[cell] = fall;
                room.rise()[cell] = rise;
                audited[cell] = true;
            } else {
                publications[cell] = Publication.SHOWN;
            }
        }
    }

    /** Cells that share a sum with a cell; where something goes wrong, it is mostly there. */
    private int[] beside(int cell) {
        int tail = frame.tail(cell);
        int head = frame.head(cell);
        return IntStream.range(0, audited.length)
                .filter(one -> audited[one] && one != cell)
                .filter(one -> frame.tail(one) == tail
                        || frame.head(one) == tail
                        || frame.tail(one) == head
                        || frame.head(one) == head)
                .toArray();
    }

    /** Price of the cheapest way of which every cell can be moved by so much; Dijkstra, E. W. (1959), Numerische Mathematik 1, 269–271. */
    private long distance(ResidualNetwork network, int from, int to, int by, int barred) {
        Arrays.fill(distances, UNREACHED);
        Arrays.fill(settled, false);
        distances[from] = 0;
        while (true) {
            int nearest = -1;
            for (int node = 0; node < distances.length; node++) {
                if (!settled[node]
                        && distances[node] != UNREACHED
                        && (nearest < 0 || distances[node] < distances[nearest])) {
                    nearest = node;
                }
            }
            if (nearest < 0 || nearest == to) {
                return distances[to];
            }
            settled[nearest] = true;
            for (int cell : frame.incident(nearest)) {
                if (cell != barred) {
                    step(network, nearest, cell, by);
                }
            }
        }
    }

    private void step(ResidualNetwork network, int node, int cell, int by) {
        boolean isForward = frame.tail(cell) == node;
        int next = isForward ? frame.head(cell) : frame.tail(cell);
        long price;
        int free;
        if (isHideable(cell)) {
            if (frame.coarseness(cell) > coarsest) {
                return;
            }
            price = 1L + (long) PRICE_UNIT * SecondarySuppression.price(before.count(cell));
            free = isForward ? limits.rise()[cell] : Math.min(limits.fall()[cell], before.count(cell));
        } else {
            price = 1;
            free = isForward ? network.rise(cell) : network.fall(cell);
        }
        if (free >= by && !settled[next] && distances[node] + price < distances[next]) {
            distances[next] = distances[node] + price;
            reachedBy[next] = cell;
        }
    }

    private int[] way(int from, int to) {
        int[] cells = new int[frame.nodes()];
        int count = 0;
        for (int node = to; node != from; ) {
            int cell = reachedBy[node];
            cells[count++] = cell;
            node = frame.head(cell) == node ? frame.tail(cell) : frame.head(cell);
        }
        return Arrays.copyOf(cells, count);
    }
}
