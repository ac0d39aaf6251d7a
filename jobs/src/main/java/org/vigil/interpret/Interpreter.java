package org.vigil.interpret;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.vigil.extract.ReadingPlan;
import org.vigil.extract.VerbatimBatch;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.CodeSets;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.KeyedHash;
import org.vigil.incident.TargetCommunity;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.Identity;
import org.vigil.profile.SourceProfile;

/**
 * Turns the verbatim batches of one split into codes, dates and pseudonymous keys.
 *
 * <p>A label is interpreted when it is first met and looked up by its id ever after; only the identity is worked on for each row, and it leaves as
 * a keyed hash. One interpreter serves one split; not safe for use by several threads.
 */
public final class Interpreter {
    /** Reads one field of all records of a batch. */
    private interface FieldReader {
        void read(VerbatimBatch batch, InterpretedBatch target);
    }

    private final InterpretedBatch interpreted;
    private final List<FieldReader> readers = new ArrayList<>();
    private final SourceProfile profile;
    private final ReadingPlan plan;
    private final Vocabularies vocabularies;
    private final KeyedHash hash;
    private final ByteBuffer content = ByteBuffer.allocate(128);

    /**
     * @param profile the declared reading
     * @param plan where its columns stand in the batches
     * @param geography the profile's geography
     * @param hash under the key of this source
     * @param ofReferences under the key of the source whose record numbers this one notes; empty if they are not wanted
     */
    public Interpreter(
            SourceProfile profile,
            ReadingPlan plan,
            Geography geography,
            KeyedHash hash,
            Optional<KeyedHash> ofReferences) {
        this.profile = profile;
        this.plan = plan;
        this.vocabularies = new Vocabularies(profile, geography);
        this.hash = hash;
        this.interpreted = new InterpretedBatch(
                ofReferences.isPresent()
                        ? IncidentColumns.withReferences(VerbatimBatch.CAPACITY)
                        : new IncidentColumns(VerbatimBatch.CAPACITY));
        IncidentColumns c = interpreted.columns;
        single(Field.RECORD_CLASS, c.recordClass);
        single(Field.AREA, c.area);
        single(Field.REPORTING_SOURCE, c.reportingSource);
        single(Field.OUTCOME, c.outcome);
        set(Field.TARGET_COMMUNITIES, c.communitySet, c.communities);
        set(Field.OFFENCE_GROUP, c.offenceGroupSet, c.offenceGroups);
        set(Field.LOCATION_TYPE, c.locationTypeSet, c.locationTypes);
        set(Field.CONTEXT, c.contextSet, c.contexts);
        strands(c);
        date(Field.RECORDED_DATE, c.recorded);
        date(Field.OCCURRED_DATE, c.occurred);
        withdrawn(c);
        count(c);
        ofReferences.ifPresent(under -> profile.sharedReference().ifPresent(shared -> {
            ReferenceKeys keys = new ReferenceKeys(plan.slot(shared.column()), under);
            readers.add((batch, t) -> keys.writeTo(batch, c));
        }));
        profile.outOfScope().forEach(this::outOfScope);
    }

    /** Interprets a batch. The result is valid until the next call. */
    public InterpretedBatch interpret(VerbatimBatch batch) {
        interpreted.size = batch.size();
        interpreted.problems = batch.problems();
        Arrays.fill(interpreted.remarks, 0, batch.size(), 0);
        System.arraycopy(batch.rowNumbers(), 0, interpreted.columns.rowNumber, 0, batch.size());
        System.arraycopy(batch.partNumbers(), 0, interpreted.columns.partNumber, 0, batch.size());
        for (FieldReader reader : readers) {
            reader.read(batch, interpreted);
        }
        identify(batch);
        return interpreted;
    }

    private void identify(VerbatimBatch batch) {
        long[] high = interpreted.columns.keyHigh;
        long[] low = interpreted.columns.keyLow;
        boolean isAnonymous = profile.identity().kind() == Identity.Kind.NONE;
        boolean isSourceId = profile.identity().kind() == Identity.Kind.SOURCE_ID
                || profile.identity().kind() == Identity.Kind.SOURCE_ID_MERGED;
        byte[] bytes = batch.identityBytes();
        int from = 0;
        for (int row = 0; row < batch.size(); row++) {
            if (isAnonymous) {
                hashContent(interpreted.columns, row);
            } else {
                int to = batch.identityEnds()[row];
                if (to == from) {
                    interpreted.remarks[row] |= InterpretedBatch.IDENTITY_MISSING;
                } else if (isSourceId && isRoundedNumber(bytes, from, to)) {
                    interpreted.remarks[row] |= InterpretedBatch.IDENTITY_DAMAGED;
                }
                hash.hash(bytes, from, to);
                from = to;
            }
            high[row] = hash.first();
            low[row] = hash.second();
        }
    }

    /** Records that nothing names are known by what they say: alike records have one key. */
    private void hashContent(IncidentColumns c, int row) {
        content.clear();
        content.putInt(c.occurred[row])
                .putInt(c.recorded[row])
                .putInt(c.recordClass[row])
                .putInt(c.area[row])
                .putInt(c.strands[row])
                .putInt(c.reportingSource[row])
                .putInt(c.outcome[row])
                .putInt(c.withdrawn[row] ? 1 : 0)
                .putInt(c.incidentCount[row]);
        putSet(c.communities, c.communitySet[row]);
        putSet(c.offenceGroups, c.offenceGroupSet[row]);
        putSet(c.locationTypes, c.locationTypeSet[row]);
        putSet(c.contexts, c.contextSet[row]);
        if (c.hasReferences()) {
            content.putLong(c.referenceHigh[row]).putLong(c.referenceLow[row]);
        }
        hash.hash(content.array(), 0, content.position());
    }

    private void putSet(CodeSets sets, int id) {
        content.putLong(id < 0 ? -1 : sets.highBits(id)).putLong(id < 0 ? -1 : sets.lowBits(id));
    }

    /** Whether a spreadsheet has written a long number as {@code 2.02105E+14}. */
    private static boolean isRoundedNumber(byte[] bytes, int from, int to) {
        for (int i = from + 1; i + 2 < to; i++) {
            if ((bytes[i] == 'E' || bytes[i] == 'e') && bytes[i + 1] == '+') {
                return isDigits(bytes, i + 2, to) && (bytes[from] >= '0' && bytes[from] <= '9');
            }
        }
        return false;
    }

    private static boolean isDigits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private void single(Field field, int[] target) {
        Optional<FieldReading> reading = profile.reading(field);
        if (reading.isPresent() && reading.get() instanceof FieldReading.Labels labels) {
            LabelMeaning meaning =
                    new LabelMeaning(plan.slot(labels.columns().get(0)), vocabularies.single(field, labels));
            readers.add((batch, t) -> meaning.writeTo(batch, target));
        } else {
            int constant = vocabularies.unworded(field);
            readers.add((batch, t) -> Arrays.fill(target, 0, batch.size(), constant));
        }
    }

    private void set(Field field, int[] target, CodeSets sets) {
        Optional<FieldReading> reading = profile.reading(field);
        if (reading.isPresent() && reading.get() instanceof FieldReading.Labels labels) {
            ToIntFunction<String> meaningOf = vocabularies.set(field, labels, sets);
            List<LabelMeaning> meanings = labels.columns().stream()
                    .map(column -> new LabelMeaning(plan.slot(column), meaningOf))
                    .toList();
            readers.add((batch, t) -> {
                meanings.get(0).writeTo(batch, target);
                meanings.stream().skip(1).forEach(m -> uniteInto(m, batch, target, sets));
            });
        } else {
            int constant = vocabularies.unwordedSet(field, sets);
            readers.add((batch, t) -> Arrays.fill(target, 0, batch.size(), constant));
        }
    }

    private static void uniteInto(LabelMeaning meaning, VerbatimBatch batch, int[] target, CodeSets sets) {
        int[] byLabel = meaning.meaningsFor(batch);
        int[] ids = meaning.labelIds(batch);
        for (int row = 0; row < batch.size(); row++) {
            int other = byLabel[ids[row]];
            target[row] = target[row] < 0 || other < 0 ? IncidentColumns.UNMAPPED : sets.union(target[row], other);
        }
    }

    /**
     * Strands as the source states them, even where its word says less than the community; a record of which it states none of ours has those that
     * its communities leave no choice about.
     */
    private void strands(IncidentColumns c) {
        CodeSets sets = new CodeSets();
        int none = sets.idOf(0, 0);
        set(Field.STRANDS, c.strands, sets);
        readers.add((batch, t) -> {
            for (int row = 0; row < batch.size(); row++) {
                int set = c.strands[row];
                c.strands[row] = set == none
                        ? certainStrands(c.communities, c.communitySet[row])
                        : set < 0 ? IncidentColumns.UNMAPPED : (int) sets.lowBits(set);
            }
        });
    }

    /** Bits of the strands that a set of communities leaves no choice about; none for a set that is {@link IncidentColumns#UNMAPPED}. */
    static int certainStrands(CodeSets communities, int set) {
        int strands = 0;
        if (set >= 0) {
            for (int community : communities.members(set)) {
                TargetCommunity target = CodeLists.communities().get(community);
                if (target.strands().size() == 1) {
                    strands |= 1 << target.strands().get(0).ordinal();
                }
            }
        }
        return strands;
    }

    private void date(Field field, int[] target) {
        FieldReading reading = profile.reading(field).orElse(null);
        if (reading instanceof FieldReading.Date date) {
            LabelMeaning meaning = new LabelMeaning(plan.slot(date.column()), new DateWords(date));
            readers.add((batch, t) -> meaning.writeTo(batch, target));
        } else if (reading instanceof FieldReading.YearAndMonth yearAndMonth) {
            yearAndMonth(yearAndMonth, target);
        } else {
            readers.add((batch, t) -> Arrays.fill(target, 0, batch.size(), IncidentDate.MISSING));
        }
    }

    private void yearAndMonth(FieldReading.YearAndMonth reading, int[] target) {
        LabelMeaning years = new LabelMeaning(plan.slot(reading.yearColumn()), WholeNumbers::read);
        LabelMeaning months = new LabelMeaning(plan.slot(reading.monthColumn()), WholeNumbers::read);
        int[] bound = reading.notAfter()
                .map(f -> f == Field.RECORDED_DATE ? interpreted.columns.recorded : interpreted.columns.occurred)
                .orElse(null);
        readers.add((batch, t) -> {
            int[] yearOf = years.meaningsFor(batch);
            int[] monthOf = months.meaningsFor(batch);
            int[] yearIds = years.labelIds(batch);
            int[] monthIds = months.labelIds(batch);
            for (int row = 0; row < batch.size(); row++) {
                int year = yearOf[yearIds[row]];
                int month = monthOf[monthIds[row]];
                int date = year == WholeNumbers.EMPTY || month == WholeNumbers.EMPTY
                        ? IncidentDate.MISSING
                        : IncidentDate.ofMonth(year, month);
                if (bound != null
                        && IncidentDate.isKnown(date)
                        && IncidentDate.isKnown(bound[row])
                        && IncidentDate.epochDay(date) > IncidentDate.epochDay(bound[row])) {
                    date = IncidentDate.ofMonth(year - 1, month);
                    t.remarks[row] |= InterpretedBatch.YEAR_CORRECTED;
                }
                target[row] = date;
            }
        });
    }

    /** An empty cell that the profile does not mention is a mark that was not set; any other undeclared word is unknown. */
    private void withdrawn(IncidentColumns c) {
        if (profile.reading(Field.WITHDRAWN).orElse(null) instanceof FieldReading.YesNo yesNo) {
            LabelMeaning meaning = new LabelMeaning(plan.slot(yesNo.column()), label -> {
                if (yesNo.yes().contains(label)) {
                    return 1;
                }
                return label.isEmpty() || yesNo.no().contains(label) ? 0 : IncidentColumns.UNMAPPED;
            });
            readers.add((batch, t) -> {
                int[] byLabel = meaning.meaningsFor(batch);
                int[] ids = meaning.labelIds(batch);
                for (int row = 0; row < batch.size(); row++) {
                    int word = byLabel[ids[row]];
                    c.withdrawn[row] = word == 1;
                    t.remarks[row] |= word < 0 ? InterpretedBatch.YES_NO_UNKNOWN : 0;
                }
            });
        }
    }

    private void count(IncidentColumns c) {
        if (profile.reading(Field.INCIDENT_COUNT).orElse(null) instanceof FieldReading.Count count) {
            LabelMeaning meaning = new LabelMeaning(plan.slot(count.column()), WholeNumbers::read);
            readers.add((batch, t) -> meaning.writeTo(batch, c.incidentCount));
        } else {
            Arrays.fill(c.incidentCount, 1);
        }
    }

    private void outOfScope(SourceProfile.OutOfScope rule) {
        LabelMeaning meaning = new LabelMeaning(
                plan.slot(rule.column()), label -> rule.labels().contains(label) ? 1 : 0);
        readers.add((batch, t) -> {
            int[] byLabel = meaning.meaningsFor(batch);
            int[] ids = meaning.labelIds(batch);
            for (int row = 0; row < batch.size(); row++) {
                t.remarks[row] |= byLabel[ids[row]] * InterpretedBatch.OUT_OF_SCOPE;
            }
        });
    }
}
