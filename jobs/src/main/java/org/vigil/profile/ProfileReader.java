package org.vigil.profile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
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

/** Reads one profile to its end and checks everything that can be known without a file of the source. */
final class ProfileReader {
    /** Weeks for which figures of a source count as provisional where its profile does not say. */
    static final int DEFAULT_PROVISIONAL_WEEKS = 8;

    /** Where Java would put a two-digit year if nothing else were said; never used, because a short year needs a declared pivot. */
    private static final int UNUSED_PIVOT_YEAR = 2000;

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
        FileFormat format = format(root);
        Map<String, List<String>> missing = missing(root, KnownCodes.missing());
        Map<Field, FieldReading> fields = fields(root, geography, missing);
        List<SourceProfile.OutOfScope> outOfScope = outOfScope(root, fields);
        Identity identity = identity(root);
        SourceProfile.Series series = series(root, fields);
        Set<String> communities = communities(root, fields);
        SourceProfile profile = new SourceProfile(
                code,
                version,
                meaning,
                geography,
                format,
                identity,
                series,
                fields,
                outOfScope,
                communities,
                coveredFrom(root, communities));
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

    private FileFormat format(Declaration root) {
        Optional<Declaration> format = root.findMapping("format", ProfileKeys.FORMAT);
        if (format.isEmpty()) {
            return new FileFormat(
                    java.nio.charset.StandardCharsets.UTF_8, ',', FileFormat.Layout.LONG, Optional.empty());
        }
        Declaration declared = format.get();
        FileFormat.Layout layout = declared.findOneOf(
                        "layout", new TreeMap<>(Map.of("long", FileFormat.Layout.LONG, "wide", FileFormat.Layout.WIDE)))
                .orElse(FileFormat.Layout.LONG);
        Optional<String> valueColumns = declared.findText("value-columns");
        valueColumns
                .flatMap(DatePatterns::findFault)
                .ifPresent(fault -> declared.problem(
                        "value-columns",
                        "format.value-columns \"" + valueColumns.orElse("") + "\" " + fault,
                        "a pattern as yyyyMM",
                        "Write the pattern that the headers of the value columns fit."));
        if (layout == FileFormat.Layout.WIDE && !declared.has("value-columns")) {
            declared.problem(
                    "layout",
                    "format.layout is wide but there is no format.value-columns",
                    "",
                    "Add value-columns: with the pattern of their headers, as yyyyMM.");
        }
        if (layout == FileFormat.Layout.LONG && valueColumns.isPresent()) {
            declared.problem(
                    "value-columns",
                    "format.value-columns is declared but format.layout is not wide",
                    "",
                    "Add layout: wide or remove value-columns.");
        }
        return new FileFormat(charset(declared), delimiter(declared), layout, valueColumns);
    }

    private static Charset charset(Declaration format) {
        String name = format.findText("encoding").orElse("UTF-8");
        try {
            Charset charset = Charset.forName(name);
            if (charset.newEncoder().maxBytesPerChar() <= 4 && isAsciiBelow128(charset)) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | UnsupportedOperationException e) {
            // Reported below with the encodings that cannot be read.
        }
        format.problem(
                "encoding",
                "format.encoding is \"" + name + "\"",
                "an encoding that writes ASCII as single bytes, as UTF-8, ISO-8859-1 or windows-1252",
                "Convert the file to UTF-8 if its publisher uses another.");
        return java.nio.charset.StandardCharsets.UTF_8;
    }

    private static boolean isAsciiBelow128(Charset charset) {
        return Arrays.equals("A,\"\n".getBytes(charset), new byte[] {'A', ',', '"', '\n'});
    }

    private static char delimiter(Declaration format) {
        Map<String, Character> delimiters = new LinkedHashMap<>();
        delimiters.put("comma", ',');
        delimiters.put("semicolon", ';');
        delimiters.put("pipe", '|');
        delimiters.put("tab", '\t');
        return format.findOneOf("delimiter", delimiters).orElse(',');
    }

    private Identity identity(Declaration root) {
        Optional<Declaration> declared = root.mapping("identity", ProfileKeys.IDENTITY);
        if (declared.isEmpty()) {
            return new Identity(Identity.Kind.NONE, List.of());
        }
        Declaration identity = declared.get();
        Identity.Kind kind = identity.oneOf("kind", IDENTITIES).orElse(Identity.Kind.NONE);
        List<String> columns = identity.texts("columns");
        columns.forEach(column -> refuseIdentifier(identity, "columns", column));
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

    /** Labels that say that nothing is known, and what they say. */
    private static Map<String, List<String>> missing(Declaration declaration, List<String> allowed) {
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

    private Map<Field, FieldReading> fields(Declaration root, String geography, Map<String, List<String>> missing) {
        List<String> codes = Arrays.stream(Field.values()).map(Field::code).toList();
        Map<Field, FieldReading> fields = new EnumMap<>(Field.class);
        root.mapping("fields", codes).ifPresent(declared -> {
            for (Field field : Field.values()) {
                declared.findMapping(field.code(), ProfileKeys.of(field))
                        .flatMap(reading -> reading(field, reading, geography, missing))
                        .ifPresent(reading -> fields.put(field, reading));
            }
            checkNotAfter(declared, fields);
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

    private Optional<FieldReading> reading(
            Field field, Declaration declared, String geography, Map<String, List<String>> missing) {
        return switch (field) {
            case OCCURRED_DATE, RECORDED_DATE -> date(declared);
            case WITHDRAWN -> yesNo(declared);
            case INCIDENT_COUNT -> column(declared, "column").map(FieldReading.Count::new);
            default -> coded(field, declared, geography, missing);
        };
    }

    private Optional<FieldReading> coded(
            Field field, Declaration declared, String geography, Map<String, List<String>> missing) {
        Set<String> codes = KnownCodes.of(field, geography);
        if (declared.has("constant")) {
            refuseBeside(declared, "constant", ProfileKeys.CODED_FIELD);
            List<String> constant = declared.texts("constant");
            checkCodes(declared, declared.line("constant"), declared.name("constant"), constant, codes);
            return Optional.of(new FieldReading.Constant(constant));
        }
        List<String> columns = columns(declared);
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
        for (Declaration.Label label : declared.labels("labels")) {
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
                        columns, separator(declared), vocabulary, labels, declared.yesNo("ignore-case", false)));
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

    private static Optional<String> separator(Declaration declared) {
        return declared.findText("separator");
    }

    private List<String> columns(Declaration declared) {
        if (declared.has("column") && declared.has("columns")) {
            declared.problem(
                    "columns", declared.name("column") + " and columns are both there", "", "Keep one of the two.");
        }
        List<String> columns = declared.has("column")
                ? declared.findText("column").map(List::of).orElse(List.of())
                : declared.texts("columns");
        if (!declared.has("column") && !declared.has("columns")) {
            declared.problemAt(
                    declared.line(),
                    declared.name("column") + " is missing",
                    "the name of a column, or constant with a code",
                    "Add column:.");
        }
        columns.forEach(column -> refuseIdentifier(declared, declared.has("column") ? "column" : "columns", column));
        return columns;
    }

    private Optional<String> column(Declaration declared, String key) {
        if (!declared.has(key)) {
            declared.problemAt(
                    declared.line(), declared.name(key) + " is missing", "the name of a column", "Add " + key + ":.");
        }
        Optional<String> column = declared.findText(key);
        column.ifPresent(name -> refuseIdentifier(declared, key, name));
        return column;
    }

    private static void refuseIdentifier(Declaration declared, String key, String column) {
        IdentifyingColumn.find(column)
                .ifPresent(kind -> declared.problem(
                        key,
                        "the column \"" + column + "\" cannot be read: by its name it holds " + kind,
                        "columns without direct identifiers",
                        "Have it removed before the file is handed over, and read another column."));
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

    private static void checkCodes(Declaration declared, int line, String what, List<String> codes, Set<String> known) {
        if (!known.isEmpty()) {
            codes.stream()
                    .filter(code -> !known.contains(code))
                    .forEach(code -> declared.unknownWord(line, what, code, known));
        }
        if (new HashSet<>(codes).size() < codes.size()) {
            declared.problemAt(line, what + " names a code twice", "each code once", "Remove one of them.");
        }
    }

    private Optional<FieldReading> date(Declaration declared) {
        if (declared.has("year-column") || declared.has("month-column")) {
            List.of("column", "patterns", "locale", "pivot-year").stream()
                    .filter(declared::has)
                    .forEach(key -> declared.problem(
                            key,
                            declared.name(key) + " stands beside year-column and month-column",
                            "one way of reading",
                            "Remove " + key + " or the other two."));
            Optional<String> year = column(declared, "year-column");
            Optional<String> month = column(declared, "month-column");
            Optional<Field> notAfter = declared.findOneOf("not-after", dates());
            return year.isPresent() && month.isPresent()
                    ? Optional.of(new FieldReading.YearAndMonth(year.get(), month.get(), notAfter))
                    : Optional.empty();
        }
        if (declared.has("not-after")) {
            declared.problem(
                    "not-after",
                    declared.name("not-after") + " is declared for a date in one column",
                    "",
                    "It corrects dates of a year and a month column only; remove it.");
        }
        Optional<String> column = column(declared, "column");
        List<String> patterns = declared.has("patterns") ? declared.texts("patterns") : List.of("yyyy-MM-dd");
        Locale locale = locale(declared);
        for (String pattern : patterns) {
            checkPattern(declared, pattern);
        }
        int pivotYear = declared.findWholeNumber("pivot-year", 1900, 2099).orElse(UNUSED_PIVOT_YEAR);
        return column.map(name -> new FieldReading.Date(name, patterns, locale, pivotYear));
    }

    private static void checkPattern(Declaration declared, String pattern) {
        String what = declared.name("patterns") + " \"" + pattern + "\"";
        Optional<String> fault = DatePatterns.findFault(pattern);
        if (fault.isPresent()) {
            declared.problem(
                    "patterns",
                    what + " " + fault.get(),
                    "letters of java.time, as dd/MM/yyyy",
                    "Write yyyy for the year, MM for the month and dd for the day.");
            return;
        }
        if (DatePatterns.needsLocale(pattern) && !declared.has("locale")) {
            declared.problem(
                    "patterns",
                    what + " has names of months or days but no locale",
                    "a language",
                    "Add locale: en-US, or the language of the file; names differ, as Sep and Sept.");
        }
        if (DatePatterns.needsPivotYear(pattern) && !declared.has("pivot-year")) {
            declared.problem(
                    "patterns",
                    what + " has a year of two digits but no pivot-year",
                    "the first year it can mean",
                    "Add pivot-year: 1990 to read 91 as 1991 and 20 as 2020.");
        }
    }

    private static Locale locale(Declaration declared) {
        Optional<String> tag = declared.findText("locale");
        boolean isKnown = tag.isEmpty()
                || Arrays.stream(Locale.getAvailableLocales())
                        .anyMatch(locale -> locale.toLanguageTag().equals(tag.get())
                                && !locale.getLanguage().isEmpty());
        if (!isKnown) {
            declared.problem(
                    "locale",
                    declared.name("locale") + " is \"" + tag.orElse("") + "\"",
                    "a language tag such as en-US or en-GB",
                    "Write language-COUNTRY.");
        }
        return tag.map(Locale::forLanguageTag).orElse(Locale.ROOT);
    }

    private static Map<String, Field> dates() {
        return new TreeMap<>(Map.of(
                Field.OCCURRED_DATE.code(), Field.OCCURRED_DATE, Field.RECORDED_DATE.code(), Field.RECORDED_DATE));
    }

    private static void checkNotAfter(Declaration declared, Map<Field, FieldReading> fields) {
        fields.forEach((field, reading) -> {
            if (reading instanceof FieldReading.YearAndMonth month) {
                month.notAfter()
                        .filter(other -> other == field || !(fields.get(other) instanceof FieldReading.Date))
                        .ifPresent(other -> declared.problem(
                                field.code(),
                                declared.name(field.code()) + ".not-after is " + other.code()
                                        + ", which is not a date read from one column",
                                "the other date of the profile",
                                "Declare fields." + other.code() + " or remove not-after."));
            }
        });
    }

    private Optional<FieldReading> yesNo(Declaration declared) {
        Optional<String> column = column(declared, "column");
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

    private List<SourceProfile.OutOfScope> outOfScope(Declaration root, Map<Field, FieldReading> fields) {
        List<SourceProfile.OutOfScope> outOfScope = new ArrayList<>();
        for (Declaration declared : root.mappings("out-of-scope", ProfileKeys.OUT_OF_SCOPE)) {
            Optional<String> column = column(declared, "column");
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
        checkCodes(root, root.line("covered-communities"), "covered-communities", declared, codes);
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
