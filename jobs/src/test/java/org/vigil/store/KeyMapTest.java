package org.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyMapTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void knowsWhatAMapOfObjectsKnows(long seed) throws IOException, ClassNotFoundException {
        Random random = new Random(seed);
        KeyMap keys = new KeyMap();
        Map<String, String> model = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            // Few halves, so that keys share one and repeat.
            long[] pair = {random.nextInt(60), random.nextInt(60), random.nextLong(), random.nextLong()};
            keys.put(pair[0], pair[1], pair[2], pair[3]);
            model.putIfAbsent(pair[0] + " " + pair[1], pair[2] + " " + pair[3]);
        }

        for (KeyMap map :
                new KeyMap[] {keys, copy(keys), new KeyMap().merge(keys).merge(keys)}) {
            assertEquals(model.size(), map.size(), "seed " + seed);
            for (long high = -1; high < 61; high++) {
                for (long low = -1; low < 61; low++) {
                    int place = map.find(high, low);
                    String found = place < 0 ? null : map.newHigh(place) + " " + map.newLow(place);
                    assertEquals(model.get(high + " " + low), found, "seed " + seed);
                }
            }
        }
    }

    @Test
    void numbersRecordsThatAreAlike() {
        KeyMap keys = new KeyMap();
        for (int record = 0; record < 3; record++) {
            keys.putNext(7, 100, 8, 200);
        }

        assertEquals(3, keys.size());
        for (int number = 0; number < 3; number++) {
            int place = keys.find(7, 100 + number);
            assertEquals(8, keys.newHigh(place));
            assertEquals(200 + number, keys.newLow(place));
        }
        assertTrue(keys.find(7, 103) < 0);
    }

    private static KeyMap copy(KeyMap keys) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(keys);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (KeyMap) in.readObject();
        }
    }
}
