package org.vigil.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.vigil.extract.LabelDictionary;
import org.vigil.extract.ReadingPlan;
import org.vigil.extract.VerbatimBatch;
import org.vigil.profile.SourceProfile;

/**
 * How many records hold each word of each column: records whose row is whole and that the profile does not leave out. One object serves one split; not
 * safe for use by several threads.
 */
final class LabelCounts implements Consumer<VerbatimBatch> {
    /** Distinct words kept of a column; no vocabulary has so many. */
    private static final int MOST_LABELS = 100_000;

    private final List<Map<String, Long>> bySlot = new ArrayList<>();
    private final List<SourceProfile.OutOfScope> outOfScope;
    private final ReadingPlan plan;
    private final boolean[] counted = new boolean[VerbatimBatch.CAPACITY];
    private int[] byId = new int[64];
    private final int[] met = new int[VerbatimBatch.CAPACITY];

    LabelCounts(SourceProfile profile, ReadingPlan plan) {
        this.plan = plan;
        this.outOfScope = profile.outOfScope();
        for (int slot = 0; slot < plan.slotCount(); slot++) {
            bySlot.add(new HashMap<>());
        }
    }

    /** Records by the word of a column, outer white space removed; nothing for ids of another source. */
    Map<String, Long> of(String column) {
        return bySlot.get(plan.slot(column));
    }

    @Override
    public void accept(VerbatimBatch batch) {
        for (int row = 0; row < batch.size(); row++) {
            counted[row] = batch.problems()[row] == 0;
        }
        outOfScope.forEach(rule -> leaveOut(batch, plan.slot(rule.column()), rule.labels()));
        for (int slot = 0; slot < bySlot.size(); slot++) {
            if (!plan.isReference(slot)) {
                count(batch, slot);
            }
        }
    }

    /** Adds what another split held. */
    void add(LabelCounts other) {
        for (int slot = 0; slot < bySlot.size(); slot++) {
            Map<String, Long> labels = bySlot.get(slot);
            other.bySlot.get(slot).forEach((label, records) -> add(labels, label, records));
        }
    }

    private void leaveOut(VerbatimBatch batch, int slot, Set<String> labels) {
        int[] ids = batch.labelIds(slot);
        LabelDictionary dictionary = batch.dictionary(slot);
        for (int row = 0; row < batch.size(); row++) {
            counted[row] &= !labels.contains(dictionary.label(ids[row]).strip());
        }
    }

    private void count(VerbatimBatch batch, int slot) {
        int[] ids = batch.labelIds(slot);
        LabelDictionary dictionary = batch.dictionary(slot);
        if (byId.length < dictionary.size()) {
            byId = new int[dictionary.size() * 2];
        }
        int size = 0;
        for (int row = 0; row < batch.size(); row++) {
            if (counted[row] && byId[ids[row]]++ == 0) {
                met[size++] = ids[row];
            }
        }
        for (int i = 0; i < size; i++) {
            add(bySlot.get(slot), dictionary.label(met[i]).strip(), byId[met[i]]);
            byId[met[i]] = 0;
        }
    }

    private static void add(Map<String, Long> labels, String label, long records) {
        if (labels.size() < MOST_LABELS || labels.containsKey(label)) {
            labels.merge(label, records, Long::sum);
        }
    }
}
