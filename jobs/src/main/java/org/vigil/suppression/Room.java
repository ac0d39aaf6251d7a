package org.vigil.suppression;

/**
 * By how much the count of each cell could be lower or higher for all that a reader knows of this cell alone.
 *
 * @param fall one a cell, not negative
 * @param rise one a cell, not negative; {@link #UNLIMITED} where nothing holds it
 */
record Room(int[] fall, int[] rise) {
    /** More than any count is moved by, and far from overflowing when a move is added. */
    static final int UNLIMITED = 1 << 29;

    /** A shown count has no room; one that is not shown may be any count from 0. */
    static Room of(Block block) {
        int cells = block.frame().cells();
        Room room = new Room(new int[cells], new int[cells]);
        for (int cell = 0; cell < cells; cell++) {
            if (!block.isShown(cell)) {
                room.free(cell, block.count(cell));
            }
        }
        return room;
    }

    /** Lets a cell be any count from 0. */
    void free(int cell, int count) {
        fall[cell] = Math.min(count, UNLIMITED);
        rise[cell] = UNLIMITED;
    }

    /** Leaves a cell no more than this room. */
    void hold(int cell, int mostFall, int mostRise) {
        fall[cell] = Math.min(fall[cell], mostFall);
        rise[cell] = Math.min(rise[cell], mostRise);
    }

    /** What is left when cells have been moved. */
    Room after(int[] moves) {
        Room left = copy();
        for (int cell = 0; cell < moves.length; cell++) {
            left.fall[cell] = Math.min(UNLIMITED, fall[cell] + moves[cell]);
            left.rise[cell] = Math.min(UNLIMITED, rise[cell] - moves[cell]);
        }
        return left;
    }

    /** Fixes a cell. */
    void fix(int cell) {
        fall[cell] = 0;
        rise[cell] = 0;
    }

    boolean isFixed(int cell) {
        return fall[cell] == 0 && rise[cell] == 0;
    }

    Room copy() {
        return new Room(fall.clone(), rise.clone());
    }
}
