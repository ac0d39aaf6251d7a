package org.vigil.cube;

import java.io.Serializable;
import org.vigil.incident.IncidentRows;

/**
 * How many incidents agree in every date and code that is stored of them: when they happened and were recorded, record class, area, communities, strands, offence
 * groups, location types, contexts, reporting source and outcome. Words of the publisher and references to other sources are not compared.
 *
 * <p>Each combination is known by a hash of 64 bits. Up to {@value #MOST} combinations are all kept, and the sizes are exact. Beyond that every second one is
 * given up by its hash, again and again: those kept are a random part of all combinations, each with its true size, from which the whole is estimated
 * (Flajolet 1990, "On adaptive sampling", Computing 43, section 2). The result depends neither on the order of incidents nor on how they are shared out. Not
 * safe for use by several threads.
 */
public final class EquivalenceClasses implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Combinations kept. */
    static final int MOST = 1 << 19;

    /** Stands for the hash 0, which marks a free place. */
    private static final long IN_PLACE_OF_ZERO = Long.MIN_VALUE;

    private final int most;
    private long[] hashes = new long[1024];
    private int[] sizes = new int[1024];
    private int kept;
    private int halvings;
    private long incidents;

    public EquivalenceClasses() {
        this(MOST);
    }

    /** @param most combinations kept */
    EquivalenceClasses(int most) {
        this.most = most;
    }

    /** Adds one incident; one that was withdrawn is none. */
    public void add(IncidentRows rows, int row) {
        if (rows.isWithdrawn(row) || rows.incidentCount(row) == 0) {
            return;
        }
        long hash = mix(rows.recordClass(row), rows.occurred(row));
        hash = mix(hash, rows.recorded(row));
        hash = mix(hash, rows.area(row));
        hash = mix(hash, rows.communities(row));
        hash = mix(hash, rows.offenceGroups(row));
        hash = mix(hash, rows.locationTypes(row));
        hash = mix(hash, rows.contexts(row));
        hash = mix(hash, rows.reportingSource(row));
        hash = mix(hash, rows.outcome(row));
        hash = mix(hash, rows.strands(row));
        incidents += rows.incidentCount(row);
        add(hash == 0 ? IN_PLACE_OF_ZERO : hash, rows.incidentCount(row));
    }

    /** Adds all incidents of another part. */
    public void merge(EquivalenceClasses other) {
        incidents += other.incidents;
        while (halvings < other.halvings) {
            halve();
        }
        for (int i = 0; i < other.hashes.length; i++) {
            if (other.hashes[i] != 0) {
                add(other.hashes[i], other.sizes[i]);
            }
        }
    }

    /** Whether no combination was given up. */
    public boolean isExact() {
        return halvings == 0;
    }

    /** The sizes; estimated from a part where it is not exact. */
    public CellSizes sizes() {
        long alone = 0;
        long fewerThanFive = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                alone += sizes[i] == 1 ? 1 : 0;
                fewerThanFive += sizes[i] < CellSizes.FEW ? sizes[i] : 0;
            }
        }
        long few = Math.min(incidents, fewerThanFive << halvings);
        return new CellSizes(incidents, Math.min(few, alone << halvings), few);
    }

    private void add(long hash, int count) {
        if (!isKept(hash)) {
            return;
        }
        int place = placeOf(hash);
        if (hashes[place] == 0) {
            if (kept == most) {
                halve();
                add(hash, count);
                return;
            }
            hashes[place] = hash;
            kept++;
        }
        sizes[place] = Math.addExact(sizes[place], count);
        if (kept * 2 > hashes.length) {
            rebuild(hashes.length * 2);
        }
    }

    private boolean isKept(long hash) {
        return (hash & ((1L << halvings) - 1)) == 0;
    }

    private void halve() {
        halvings++;
        rebuild(hashes.length);
    }

    private void rebuild(int length) {
        long[] oldHashes = hashes;
        int[] oldSizes = sizes;
        hashes = new long[length];
        sizes = new int[length];
        kept = 0;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0 && isKept(oldHashes[i])) {
                int place = placeOf(oldHashes[i]);
                hashes[place] = oldHashes[i];
                sizes[place] = oldSizes[i];
                kept++;
            }
        }
    }

    private int placeOf(long hash) {
        int mask = hashes.length - 1;
        int place = (int) (hash >>> 32) & mask;
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static long mix(long hash, int[] codes) {
        long mixed = mix(hash, codes.length);
        for (int code : codes) {
            mixed = mix(mixed, code);
        }
        return mixed;
    }

    /** A step and the finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input moves every bit of the result. */
    private static long mix(long hash, int value) {
        long z = hash * 0x9E3779B97F4A7C15L + value + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
