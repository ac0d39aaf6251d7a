package org.vigil.interpret;

import org.vigil.extract.VerbatimBatch;
import org.vigil.incident.IncidentColumns;

/**
 * The records of one verbatim batch in codes, with what was noticed on the way. Owned and reused by the {@link Interpreter}.
 *
 * <p>What cannot be interpreted stays visible: {@link IncidentColumns#UNMAPPED} for a word without a meaning, {@link
 * org.vigil.incident.IncidentDate#INVALID} for what is no date, −1 for a count that is none. Deciding what follows is validation's part.
 */
public final class InterpretedBatch {
    /** The profile leaves such records out. */
    public static final int OUT_OF_SCOPE = 1;
    /** The identity is empty. */
    public static final int IDENTITY_MISSING = 1 << 1;
    /** The identity was turned into a rounded number by a spreadsheet. */
    public static final int IDENTITY_DAMAGED = 1 << 2;
    /** The year was taken to be the one before, because the month would lie after the record. */
    public static final int YEAR_CORRECTED = 1 << 3;
    /** The mark for withdrawn is neither a declared yes nor a declared no. */
    public static final int YES_NO_UNKNOWN = 1 << 4;

    final IncidentColumns columns;
    final int[] remarks = new int[VerbatimBatch.CAPACITY];
    int[] problems = {};
    int size;

    /** @param columns of the capacity of a verbatim batch */
    InterpretedBatch(IncidentColumns columns) {
        this.columns = columns;
    }

    public int size() {
        return size;
    }

    public IncidentColumns columns() {
        return columns;
    }

    /** Bits of what the interpreter noticed. */
    public int[] remarks() {
        return remarks;
    }

    /** Bits of what was wrong with the row as text; see {@link VerbatimBatch#problems()}. */
    public int[] problems() {
        return problems;
    }
}
