package org.vigil.spark;

import java.io.Serializable;
import org.vigil.cube.CountCube;
import org.vigil.store.RecordFates;
import org.vigil.validate.Quarantine;
import org.vigil.validate.RecordTally;

/** What reading and folding gave: counts by source, and by extract what became of every record. Adding two is adding all parts. */
public final class Folded implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CountCube[] cubes;
    private final RecordFates[] fates;
    private final RecordTally[] tallies;
    private final Quarantine[] quarantines;

    Folded(CountCube[] cubes, int extracts) {
        this.cubes = cubes;
        this.fates = new RecordFates[extracts];
        this.tallies = new RecordTally[extracts];
        this.quarantines = new Quarantine[extracts];
        for (int i = 0; i < extracts; i++) {
            fates[i] = new RecordFates();
            tallies[i] = new RecordTally();
            quarantines[i] = new Quarantine();
        }
    }

    /** Counts of a source, by its index in the run. */
    public CountCube cube(int source) {
        return cubes[source];
    }

    /** By extract ordinal. */
    public RecordFates fates(int extract) {
        return fates[extract];
    }

    public RecordTally tally(int extract) {
        return tallies[extract];
    }

    public Quarantine quarantine(int extract) {
        return quarantines[extract];
    }

    RecordFates[] allFates() {
        return fates;
    }

    CountCube[] allCubes() {
        return cubes;
    }

    void add(SplitReport report) {
        tallies[report.extractOrdinal()].add(report.tally());
        quarantines[report.extractOrdinal()].addAll(report.quarantine());
    }

    Folded merge(Folded other) {
        for (int i = 0; i < cubes.length; i++) {
            cubes[i].merge(other.cubes[i]);
        }
        for (int i = 0; i < fates.length; i++) {
            fates[i].add(other.fates[i]);
            tallies[i].add(other.tallies[i]);
            quarantines[i].addAll(other.quarantines[i]);
        }
        return this;
    }
}
