package org.vigil.store;

import java.io.Serializable;
import java.util.Arrays;

/** A count for each day of a stretch that grows as days are met. Not safe for use by several threads. */
final class DayCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private int firstDay;
    private long[] counts = {};

    /** Counts one on a day since 1970-01-01. */
    void count(int day) {
        add(day, 1);
    }

    void add(DayCounts other) {
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] > 0) {
                add(other.firstDay + i, other.counts[i]);
            }
        }
    }

    /** The sum over all days up to and including one. */
    long upTo(int day) {
        int days = Math.max(0, Math.min(counts.length, day - firstDay + 1));
        return Arrays.stream(counts, 0, days).sum();
    }

    private void add(int day, long count) {
        if (counts.length == 0) {
            firstDay = day;
        }
        if (day < firstDay) {
            grow(day, counts.length + firstDay - day);
        } else if (day - firstDay >= counts.length) {
            // Room ahead, because days of a file mostly come one after the other.
            grow(firstDay, Math.max(day - firstDay + 1, counts.length * 2));
        }
        counts[day - firstDay] += count;
    }

    private void grow(int newFirstDay, int length) {
        long[] grown = new long[length];
        System.arraycopy(counts, 0, grown, firstDay - newFirstDay, counts.length);
        counts = grown;
        firstDay = newFirstDay;
    }
}
