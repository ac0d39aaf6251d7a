package org.vigil.disclosure;

/**
 * What is known inside of a cell.
 *
 * @param count incidents, 0 or more
 * @param recordKeys sum of their record keys, modulo 2 to the power of 64
 */
record ExactCell(long count, long recordKeys) {
    ExactCell {
        if (count < 0) {
            throw new IllegalArgumentException("Found a negative count of a cell; expected 0 or more");
        }
    }

    ExactCell plus(ExactCell other) {
        return new ExactCell(count + other.count, recordKeys + other.recordKeys);
    }

    /** Says nothing: what it holds must not be printed. */
    @Override
    public String toString() {
        return "ExactCell";
    }
}
