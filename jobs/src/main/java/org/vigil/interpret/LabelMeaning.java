package org.vigil.interpret;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.vigil.extract.LabelDictionary;
import org.vigil.extract.VerbatimBatch;

/** The meaning of each distinct label of one column, found out when the label is first met; outer white space, line ends included, means nothing. */
final class LabelMeaning {
    private final int slot;
    private final ToIntFunction<String> meaningOf;
    private int[] meanings = new int[64];
    private int known;
    private int generation = -1;

    LabelMeaning(int slot, ToIntFunction<String> meaningOf) {
        this.slot = slot;
        this.meaningOf = meaningOf;
    }

    /** The meanings by label id, complete for this batch. */
    int[] meaningsFor(VerbatimBatch batch) {
        LabelDictionary dictionary = batch.dictionary(slot);
        if (dictionary.generation() != generation) {
            generation = dictionary.generation();
            known = 0;
        }
        int labels = dictionary.size();
        if (labels > meanings.length) {
            meanings = Arrays.copyOf(meanings, Math.max(labels, meanings.length * 2));
        }
        for (; known < labels; known++) {
            meanings[known] = meaningOf.applyAsInt(dictionary.label(known).strip());
        }
        return meanings;
    }

    int[] labelIds(VerbatimBatch batch) {
        return batch.labelIds(slot);
    }

    /** Writes the meaning of every record's label. */
    void writeTo(VerbatimBatch batch, int[] target) {
        int[] byLabel = meaningsFor(batch);
        int[] ids = labelIds(batch);
        for (int row = 0; row < batch.size(); row++) {
            target[row] = byLabel[ids[row]];
        }
    }
}
