package org.vigil.store;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;

/**
 * The keys of incidents under an old master key, and those of the same incidents under a new one: an open-addressing table that makes no objects. Not
 * safe for use by several threads while it is filled.
 */
public final class KeyMap implements Externalizable {
    private static final long serialVersionUID = 1L;
    private static final int ABSENT = -1;

    private long[] oldHigh = new long[64];
    private long[] oldLow = new long[64];
    private long[] newHigh = new long[64];
    private long[] newLow = new long[64];
    private int size;

    /** By hash, a place in the arrays plus one; 0 where nothing is. */
    private int[] slots = new int[128];

    /** An empty map; public because deserialisation needs it. */
    public KeyMap() {}

    public int size() {
        return size;
    }

    /** Notes a pair, unless the old key has one already: the same id gives the same pair. */
    public void put(long fromHigh, long fromLow, long toHigh, long toLow) {
        if (find(fromHigh, fromLow) == ABSENT) {
            add(fromHigh, fromLow, toHigh, toLow);
        }
    }

    /** Notes a pair of one of several records that are alike, as {@link SameKey#EACH_COUNTS} tells them apart: by a number added to both keys. */
    public void putNext(long fromHigh, long fromLow, long toHigh, long toLow) {
        long number = 0;
        while (find(fromHigh, fromLow + number) != ABSENT) {
            number++;
        }
        add(fromHigh, fromLow + number, toHigh, toLow + number);
    }

    /** The place of an old key, for {@link #newHigh} and {@link #newLow}; negative if it has no pair. */
    public int find(long high, long low) {
        int mask = slots.length - 1;
        for (int slot = slotOf(high, low, mask); ; slot = (slot + 1) & mask) {
            int place = slots[slot] - 1;
            if (place == ABSENT || (oldHigh[place] == high && oldLow[place] == low)) {
                return place;
            }
        }
    }

    public long oldHigh(int place) {
        return oldHigh[place];
    }

    public long oldLow(int place) {
        return oldLow[place];
    }

    public long newHigh(int place) {
        return newHigh[place];
    }

    public long newLow(int place) {
        return newLow[place];
    }

    /** Takes all pairs of another map. */
    public KeyMap merge(KeyMap other) {
        for (int place = 0; place < other.size; place++) {
            put(other.oldHigh[place], other.oldLow[place], other.newHigh[place], other.newLow[place]);
        }
        return this;
    }

    private void add(long fromHigh, long fromLow, long toHigh, long toLow) {
        if (size == oldHigh.length) {
            int capacity = size * 2;
            oldHigh = Arrays.copyOf(oldHigh, capacity);
            oldLow = Arrays.copyOf(oldLow, capacity);
            newHigh = Arrays.copyOf(newHigh, capacity);
            newLow = Arrays.copyOf(newLow, capacity);
            slots = new int[capacity * 2];
            for (int place = 0; place < size; place++) {
                enter(place);
            }
        }
        oldHigh[size] = fromHigh;
        oldLow[size] = fromLow;
        newHigh[size] = toHigh;
        newLow[size] = toLow;
        enter(size++);
    }

    private void enter(int place) {
        int mask = slots.length - 1;
        int slot = slotOf(oldHigh[place], oldLow[place], mask);
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = place + 1;
    }

    /** Keys are hashes already; their low halves are the same in no range of keys. */
    private static int slotOf(long high, long low, int mask) {
        return (int) (low ^ high ^ low >>> 32) & mask;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        out.writeInt(size);
        for (int place = 0; place < size; place++) {
            out.writeLong(oldHigh[place]);
            out.writeLong(oldLow[place]);
            out.writeLong(newHigh[place]);
            out.writeLong(newLow[place]);
        }
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        int count = in.readInt();
        for (int place = 0; place < count; place++) {
            add(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        }
    }
}
