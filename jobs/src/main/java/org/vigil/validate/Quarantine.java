package org.vigil.validate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Records held out: where each stands and which rules it breaks; never what it says. Not safe for use by several threads. */
public final class Quarantine implements Serializable {
    private static final long serialVersionUID = 1L;

    private long[] rows = new long[16];
    private int[] parts = new int[16];
    private long[] rules = new long[16];
    private int size;

    void add(long row, int part, long ruleBits) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            parts = Arrays.copyOf(parts, size * 2);
            rules = Arrays.copyOf(rules, size * 2);
        }
        rows[size] = row;
        parts[size] = part;
        rules[size++] = ruleBits;
    }

    /** Holds a record out again as it was kept: {@code rowNumber} from 1, {@code partNumber} from 1 or 0. */
    public void add(long rowNumber, int partNumber, Set<Rule> broken) {
        long bits = 0;
        for (Rule rule : broken) {
            bits |= rule.bit();
        }
        add(rowNumber - 1, partNumber, bits);
    }

    public int size() {
        return size;
    }

    /** Record of the file, counted from 1 after the header. */
    public long rowNumber(int i) {
        return rows[i] + 1;
    }

    /** In a wide file the value column, from 1; otherwise 0. */
    public int partNumber(int i) {
        return parts[i];
    }

    public Set<Rule> rules(int i) {
        EnumSet<Rule> broken = EnumSet.noneOf(Rule.class);
        for (Rule rule : Rule.values()) {
            if ((rules[i] & rule.bit()) != 0) {
                broken.add(rule);
            }
        }
        return broken;
    }

    public void addAll(Quarantine other) {
        for (int i = 0; i < other.size; i++) {
            add(other.rows[i], other.parts[i], other.rules[i]);
        }
    }
}
