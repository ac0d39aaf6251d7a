package org.vigil.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.vigil.geography.Geography;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.CodeSets;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.Wording;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.SourceProfile;

/**
 * What retained words mean under a profile: the codes that the {@link Interpreter} would give a record with these words.
 *
 * <p>Of records that were united into one incident, sets unite and the first record says the rest. Each distinct text is worked on once. Not safe for
 * use by several threads.
 */
public final class RetainedMeaning {
    private final IncidentColumns columns;
    private final Map<Field, Reading> readings = new HashMap<>();
    private final CodeSets strands = new CodeSets();
    private final int noStrands = strands.idOf(0, 0);

    /**
     * @param profile the declared reading
     * @param geography the profile's geography
     * @param columns where codes are written, and whose dictionaries hold the sets
     */
    public RetainedMeaning(SourceProfile profile, Geography geography, IncidentColumns columns) {
        this.columns = columns;
        Vocabularies vocabularies = new Vocabularies(profile, geography);
        for (Field field : RetainedWords.FIELDS) {
            FieldReading declared = profile.reading(field).orElse(null);
            CodeSets sets = setsOf(field);
            if (declared instanceof FieldReading.Labels labels) {
                readings.put(field, new Reading(true, meaning(vocabularies, field, labels, sets), 0));
            } else {
                int always = isSet(field) ? vocabularies.unwordedSet(field, sets) : vocabularies.unworded(field);
                readings.put(field, new Reading(false, text -> always, always));
            }
        }
    }

    /**
     * Writes the codes of one row of words.
     *
     * @param words the retained words
     * @param row their row
     * @param at row of the columns that is written
     * @return bits of the places in {@link CanonicalIncident#MAPPED} whose words have no meaning; 0 if all have one
     */
    public int read(Wording words, int row, int at) {
        columns.recordClass[at] = first(Field.RECORD_CLASS, words, row);
        columns.area[at] = first(Field.AREA, words, row);
        columns.reportingSource[at] = first(Field.REPORTING_SOURCE, words, row);
        columns.outcome[at] = first(Field.OUTCOME, words, row);
        columns.communitySet[at] = united(Field.TARGET_COMMUNITIES, words, row);
        columns.offenceGroupSet[at] = united(Field.OFFENCE_GROUP, words, row);
        columns.locationTypeSet[at] = united(Field.LOCATION_TYPE, words, row);
        columns.contextSet[at] = united(Field.CONTEXT, words, row);
        columns.strands[at] = strands(words, row);
        int unknown = 0;
        int[] meanings = {
            columns.recordClass[at],
            columns.area[at],
            columns.communitySet[at],
            columns.strands[at],
            columns.offenceGroupSet[at],
            columns.locationTypeSet[at],
            columns.contextSet[at],
            columns.reportingSource[at],
            columns.outcome[at]
        };
        for (int column = 0; column < meanings.length; column++) {
            unknown |= meanings[column] < 0 ? 1 << column : 0;
        }
        return unknown;
    }

    private int first(Field field, Wording words, int row) {
        return meanings(field, words, row)[0];
    }

    private int united(Field field, Wording words, int row) {
        int[] ofRecords = meanings(field, words, row);
        int set = ofRecords[0];
        for (int i = 1; i < ofRecords.length; i++) {
            set = set < 0 || ofRecords[i] < 0
                    ? IncidentColumns.UNMAPPED
                    : setsOf(field).union(set, ofRecords[i]);
        }
        return set;
    }

    /** Record by record, because a record without a mark of its own takes the strands of its own communities. */
    private int strands(Wording words, int row) {
        int[] marks = meanings(Field.STRANDS, words, row);
        int[] communities = meanings(Field.TARGET_COMMUNITIES, words, row);
        int bits = 0;
        for (int i = 0; i < Math.max(marks.length, communities.length); i++) {
            int mark = marks[Math.min(i, marks.length - 1)];
            if (mark < 0) {
                return IncidentColumns.UNMAPPED;
            }
            bits |= mark == noStrands
                    ? Interpreter.certainStrands(columns.communities, communities[Math.min(i, communities.length - 1)])
                    : (int) strands.lowBits(mark);
        }
        return bits;
    }

    private int[] meanings(Field field, Wording words, int row) {
        Reading reading = java.util.Objects.requireNonNull(readings.get(field));
        int column = RetainedWords.FIELDS.indexOf(field);
        if (!reading.hasWords) {
            return reading.constant;
        }
        String text = words.has(column) ? words.text(column, words.idOf(column, row)) : "";
        return reading.byText.computeIfAbsent(
                text,
                t -> split(t, Wording.RECORD_SEPARATOR).stream()
                        .mapToInt(reading.ofRecord)
                        .toArray());
    }

    /** Meaning of the words of one record, which stand in one or several columns. */
    private ToIntFunction<String> meaning(
            Vocabularies vocabularies, Field field, FieldReading.Labels labels, CodeSets sets) {
        if (!isSet(field)) {
            ToIntFunction<String> single = vocabularies.single(field, labels);
            return record -> single.applyAsInt(
                    split(record, RetainedWords.SEPARATOR).get(0).strip());
        }
        ToIntFunction<String> ofLabel = vocabularies.set(field, labels, sets);
        return record -> {
            int set = sets.idOf(0, 0);
            for (String label : split(record, RetainedWords.SEPARATOR)) {
                int other = ofLabel.applyAsInt(label.strip());
                if (other < 0) {
                    return IncidentColumns.UNMAPPED;
                }
                set = sets.union(set, other);
            }
            return set;
        };
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static boolean isSet(Field field) {
        return switch (field) {
            case TARGET_COMMUNITIES, STRANDS, OFFENCE_GROUP, LOCATION_TYPE, CONTEXT -> true;
            default -> false;
        };
    }

    private CodeSets setsOf(Field field) {
        return switch (field) {
            case TARGET_COMMUNITIES -> columns.communities;
            case OFFENCE_GROUP -> columns.offenceGroups;
            case LOCATION_TYPE -> columns.locationTypes;
            case CONTEXT -> columns.contexts;
            default -> strands;
        };
    }

    /** How one field is read from words. */
    private static final class Reading {
        final boolean hasWords;
        final ToIntFunction<String> ofRecord;
        final int[] constant;
        final Map<String, int[]> byText = new HashMap<>();

        Reading(boolean hasWords, ToIntFunction<String> ofRecord, int constant) {
            this.hasWords = hasWords;
            this.ofRecord = ofRecord;
            this.constant = new int[] {constant};
        }
    }
}
