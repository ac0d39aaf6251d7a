package org.vigil.interpret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vigil.extract.LabelDictionary;
import org.vigil.extract.VerbatimBatch;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.KeyedHash;

/**
 * The keys that records note of another source: the noted id, hashed as that source hashes its own, so that equal ids give equal keys. Each distinct id is
 * hashed once and leaves only as its hash; an empty cell gives 0 and 0.
 */
final class ReferenceKeys {
    private final int slot;
    private final KeyedHash hash;
    private long[] high = new long[64];
    private long[] low = new long[64];
    private int known;
    private int generation = -1;

    /** @param hash under the key of the other source */
    ReferenceKeys(int slot, KeyedHash hash) {
        this.slot = slot;
        this.hash = hash;
    }

    void writeTo(VerbatimBatch batch, IncidentColumns target) {
        learn(batch.dictionary(slot));
        int[] ids = batch.labelIds(slot);
        for (int row = 0; row < batch.size(); row++) {
            target.referenceHigh[row] = high[ids[row]];
            target.referenceLow[row] = low[ids[row]];
        }
    }

    private void learn(LabelDictionary dictionary) {
        if (dictionary.generation() != generation) {
            generation = dictionary.generation();
            known = 0;
        }
        int size = dictionary.size();
        if (size > high.length) {
            high = Arrays.copyOf(high, Math.max(size, high.length * 2));
            low = Arrays.copyOf(low, high.length);
        }
        for (; known < size; known++) {
            byte[] id = dictionary.label(known).getBytes(StandardCharsets.UTF_8);
            hash.hash(id, 0, id.length);
            high[known] = id.length == 0 ? 0 : hash.first();
            low[known] = id.length == 0 ? 0 : hash.second();
        }
    }
}
