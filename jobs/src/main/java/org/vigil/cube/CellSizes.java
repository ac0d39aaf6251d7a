package org.vigil.cube;

/**
 * How many incidents of a source share what is stored of them.
 *
 * @param incidents how many there are
 * @param alone those that share it with no other: somebody who knows that much of one knows which it is
 * @param fewerThanFive those that share it with fewer than four others, the ones alone among them
 */
public record CellSizes(long incidents, long alone, long fewerThanFive) {
    /** Incidents from which they are no longer few. */
    static final int FEW = 5;

    public CellSizes {
        if (alone < 0 || fewerThanFive < alone || incidents < fewerThanFive) {
            throw new IllegalArgumentException("sizes of cells: found " + incidents + " incidents, " + alone
                    + " alone and " + fewerThanFive + " with fewer than four others");
        }
    }

    /** Share of the incidents that are alone, 0 to 1; 0 if there are none. */
    public double shareAlone() {
        return incidents == 0 ? 0 : alone / (double) incidents;
    }

    /** Share of the incidents that are fewer than five together, 0 to 1; 0 if there are none. */
    public double shareFewerThanFive() {
        return incidents == 0 ? 0 : fewerThanFive / (double) incidents;
    }

    /** Adds incidents up to cells, row of cells after row of cells. Not safe for use by several threads. */
    static final class Tally {
        private final int[] cells;
        private final int[] touched;
        private int touchedCount;
        private long incidents;
        private long alone;
        private long fewerThanFive;

        /** @param places cells of a row */
        Tally(int places) {
            this.cells = new int[places];
            this.touched = new int[places];
        }

        void add(int place, int count) {
            if (count > 0) {
                if (cells[place] == 0) {
                    touched[touchedCount++] = place;
                }
                cells[place] = Math.addExact(cells[place], count);
            }
        }

        /** Ends a row of cells. */
        void closeCells() {
            for (int i = 0; i < touchedCount; i++) {
                int size = cells[touched[i]];
                incidents += size;
                alone += size == 1 ? 1 : 0;
                fewerThanFive += size < FEW ? size : 0;
                cells[touched[i]] = 0;
            }
            touchedCount = 0;
        }

        CellSizes sizes() {
            return new CellSizes(incidents, alone, fewerThanFive);
        }
    }
}
