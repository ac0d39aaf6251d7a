package org.vigil.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigil.extract.ColumnSample;
import org.vigil.extract.ExtractInspection;
import org.vigil.extract.LabelDictionary;
import org.vigil.extract.ReadingPlan;
import org.vigil.extract.VerbatimBatch;
import org.vigil.identifier.ColumnRole;
import org.vigil.identifier.ColumnSign;
import org.vigil.identifier.ColumnSigns;
import org.vigil.identifier.IdentifierKind;
import org.vigil.identifier.ValueSigns;
import org.vigil.profile.IdentifyingColumn;
import org.vigil.profile.SourceProfile;

/**
 * Refuses an extract that seems to hold direct identifiers: by the names of all its columns, by a sample of the values of all its columns, and by every
 * label among the first records of the columns that are read. A record number is hashed before anything else sees it, so that a number of ten digits is no
 * telephone number there; what the profile maps is a code and no identifier.
 *
 * <p>A sentence says which column and what it seems to hold, never a value; a name that the profile does not know is replaced by the column's
 * position. One gate serves one extract; not safe for use by several threads.
 */
public final class IdentifierGate {
    private final int[] looked;
    private final int[] generations;
    private final ReadingPlan plan;
    private final ColumnRoles roles;
    private final boolean[] isOfWords;

    /** A gate for one extract. */
    public IdentifierGate(SourceProfile profile, ReadingPlan plan) {
        this.plan = plan;
        this.roles = new ColumnRoles(profile, plan);
        this.looked = new int[plan.slotCount()];
        this.generations = new int[plan.slotCount()];
        Arrays.fill(generations, -1);
        this.isOfWords = new boolean[plan.slotCount()];
        for (int slot = 0; slot < isOfWords.length; slot++) {
            isOfWords[slot] = roles.ofSlot(slot) == ColumnRole.LABEL;
        }
    }

    /**
     * What columns give away, as {@code column 7 holds what looks like a postcode}.
     *
     * @param refused a sentence for each column for which the extract is refused
     * @param remarked a sentence for each column that is not read and may hold something
     */
    public record Findings(List<String> refused, List<String> remarked) {
        public Findings {
            refused = List.copyOf(refused);
            remarked = List.copyOf(remarked);
        }
    }

    /**
     * What the names of all columns and a sample of their values give away; of each column one sentence, by its name ({@code column 7 is headed like a person's name})
     * or by the worst of its values.
     */
    public Findings findIn(ExtractInspection inspection, ColumnSample sample) {
        List<String> refused = new ArrayList<>();
        List<String> remarked = new ArrayList<>();
        for (int column = 0; column < plan.columnCount(); column++) {
            int place = column + 1;
            Optional<String> headed = IdentifyingColumn.find(inspection.header().get(column))
                    .map(kind -> "column " + place + " is headed like " + kind);
            List<ColumnSign> signs =
                    ColumnSigns.of(roles.unknown(column, sample.values(column)), roles.ofColumn(column));
            if (headed.isPresent()) {
                refused.add(headed.get());
            } else if (!signs.isEmpty()) {
                ColumnSign worst = signs.get(0);
                (worst.isRefused() ? refused : remarked).add(sentence(column, worst.kind()));
            }
        }
        return new Findings(refused, remarked);
    }

    /** What the labels of a batch that were not met before give away beyond doubt, as {@code the column "Offence" holds what looks like a postcode}. */
    public Optional<String> findIn(VerbatimBatch batch) {
        for (int slot = 0; slot < looked.length; slot++) {
            if (!isOfWords[slot]) {
                continue;
            }
            LabelDictionary dictionary = batch.dictionary(slot);
            if (dictionary.generation() != generations[slot]) {
                generations[slot] = dictionary.generation();
                looked[slot] = 0;
            }
            for (; looked[slot] < dictionary.size(); looked[slot]++) {
                String label = dictionary.label(looked[slot]);
                Optional<IdentifierKind> kind = ValueSigns.findCertain(label);
                if (kind.isPresent() && !roles.isKnown(slot, label)) {
                    return Optional.of("the column \"" + plan.slotName(slot) + "\" holds what looks like "
                            + kind.get().label());
                }
            }
        }
        return Optional.empty();
    }

    /** What a label seems to be, with its article, even if it could be something else; nothing for a harmless one. */
    public static Optional<String> findKind(String label) {
        return ValueSigns.find(label).map(IdentifierKind::label);
    }

    private String sentence(int column, IdentifierKind kind) {
        int slot = plan.slotOfColumn(column);
        String subject = slot < 0 ? "column " + (column + 1) : "the column \"" + plan.slotName(slot) + '"';
        return subject + " holds what looks like " + kind.label();
    }
}
