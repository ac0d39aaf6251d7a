package org.vigil.profile;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigil.declaration.Declaration;

/** Reads how each field of an incident is read, and checks every code against its list. */
final class FieldReader {
    private FieldReader() {}

    /** Labels that say that nothing is known, and what they say. */
    static Map<String, List<String>> missing(Declaration declaration, List<String> allowed) {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (Declaration.Label label : declaration.labels("missing")) {
            String what = declaration.name("missing") + " \"" + label.label() + "\"";
            if (label.codes().size() > 1) {
                declaration.problemAt(
                        label.line(),
                        what + " has " + label.codes().size() + " codes",
                        "one code",
                        "Choose one of them.");
            }
            label.codes().stream()
                    .filter(code -> !allowed.contains(code))
                    .forEach(code -> declaration.unknownWord(label.line(), what, code, allowed));
            missing.put(label.label(), label.codes());
        }
        return missing;
    }

    /** The reading of every declared field without a problem; {@code missing} is what the profile says for all coded fields. */
    static Map<Field, FieldReading> read(Declaration root, String geography, Map<String, List<String>> missing) {
        List<String> codes = Arrays.stream(Field.values()).map(Field::code).toList();
        Map<Field, FieldReading> fields = new EnumMap<>(Field.class);
        root.mapping("fields", codes).ifPresent(declared -> {
            for (Field field : Field.values()) {
                declared.findMapping(field.code(), ProfileKeys.of(field))
                        .flatMap(reading -> reading(field, reading, geography, missing))
                        .ifPresent(reading -> fields.put(field, reading));
            }
            DateFieldReader.checkNotAfter(declared, fields);
            if (!declared.has(Field.OCCURRED_DATE.code()) && !declared.has(Field.RECORDED_DATE.code())) {
                declared.problemAt(
                        declared.line(),
                        "fields has neither occurred-date nor recorded-date",
                        "at least one of them",
                        "Declare the column that holds a date.");
            }
            for (Field needed : List.of(Field.AREA, Field.TARGET_COMMUNITIES)) {
                if (!declared.has(needed.code())) {
                    declared.problemAt(
                            declared.line(),
                            "fields has no " + needed.code(),
                            "a column or a constant",
                            "Declare fields." + needed.code() + ".");
                }
            }
        });
        return fields;
    }

    private static Optional<FieldReading> reading(
            Field field, Declaration declared, String geography, Map<String, List<String>> missing) {
        return switch (field) {
            case OCCURRED_DATE, RECORDED_DATE -> DateFieldReader.read(declared);
            case WITHDRAWN -> yesNo(declared);
            case INCIDENT_COUNT -> DeclaredColumns.column(declared, "column").map(FieldReading.Count::new);
            default -> coded(field, declared, geography, missing);
        };
    }

    private static Optional<FieldReading> coded(
            Field field, Declaration declared, String geography, Map<String, List<String>> missing) {
        Set<String> codes = KnownCodes.of(field, geography);
        if (declared.has("constant")) {
            refuseBeside(declared, "constant", ProfileKeys.CODED_FIELD);
            List<String> constant = declared.texts("constant");
            checkCodes(declared, declared.line("constant"), declared.name("constant"), constant, codes);
            return Optional.of(new FieldReading.Constant(constant));
        }
        List<String> columns = DeclaredColumns.columns(declared);
        FieldReading.Vocabulary vocabulary = declared.findOneOf("vocabulary", vocabularies())
                .orElse(field == Field.AREA ? FieldReading.Vocabulary.GEOGRAPHY : FieldReading.Vocabulary.DECLARED);
        if (vocabulary == FieldReading.Vocabulary.GEOGRAPHY && field != Field.AREA) {
            declared.problem(
                    "vocabulary",
                    declared.name("vocabulary") + " is geography",
                    "codes or declared",
                    "Only fields.area is read by names of areas.");
        }
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (Declaration.Label label :
                field.isMark() ? declared.labelsWithOrWithoutCodes("labels") : declared.labels("labels")) {
            String what = declared.name("labels") + " \"" + label.label() + "\"";
            checkCodes(declared, label.line(), what, label.codes(), codes);
            labels.put(label.label().strip(), label.codes());
        }
        if (vocabulary == FieldReading.Vocabulary.DECLARED && labels.isEmpty() && !columns.isEmpty()) {
            declared.problemAt(
                    declared.line(),
                    declared.name("labels") + " is missing",
                    "the words of the publisher with our codes",
                    "Add labels: or, if the file holds our own codes, vocabulary: codes.");
        }
        missing(declared, missingCodes(codes)).forEach((label, code) -> {
            if (labels.putIfAbsent(label.strip(), code) != null) {
                declared.problem(
                        "missing",
                        "\"" + label + "\" stands in " + declared.name("labels") + " and in "
                                + declared.name("missing"),
                        "",
                        "Remove one of the two.");
            }
        });
        missing.forEach((label, code) -> {
            if (codes.containsAll(code)) {
                labels.putIfAbsent(label.strip(), code);
            }
        });
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldReading.Labels(
                        columns,
                        declared.findText("separator"),
                        vocabulary,
                        labels,
                        declared.yesNo("ignore-case", false)));
    }

    /** The codes of a list that say that nothing is known; all of them while the list is not known. */
    private static List<String> missingCodes(Set<String> codes) {
        return KnownCodes.missing().stream()
                .filter(code -> codes.isEmpty() || codes.contains(code))
                .toList();
    }

    private static Map<String, FieldReading.Vocabulary> vocabularies() {
        return Arrays.stream(FieldReading.Vocabulary.values())
                .collect(Collectors.toMap(
                        vocabulary -> vocabulary.name().toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static void refuseBeside(Declaration declared, String key, List<String> keys) {
        keys.stream()
                .filter(other -> !other.equals(key) && declared.has(other))
                .forEach(other -> declared.problem(
                        other,
                        declared.name(other) + " stands beside " + key,
                        "one way of reading",
                        "Remove " + other + " or " + key + "."));
    }

    /** Reports codes that a list does not have, and codes named twice; any code passes while the list is not known. */
    static void checkCodes(Declaration declared, int line, String what, List<String> codes, Set<String> known) {
        if (!known.isEmpty()) {
            codes.stream()
                    .filter(code -> !known.contains(code))
                    .forEach(code -> declared.unknownWord(line, what, code, known));
        }
        if (new HashSet<>(codes).size() < codes.size()) {
            declared.problemAt(line, what + " names a code twice", "each code once", "Remove one of them.");
        }
    }

    private static Optional<FieldReading> yesNo(Declaration declared) {
        Optional<String> column = DeclaredColumns.column(declared, "column");
        List<String> yes = declared.texts("yes");
        List<String> no = declared.texts("no");
        if (yes.isEmpty() || no.isEmpty()) {
            declared.problemAt(
                    declared.line(),
                    declared.name(yes.isEmpty() ? "yes" : "no") + " is missing",
                    "the words that mean it",
                    "Write yes: [Y, true] and no: [N, false, \"\"].");
        }
        yes.stream()
                .filter(no::contains)
                .forEach(word ->
                        declared.problem("no", "\"" + word + "\" means both yes and no", "", "Remove one of the two."));
        return column.map(name -> new FieldReading.YesNo(name, yes, no));
    }
}
