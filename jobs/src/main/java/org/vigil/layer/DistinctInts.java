package org.vigil.layer;

import java.util.Arrays;

/** Numbers the distinct ints of a column in the order in which they are met. */
final class DistinctInts {
    private int[] values = new int[64];
    private int size;
    /** Open addressing: an id plus one, or 0 where a place is free. */
    private int[] places = new int[256];

    void clear() {
        size = 0;
        Arrays.fill(places, 0);
    }

    int size() {
        return size;
    }

    int value(int id) {
        return values[id];
    }

    int idOf(int value) {
        int mask = places.length - 1;
        int place = place(value) & mask;
        while (places[place] != 0) {
            int id = places[place] - 1;
            if (values[id] == value) {
                return id;
            }
            place = (place + 1) & mask;
        }
        return add(value, place);
    }

    private int add(int value, int place) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        int id = size++;
        values[id] = value;
        places[place] = id + 1;
        if (size * 2 > places.length) {
            rehash(places.length * 4);
        }
        return id;
    }

    private void rehash(int length) {
        int[] larger = new int[length];
        for (int id = 0; id < size; id++) {
            int place = place(values[id]) & (length - 1);
            while (larger[place] != 0) {
                place = (place + 1) & (length - 1);
            }
            larger[place] = id + 1;
        }
        places = larger;
    }

    private static int place(int value) {
        int mixed = value * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
