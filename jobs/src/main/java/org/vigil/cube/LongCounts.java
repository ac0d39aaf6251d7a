package org.vigil.cube;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;

/** Counts by a cell key of at least 0, by open addressing. */
final class LongCounts {
    private long[] keys = newKeys(1024);
    private long[] counts = new long[1024];
    private int size;

    void add(long key, long count) {
        int place = placeOf(key);
        if (keys[place] < 0) {
            keys[place] = key;
            if (++size * 2 > keys.length) {
                grow();
                place = placeOf(key);
            }
        }
        counts[place] += count;
    }

    /** All keys whose count is not 0, ascending. */
    long[] sortedKeys() {
        return Arrays.stream(keys).filter(k -> k >= 0 && get(k) != 0).sorted().toArray();
    }

    /** The count of a cell; 0 where nothing was counted. */
    long get(long key) {
        return counts[placeOf(key)];
    }

    /** Keys that were counted, those whose count has become 0 among them. */
    int size() {
        return size;
    }

    void merge(LongCounts other) {
        other.forEach(this::add);
    }

    /** Calls back for every key that was counted, in no order. */
    void forEach(CountConsumer consumer) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] >= 0) {
                consumer.accept(keys[i], counts[i]);
            }
        }
    }

    /** Receives one count. */
    @FunctionalInterface
    interface CountConsumer {
        void accept(long key, long count);
    }

    /** Equal counts give equal bytes. */
    void writeTo(ObjectOutput out) throws IOException {
        Varints bytes = new Varints();
        long[] sorted = sortedKeys();
        bytes.put(sorted.length);
        long before = 0;
        for (long key : sorted) {
            bytes.put(key - before);
            before = key;
            bytes.putSigned(get(key));
        }
        bytes.writeTo(out);
    }

    void readFrom(ObjectInput in) throws IOException {
        Varints bytes = Varints.readFrom(in);
        long key = 0;
        for (int n = bytes.next(); n > 0; n--) {
            key += bytes.nextLong();
            add(key, bytes.nextSignedLong());
        }
    }

    private int placeOf(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (keys[place] >= 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = newKeys(oldKeys.length * 2);
        counts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                int place = placeOf(oldKeys[i]);
                keys[place] = oldKeys[i];
                counts[place] = oldCounts[i];
            }
        }
    }

    private static long[] newKeys(int length) {
        long[] empty = new long[length];
        Arrays.fill(empty, -1);
        return empty;
    }
}
