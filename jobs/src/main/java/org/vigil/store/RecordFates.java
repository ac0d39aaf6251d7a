package org.vigil.store;

import java.io.Serializable;

/** What became of the accepted records of one extract. Counted up by {@link NewestRevision}; not safe for use by several threads. */
public final class RecordFates implements Serializable {
    private static final long serialVersionUID = 1L;

    long accepted;
    long merged;
    long duplicates;
    long superseded;
    long conflicts;

    /** Fates as they were kept or worked out. */
    public static RecordFates of(long accepted, long merged, long duplicates, long superseded, long conflicts) {
        RecordFates fates = new RecordFates();
        fates.accepted = accepted;
        fates.merged = merged;
        fates.duplicates = duplicates;
        fates.superseded = superseded;
        fates.conflicts = conflicts;
        return fates;
    }

    /** Records that speak for an incident. */
    public long accepted() {
        return accepted;
    }

    /** Records united with another of the same extract, where the profile says that rows are parts of incidents. */
    public long merged() {
        return merged;
    }

    /** Records equal to a later one of the same extract. */
    public long duplicates() {
        return duplicates;
    }

    /** Records that a later one replaces. */
    public long superseded() {
        return superseded;
    }

    /** Incidents whose rows within one extract disagree where they should not. */
    public long conflicts() {
        return conflicts;
    }

    public void add(RecordFates other) {
        accepted += other.accepted;
        merged += other.merged;
        duplicates += other.duplicates;
        superseded += other.superseded;
        conflicts += other.conflicts;
    }
}
