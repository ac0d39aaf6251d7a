package org.vigil.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigil.extract.ReadingPlan;
import org.vigil.extract.VerbatimBatch;
import org.vigil.incident.Wording;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.SourceProfile;

/**
 * The publisher's words of a verbatim batch for the mapped columns, as they are kept beside the codes.
 *
 * <p>Where a profile reads a field from several columns, their words stand one after the other, with {@link #SEPARATOR} between. One instance
 * serves one split; not safe for use by several threads.
 */
public final class RetainedWords implements Wording {
    /** Stands between the words of several columns: the unit separator of ASCII, which no publisher writes. */
    public static final char SEPARATOR = '\u001f';

    /** The field of each mapped column of the canonical incident. */
    static final List<Field> FIELDS = List.of(
            Field.RECORD_CLASS,
            Field.AREA,
            Field.TARGET_COMMUNITIES,
            Field.STRANDS,
            Field.OFFENCE_GROUP,
            Field.LOCATION_TYPE,
            Field.CONTEXT,
            Field.REPORTING_SOURCE,
            Field.OUTCOME);

    private final int[][] slots = new int[FIELDS.size()][];
    private final @Nullable Joined[] joined = new Joined[FIELDS.size()];
    private @Nullable VerbatimBatch batch;

    public RetainedWords(SourceProfile profile, ReadingPlan plan) {
        for (int c = 0; c < slots.length; c++) {
            slots[c] = profile.reading(FIELDS.get(c))
                    .filter(FieldReading.Labels.class::isInstance)
                    .map(reading ->
                            reading.columns().stream().mapToInt(plan::slot).toArray())
                    .orElse(new int[0]);
            joined[c] = slots[c].length > 1 ? new Joined() : null;
        }
    }

    /** Turns to the next batch. */
    public RetainedWords of(VerbatimBatch next) {
        batch = next;
        for (Joined several : joined) {
            if (several != null) {
                several.isJoined = false;
            }
        }
        return this;
    }

    @Override
    public boolean has(int column) {
        return slots[column].length > 0;
    }

    @Override
    public int idOf(int column, int row) {
        Joined several = joined[column];
        return several != null
                ? several.idsOf(current(), slots[column])[row]
                : current().labelIds(slots[column][0])[row];
    }

    @Override
    public String text(int column, int id) {
        Joined several = joined[column];
        return several != null
                ? several.texts.get(id)
                : current().dictionary(slots[column][0]).label(id);
    }

    @Override
    public int generation(int column) {
        return joined[column] != null
                ? 0
                : current().dictionary(slots[column][0]).generation();
    }

    private VerbatimBatch current() {
        return java.util.Objects.requireNonNull(batch, "no batch");
    }

    /** The words of several columns as one. */
    private static final class Joined {
        private final Map<List<Integer>, Integer> idByLabels = new HashMap<>();
        private final Map<String, Integer> idByText = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private final int[] ids = new int[VerbatimBatch.CAPACITY];

        /** Joined when first asked for, once a batch. */
        private boolean isJoined;

        int[] idsOf(VerbatimBatch batch, int[] slots) {
            if (!isJoined) {
                isJoined = true;
                join(batch, slots);
            }
            return ids;
        }

        private void join(VerbatimBatch batch, int[] slots) {
            // Label ids may mean other labels in the next batch; the joined texts stay.
            idByLabels.clear();
            for (int row = 0; row < batch.size(); row++) {
                int at = row;
                List<Integer> labels = Arrays.stream(slots)
                        .mapToObj(slot -> batch.labelIds(slot)[at])
                        .toList();
                ids[row] = idByLabels.computeIfAbsent(labels, l -> idOf(textOf(batch, slots, l)));
            }
        }

        private static String textOf(VerbatimBatch batch, int[] slots, List<Integer> labels) {
            StringBuilder text = new StringBuilder();
            for (int s = 0; s < slots.length; s++) {
                text.append(s == 0 ? "" : SEPARATOR)
                        .append(batch.dictionary(slots[s]).label(labels.get(s)));
            }
            return text.toString();
        }

        private int idOf(String text) {
            return idByText.computeIfAbsent(text, t -> {
                texts.add(t);
                return texts.size() - 1;
            });
        }
    }
}
