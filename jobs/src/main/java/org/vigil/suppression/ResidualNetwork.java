package org.vigil.suppression;

import java.util.Arrays;

/**
 * Moves of hidden counts that change no shown one: flows in the network of a {@link Frame}, in which every cell has room to fall and to rise.
 *
 * <p>One object serves one audit; it is not safe for use by several threads.
 */
final class ResidualNetwork {
    private final Frame frame;
    private final int[] fall;
    private final int[] rise;
    private final int[] firsts;
    private final int[] incident;

    private final int[] reachedBy;
    private final int[] seen;
    private int search;
    private final int[] queue;

    private final int[] moved;
    private final int[] touched;
    private final boolean[] isTouched;
    private int touches;

    /** A network in which nothing has been moved; cells without room are left out of it. */
    ResidualNetwork(Frame frame, Room room) {
        this.frame = frame;
        fall = room.fall().clone();
        rise = room.rise().clone();
        int cells = frame.cells();
        firsts = new int[frame.nodes() + 1];
        for (int cell = 0; cell < cells; cell++) {
            if (!room.isFixed(cell)) {
                firsts[frame.tail(cell) + 1]++;
                firsts[frame.head(cell) + 1]++;
            }
        }
        for (int node = 0; node < frame.nodes(); node++) {
            firsts[node + 1] += firsts[node];
        }
        incident = new int[firsts[frame.nodes()]];
        int[] next = firsts.clone();
        for (int cell = 0; cell < cells; cell++) {
            if (!room.isFixed(cell)) {
                incident[next[frame.tail(cell)]++] = cell;
                incident[next[frame.head(cell)]++] = cell;
            }
        }
        reachedBy = new int[frame.nodes()];
        seen = new int[frame.nodes()];
        queue = new int[frame.nodes()];
        moved = new int[cells];
        touched = new int[cells];
        isTouched = new boolean[cells];
    }

    /**
     * By how much a count can rise while others make up for it: the greatest flow from the head of its arc back to its tail through other cells.
     *
     * @param limit where to stop looking
     */
    int raise(int cell, int limit) {
        return push(frame.head(cell), frame.tail(cell), Math.min(limit, rise[cell]), cell);
    }

    /** By how much a count can fall while others make up for it. */
    int lower(int cell, int limit) {
        return push(frame.tail(cell), frame.head(cell), Math.min(limit, fall[cell]), cell);
    }

    /** Raises a count, or lowers it, along with others that make up for it, and leaves all moved. */
    void shift(int cell, int limit) {
        move(cell, limit > 0 ? raise(cell, limit) : -lower(cell, -limit));
    }

    /** By how much a cell has been moved by flows since {@link #restore}. */
    int moved(int cell) {
        return moved[cell];
    }

    /** By how much each cell has been moved since {@link #restore}. */
    int[] moves() {
        return moved.clone();
    }

    /** How many cells have been moved since {@link #restore}; some of them may be back where they were. */
    int touches() {
        return touches;
    }

    /** One of the cells that have been moved. */
    int touched(int index) {
        return touched[index];
    }

    /** Room that is left to a cell to rise. */
    int rise(int cell) {
        return rise[cell];
    }

    /** Room that is left to a cell to fall. */
    int fall(int cell) {
        return fall[cell];
    }

    /** Takes all moves back. */
    void restore() {
        for (int i = 0; i < touches; i++) {
            int cell = touched[i];
            rise[cell] += moved[cell];
            fall[cell] -= moved[cell];
            moved[cell] = 0;
            isTouched[cell] = false;
        }
        touches = 0;
    }

    /** Shortest augmenting paths: Edmonds, J. and Karp, R. M. (1972), Journal of the ACM 19, 248–264. */
    private int push(int from, int to, int limit, int barred) {
        int flow = 0;
        while (flow < limit && reach(from, to, barred)) {
            int step = limit - flow;
            for (int node = to; node != from; ) {
                int cell = reachedBy[node];
                boolean isForward = frame.head(cell) == node;
                step = Math.min(step, isForward ? rise[cell] : fall[cell]);
                node = isForward ? frame.tail(cell) : frame.head(cell);
            }
            for (int node = to; node != from; ) {
                int cell = reachedBy[node];
                boolean isForward = frame.head(cell) == node;
                move(cell, isForward ? step : -step);
                node = isForward ? frame.tail(cell) : frame.head(cell);
            }
            flow += step;
        }
        return flow;
    }

    private void move(int cell, int by) {
        if (!isTouched[cell]) {
            isTouched[cell] = true;
            touched[touches++] = cell;
        }
        moved[cell] += by;
        rise[cell] -= by;
        fall[cell] += by;
    }

    private boolean reach(int from, int to, int barred) {
        search++;
        seen[from] = search;
        queue[0] = from;
        int first = 0;
        int last = 1;
        while (first < last) {
            int node = queue[first++];
            for (int i = firsts[node]; i < firsts[node + 1]; i++) {
                int cell = incident[i];
                if (cell == barred) {
                    continue;
                }
                boolean isForward = frame.tail(cell) == node;
                int next = isForward ? frame.head(cell) : frame.tail(cell);
                if (seen[next] != search && (isForward ? rise[cell] : fall[cell]) > 0) {
                    seen[next] = search;
                    reachedBy[next] = cell;
                    if (next == to) {
                        return true;
                    }
                    queue[last++] = next;
                }
            }
        }
        return false;
    }

    /** Cells in the same connected part of the network as a cell, by number. */
    int[] component(int cell) {
        search++;
        int first = 0;
        int last = 0;
        queue[last++] = frame.tail(cell);
        seen[frame.tail(cell)] = search;
        boolean[] isIn = new boolean[moved.length];
        while (first < last) {
            int node = queue[first++];
            for (int i = firsts[node]; i < firsts[node + 1]; i++) {
                int one = incident[i];
                isIn[one] = true;
                int next = frame.tail(one) == node ? frame.head(one) : frame.tail(one);
                if (seen[next] != search) {
                    seen[next] = search;
                    queue[last++] = next;
                }
            }
        }
        int[] cells = new int[isIn.length];
        int count = 0;
        for (int one = 0; one < isIn.length; one++) {
            if (isIn[one]) {
                cells[count++] = one;
            }
        }
        return Arrays.copyOf(cells, count);
    }
}
