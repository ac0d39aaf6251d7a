package org.vigil.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction2;
import org.vigil.store.KeyMap;

/** Finds, of the keys of one range that layers refer to, the new ones, as far as ids for them are known. */
final class RenamedReferences implements FlatMapFunction2<Iterator<KeyPairs>, Iterator<KeyPairs>, KeyMap> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<KeyMap> call(Iterator<KeyPairs> known, Iterator<KeyPairs> asked) {
        KeyMap pairs = new KeyMap();
        known.forEachRemaining(block -> block.addTo(pairs));
        KeyMap found = new KeyMap();
        asked.forEachRemaining(block -> {
            for (int i = 0; i < block.oldHigh().length; i++) {
                long high = block.oldHigh()[i];
                long low = block.oldLow()[i];
                int place = pairs.find(high, low);
                if (place >= 0) {
                    found.put(high, low, pairs.newHigh(place), pairs.newLow(place));
                }
            }
        });
        return List.of(found).iterator();
    }
}
