package org.vigil.profile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigil.declaration.Declaration;
import org.vigil.declaration.Problems;
import org.vigil.incident.ExtractKind;

/** Reads one profile to its end and checks everything that can be known without a file of the source. */
final class ProfileReader {
    /** Weeks for which figures of a source count as provisional where its profile does not say. */
    static final int DEFAULT_PROVISIONAL_WEEKS = 8;

    private static final Map<String, Identity.Kind> IDENTITIES = new TreeMap<>(Map.of(
            "source-id", Identity.Kind.SOURCE_ID,
            "source-id-merged", Identity.Kind.SOURCE_ID_MERGED,
            "natural-key", Identity.Kind.NATURAL_KEY,
            "none", Identity.Kind.NONE));

    private final String file;
    private final Problems problems;

    ProfileReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The profile, or nothing if there are problems. */
    Optional<SourceProfile> read(String text) {
        Optional<Declaration> declaration = Declaration.read(file, text, ProfileKeys.PROFILE, problems);
        Optional<SourceProfile> profile = declaration.map(this::read);
        return problems.isEmpty() ? profile : Optional.empty();
    }

    private SourceProfile read(Declaration root) {
        String code = root.text("profile", "a code of small letters, digits and hyphens");
        if (!code.isEmpty() && !code.matches("[a-z][a-z0-9-]*")) {
            root.problem(
                    "profile",
                    "profile is \"" + code + "\"",
                    "small letters, digits and hyphens",
                    "It names the source in every table; write for example my-force.");
        }
        if (!root.has("version")) {
            root.problem(
                    "version",
                    "version is missing",
                    "a whole number",
                    "Start with version: 1 and raise it with every change.");
        }
        int version = root.findWholeNumber("version", 1, Integer.MAX_VALUE).orElse(1);
        SourceProfile.Meaning meaning = meaning(root);
        String geography =
                root.oneOf("geography", identity(KnownCodes.geographies())).orElse("");
        FileFormat format = FormatReader.read(root);
        Map<String, List<String>> missing = FieldReader.missing(root, KnownCodes.missing());
        Map<Field, FieldReading> fields = FieldReader.read(root, geography, missing);
        List<SourceProfile.OutOfScope> outOfScope = outOfScope(root, fields);
        Identity identity = identity(root);
        ExtractKind extractKind = extractKind(root, identity);
        SourceProfile.Series series = series(root, fields);
        Set<String> communities = communities(root, fields);
        SourceProfile profile = new SourceProfile(
                code,
                version,
                meaning,
                geography,
                format,
                identity,
                extractKind,
                series,
                fields,
                outOfScope,
                communities,
                coveredFrom(root, communities),
                notCoveredAreas(root, geography),
                !root.has("absence")
                        || root.oneOf("absence", Map.of("zero", true, "unknown", false))
                                .orElse(true),
                sharedReference(root, fields, outOfScope, identity),
                root.texts("break-scopes"));
        checkLayout(root, profile);
        return profile;
    }

    private SourceProfile.Meaning meaning(Declaration root) {
        boolean isAlreadyPublic = root.yesNo("already-public", false);
        for (String key : List.of("address", "licence")) {
            if (isAlreadyPublic && !root.has(key)) {
                root.problem(
                        "already-public",
                        "already-public is true but there is no " + key,
                        "",
                        "Add " + key + ": as the publisher states it, or remove already-public.");
            }
        }
        return new SourceProfile.Meaning(
                root.text("title", "the name of the source"),
                root.text("publisher", "the body that issues it"),
                root.findText("licence"),
                root.findText("address"),
                isAlreadyPublic,
                root.yesNo("synthetic", false),
                root.oneOf("counting-unit", identity(KnownCodes.countingUnits()))
                        .orElse(""),
                root.oneOf("target-basis", identity(KnownCodes.targetBases())).orElse(""),
                root.text("whole-area", "the name of the area that the source covers"),
                root.findText("coverage-note"),
                root.findText("area-basis"),
                root.yesNo("has-total", true));
    }

    private Identity identity(Declaration root) {
        Optional<Declaration> declared = root.mapping("identity", ProfileKeys.IDENTITY);
        if (declared.isEmpty()) {
            return new Identity(Identity.Kind.NONE, List.of());
        }
        Declaration identity = declared.get();
        Identity.Kind kind = identity.oneOf("kind", IDENTITIES).orElse(Identity.Kind.NONE);
        List<String> columns = identity.texts("columns");
        columns.forEach(column -> DeclaredColumns.refuseIdentifier(identity, "columns", column));
        boolean isSourceId = kind == Identity.Kind.SOURCE_ID || kind == Identity.Kind.SOURCE_ID_MERGED;
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (isSourceId && columns.size() != 1) {
            identity.problem(
                    "kind",
                    "identity.kind is " + word + " and identity.columns names " + number(columns.size()),
                    "exactly one column",
                    "Write columns: and the column of the publisher's id.");
        }
        if (kind == Identity.Kind.NATURAL_KEY && columns.isEmpty()) {
            identity.problem(
                    "kind",
                    "identity.kind is natural-key and identity.columns names no column",
                    "the columns that together name a record",
                    "Write columns: [area, category, period].");
        }
        if (kind == Identity.Kind.NONE && identity.has("kind") && !columns.isEmpty()) {
            identity.problem(
                    "columns",
                    "identity.kind is none and identity.columns names " + number(columns.size()),
                    "no column",
                    "Remove columns or choose another kind.");
        }
        return new Identity(kind, columns);
    }

    /** Records that nothing names can only be replaced, all of the days that a file covers together. */
    private static ExtractKind extractKind(Declaration root, Identity identity) {
        Optional<ExtractKind> declared = root.has("extracts")
                ? root.oneOf("extracts", new TreeMap<>(Map.of("delta", ExtractKind.DELTA, "full", ExtractKind.FULL)))
                : Optional.empty();
        if (identity.kind() != Identity.Kind.NONE) {
            return declared.orElse(ExtractKind.DELTA);
        }
        if (declared.filter(ExtractKind.DELTA::equals).isPresent()) {
            root.problem(
                    "extracts",
                    "extracts is delta and records have no identity",
                    "full, or no such key",
                    "A changed record cannot be found again: each extract replaces the days that it covers.");
        }
        return declared.orElse(ExtractKind.COVERAGE);
    }

    /** The column holds another publisher's id, so it may serve for nothing else. */
    private static Optional<SharedReference> sharedReference(
            Declaration root,
            Map<Field, FieldReading> fields,
            List<SourceProfile.OutOfScope> outOfScope,
            Identity identity) {
        Optional<Declaration> declared = root.findMapping("shared-reference", ProfileKeys.SHARED_REFERENCE);
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        Declaration shared = declared.get();
        Optional<String> column = DeclaredColumns.column(shared, "column");
        String source = shared.text("source", "the code of the source whose ids the column holds");
        column.ifPresent(name -> {
            List<String> uses = new ArrayList<>();
            fields.forEach((field, reading) -> {
                if (reading.columns().stream().anyMatch(name::equalsIgnoreCase)) {
                    uses.add("fields." + field.code());
                }
            });
            if (outOfScope.stream().anyMatch(left -> left.column().equalsIgnoreCase(name))) {
                uses.add("out-of-scope");
            }
            if (identity.columns().stream().anyMatch(name::equalsIgnoreCase)) {
                uses.add("identity");
            }
            uses.stream()
                    .sorted()
                    .forEach(use -> shared.problem(
                            "column",
                            "the column \"" + name + "\" is read by " + use + " too",
                            "a column that holds the other source's id and nothing else",
                            "Remove one of the two."));
        });
        return column.map(name -> new SharedReference(name, source));
    }

    private static String number(int columns) {
        return columns == 0 ? "no column" : columns == 1 ? "1 column" : columns + " columns";
    }

    private SourceProfile.Series series(Declaration root, Map<Field, FieldReading> fields) {
        Optional<Declaration> declared = root.mapping("series", ProfileKeys.SERIES);
        if (declared.isEmpty()) {
            return new SourceProfile.Series("recorded", false, DEFAULT_PROVISIONAL_WEEKS);
        }
        Declaration series = declared.get();
        Optional<Field> field = series.oneOf(
                "date", new TreeMap<>(Map.of("occurred", Field.OCCURRED_DATE, "recorded", Field.RECORDED_DATE)));
        boolean isDaily = series.oneOf("precision", new TreeMap<>(Map.of("day", true, "month", false)))
                .orElse(false);
        field.filter(date -> root.has("fields"))
                .filter(date -> !fields.containsKey(date))
                .ifPresent(date -> series.problem(
                        "date",
                        "series.date is " + series.findText("date").orElse("") + " but fields has no readable "
                                + date.code(),
                        "",
                        "Declare fields." + date.code() + " or choose the other date."));
        field.filter(date -> isDaily && fields.containsKey(date))
                .filter(date -> !readsDays(fields.get(date)))
                .ifPresent(date -> series.problem(
                        "precision",
                        "series.precision is day but " + date.code() + " is read to the month",
                        "",
                        "Write precision: month or give the date a pattern with a day."));
        int weeks = series.findWholeNumber("provisional-weeks", 0, 520).orElse(DEFAULT_PROVISIONAL_WEEKS);
        return new SourceProfile.Series(
                field.filter(Field.OCCURRED_DATE::equals).isPresent() ? "occurred" : "recorded", isDaily, weeks);
    }

    private static boolean readsDays(@org.jspecify.annotations.Nullable FieldReading reading) {
        return reading instanceof FieldReading.Date date
                && date.patterns().stream().anyMatch(DatePatterns::hasDay);
    }

    private List<SourceProfile.OutOfScope> outOfScope(Declaration root, Map<Field, FieldReading> fields) {
        List<SourceProfile.OutOfScope> outOfScope = new ArrayList<>();
        for (Declaration declared : root.mappings("out-of-scope", ProfileKeys.OUT_OF_SCOPE)) {
            Optional<String> column = DeclaredColumns.column(declared, "column");
            List<String> labels = declared.texts("labels");
            if (!declared.has("labels")) {
                declared.problemAt(
                        declared.line(),
                        declared.name("labels") + " is missing",
                        "the words that are left out",
                        "Add labels:.");
            }
            String reason = declared.text("reason", "why these records are left out");
            column.ifPresent(name -> {
                refuseMappedAndLeftOut(declared, name, labels, fields);
                outOfScope.add(new SourceProfile.OutOfScope(name, new LinkedHashSet<>(labels), reason));
            });
        }
        return outOfScope;
    }

    private static void refuseMappedAndLeftOut(
            Declaration declared, String column, List<String> leftOut, Map<Field, FieldReading> fields) {
        fields.forEach((field, reading) -> {
            if (reading instanceof FieldReading.Labels labels
                    && labels.columns().contains(column)) {
                leftOut.stream()
                        .filter(labels.labels()::containsKey)
                        .forEach(label -> declared.problem(
                                "labels",
                                "\"" + label + "\" of the column \"" + column
                                        + "\" is left out here and mapped by fields." + field.code(),
                                "",
                                "Remove one of the two."));
            }
        });
    }

    private Set<String> communities(Declaration root, Map<Field, FieldReading> fields) {
        Set<String> codes = KnownCodes.of(Field.TARGET_COMMUNITIES, "");
        List<String> declared = root.texts("covered-communities");
        FieldReader.checkCodes(root, root.line("covered-communities"), "covered-communities", declared, codes);
        Set<String> covered = new LinkedHashSet<>(declared);
        if (!root.has("covered-communities")) {
            FieldReading reading = fields.get(Field.TARGET_COMMUNITIES);
            if (reading instanceof FieldReading.Constant constant) {
                covered.addAll(constant.codes());
            } else if (reading instanceof FieldReading.Labels labels) {
                Set<String> mapped = new TreeSet<>();
                labels.labels().values().forEach(mapped::addAll);
                if (labels.vocabulary() == FieldReading.Vocabulary.CODES) {
                    mapped.addAll(KnownCodes.singleCommunities());
                }
                codes.stream().filter(mapped::contains).forEach(covered::add);
            }
        }
        KnownCodes.missing().forEach(covered::remove);
        return covered;
    }

    private Set<String> notCoveredAreas(Declaration root, String geography) {
        List<String> declared = root.texts("not-covered-areas");
        FieldReader.checkCodes(
                root,
                root.line("not-covered-areas"),
                "not-covered-areas",
                declared,
                KnownCodes.of(Field.AREA, geography));
        return new LinkedHashSet<>(declared);
    }

    private Map<String, LocalDate> coveredFrom(Declaration root, Set<String> communities) {
        Map<String, LocalDate> from = new LinkedHashMap<>();
        for (Declaration.Label label : root.labels("covered-from")) {
            String what = "covered-from \"" + label.label() + "\"";
            if (!communities.contains(label.label())) {
                root.unknownWord(label.line(), "covered-from", label.label(), communities);
            }
            try {
                from.put(label.label(), LocalDate.parse(String.join(" ", label.codes())));
            } catch (DateTimeParseException e) {
                root.problemAt(
                        label.line(),
                        what + " is \"" + String.join(" ", label.codes()) + "\"",
                        "a date",
                        "Write year-month-day, as 2015-01-01.");
            }
        }
        return from;
    }

    private void checkLayout(Declaration root, SourceProfile profile) {
        boolean isWide = profile.format().layout() == FileFormat.Layout.WIDE;
        Set<String> columns = new LinkedHashSet<>(profile.labelColumns());
        columns.addAll(profile.identity().columns());
        for (String column : List.of(FieldReading.HEADER_COLUMN, FieldReading.VALUE_COLUMN)) {
            if (isWide && !profile.labelColumns().contains(column)) {
                root.problem(
                        "fields",
                        "format.layout is wide but no field is read from \"" + column + "\"",
                        "",
                        "Read a date from \"" + FieldReading.HEADER_COLUMN + "\" and incident-count from \""
                                + FieldReading.VALUE_COLUMN + "\".");
            }
            if (!isWide && columns.contains(column)) {
                root.problem(
                        "fields",
                        "\"" + column + "\" is read but format.layout is not wide",
                        "",
                        "Add layout: wide and value-columns, or name a column of the file.");
            }
        }
        if (profile.sharedReference().isPresent() && (isWide || profile.fields().containsKey(Field.INCIDENT_COUNT))) {
            root.problem(
                    "shared-reference",
                    "shared-reference is there and a record can stand for several incidents",
                    "records of one incident each",
                    "Remove shared-reference: several incidents cannot share one number.");
        }
        if (profile.fields().containsKey(Field.INCIDENT_COUNT)
                && root.has("identity")
                && (profile.identity().kind() == Identity.Kind.SOURCE_ID
                        || profile.identity().kind() == Identity.Kind.SOURCE_ID_MERGED)) {
            root.problem(
                    "identity",
                    "incident-count is read but identity.kind says that a record is one incident",
                    "natural-key or none",
                    "Name the columns that tell published counts apart.");
        }
    }

    private static Map<String, String> identity(Set<String> words) {
        return words.stream()
                .collect(Collectors.toMap(Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
