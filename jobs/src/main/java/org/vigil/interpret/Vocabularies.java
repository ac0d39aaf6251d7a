package org.vigil.interpret;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeList;
import org.vigil.incident.CodeLists;
import org.vigil.incident.CodeSets;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.RecordClass;
import org.vigil.incident.Strand;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.SourceProfile;

/** From the words of a source to the indexes of our code lists, as one profile declares it. */
final class Vocabularies {
    private final SourceProfile profile;
    private final Geography geography;

    Vocabularies(SourceProfile profile, Geography geography) {
        this.profile = profile;
        this.geography = geography;
    }

    /** Meaning of a label as one code index. */
    ToIntFunction<String> single(Field field, FieldReading.Labels reading) {
        Function<String, Optional<int[]>> codes = lookup(field, reading);
        return label -> codes.apply(label).map(found -> found[0]).orElse(IncidentColumns.UNMAPPED);
    }

    /** Whether a word has a meaning, be it that it marks nothing. */
    Predicate<String> known(Field field, FieldReading.Labels reading) {
        Function<String, Optional<int[]>> codes = lookup(field, reading);
        return word -> codes.apply(word).isPresent();
    }

    /** Meaning of a label, or of a list of labels, as the id of a set in {@code sets}. One unmapped word leaves the whole unmapped; none at all is no mark. */
    ToIntFunction<String> set(Field field, FieldReading.Labels reading, CodeSets sets) {
        Function<String, Optional<int[]>> codes = lookup(field, reading);
        return label -> {
            int set = sets.idOf(0, 0);
            if (isUnmarked(field, label, reading)) {
                return set;
            }
            for (String word : words(label, reading)) {
                Optional<int[]> found = codes.apply(word);
                if (found.isEmpty()) {
                    return IncidentColumns.UNMAPPED;
                }
                set = sets.union(set, sets.idOf(found.get()));
            }
            return set;
        };
    }

    /** Of marks beside the incident no word means that no mark was set, unless the profile says what it means. */
    static boolean isUnmarked(Field field, String label, FieldReading.Labels reading) {
        return label.isEmpty() && field.isMark() && !reading.labels().containsKey("");
    }

    /** The code that every record has where no word of the source says it: the profile's constant, or what stands for unknown. */
    int unworded(Field field) {
        return constant(field)
                .map(codes -> indexOf(field, codes.get(0)).orElse(IncidentColumns.UNMAPPED))
                .orElseGet(() -> absent(field));
    }

    /** Likewise of a set, as its id in {@code sets}. */
    int unwordedSet(Field field, CodeSets sets) {
        return constant(field)
                .map(codes -> sets.idOf(codes.stream()
                        .mapToInt(code -> indexOf(field, code).orElseThrow())
                        .toArray()))
                .orElseGet(() -> {
                    int absent = absent(field);
                    return absent < 0 ? sets.idOf(0, 0) : sets.idOf(new int[] {absent});
                });
    }

    private int absent(Field field) {
        return switch (field) {
            case RECORD_CLASS -> 0;
            case AREA -> geography.indexOf(geography.unknownAreaCode()).orElseThrow();
            case TARGET_COMMUNITIES, STRANDS, CONTEXT -> IncidentColumns.UNMAPPED;
            default -> unknown(field);
        };
    }

    private Optional<List<String>> constant(Field field) {
        return profile.reading(field)
                .filter(FieldReading.Constant.class::isInstance)
                .map(reading -> ((FieldReading.Constant) reading).codes());
    }

    /** Index of a code of a field's code list. */
    OptionalInt indexOf(Field field, String code) {
        return switch (field) {
            case RECORD_CLASS -> ordinal(RecordClass.find(code).map(Enum::ordinal));
            case STRANDS -> ordinal(Strand.find(code).map(Enum::ordinal));
            case TARGET_COMMUNITIES -> CodeLists.communities().indexOf(code);
            case AREA -> geography.indexOf(code);
            default -> codeList(field).indexOf(code);
        };
    }

    /** Index of the code for what the source does not state, where a field has one. */
    static int notStated(Field field) {
        return codeList(field).indexOf(CodeLists.NOT_STATED).orElse(IncidentColumns.UNMAPPED);
    }

    /** Index of the code for what the source never says. */
    static int unknown(Field field) {
        return codeList(field).indexOf(CodeLists.UNKNOWN).orElse(IncidentColumns.UNMAPPED);
    }

    private static CodeList codeList(Field field) {
        return switch (field) {
            case OFFENCE_GROUP -> CodeLists.offenceGroups();
            case LOCATION_TYPE -> CodeLists.locationTypes();
            case CONTEXT -> CodeLists.contexts();
            case REPORTING_SOURCE -> CodeLists.reportingSources();
            case OUTCOME -> CodeLists.outcomes();
            default -> throw new IllegalArgumentException("Field " + field.code() + " has no code list of its own");
        };
    }

    private Function<String, Optional<int[]>> lookup(Field field, FieldReading.Labels reading) {
        Map<String, int[]> declared = new HashMap<>();
        reading.labels().forEach((label, codes) -> declared.put(fold(label, reading), indexes(field, codes)));
        return word -> {
            int[] found = declared.get(fold(word, reading));
            if (found != null) {
                return Optional.of(found);
            }
            OptionalInt index = switch (reading.vocabulary()) {
                case DECLARED -> OptionalInt.empty();
                case CODES -> indexOf(field, word);
                case GEOGRAPHY -> geography.findIndex(word);
            };
            return index.isPresent() ? Optional.of(new int[] {index.getAsInt()}) : blank(field, word);
        };
    }

    /** What an empty cell means where the profile says nothing of it: unknown area, no context, else not stated. */
    private Optional<int[]> blank(Field field, String word) {
        if (!word.isEmpty()) {
            return Optional.empty();
        }
        return switch (field) {
            case AREA ->
                Optional.of(new int[] {
                    geography.indexOf(geography.unknownAreaCode()).orElseThrow()
                });
            case OFFENCE_GROUP, LOCATION_TYPE, REPORTING_SOURCE, OUTCOME -> Optional.of(new int[] {notStated(field)});
            default -> Optional.empty();
        };
    }

    private int[] indexes(Field field, List<String> codes) {
        return codes.stream()
                .mapToInt(code -> indexOf(field, code)
                        .orElseThrow(() -> new IllegalStateException(
                                "Profile " + profile.code() + " maps a label to an unknown code: " + code)))
                .toArray();
    }

    static List<String> words(String label, FieldReading.Labels reading) {
        if (reading.separator().isEmpty()) {
            return List.of(label);
        }
        String separator = reading.separator().get();
        List<String> words = new java.util.ArrayList<>();
        int from = 0;
        for (int at = label.indexOf(separator); at >= 0; at = label.indexOf(separator, from)) {
            words.add(label.substring(from, at).strip());
            from = at + separator.length();
        }
        words.add(label.substring(from).strip());
        return words;
    }

    private static String fold(String label, FieldReading.Labels reading) {
        return reading.ignoresCase() ? label.toLowerCase(Locale.ROOT) : label;
    }

    private static OptionalInt ordinal(java.util.Optional<Integer> ordinal) {
        return ordinal.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
