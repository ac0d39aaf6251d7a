package org.vigil.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.declaration.Declaration;
import org.vigil.declaration.Problem;
import org.vigil.declaration.Problems;
import org.vigil.profile.ProfileException;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.report.document.PackKind;
import org.vigil.report.document.PackSelection;
import org.vigil.report.document.ReportForm;

/** Reads a configuration and the profiles it names; opens no extract. Whether a named file is there is found out when it is looked at. */
public final class ConfigurationReader {
    /** Codes of the shipped catalogues of reference events. */
    static final List<String> EVENT_CATALOGUES = List.of("uk", "us");

    /** Mebibytes of a file that one task reads, where none are declared; the size that measured best. */
    static final int DEFAULT_SPLIT_MIB = 64;

    /** A hundred years. */
    private static final int MOST_DAYS = 36_525;

    private final Path file;
    private final Path folder;
    private final Problems problems = new Problems();

    private ConfigurationReader(Path file) {
        this.file = file;
        @Nullable Path parent = file.toAbsolutePath().normalize().getParent();
        this.folder = parent == null ? file.toAbsolutePath() : parent;
    }

    /**
     * Reads a configuration. Paths in it are relative to its folder.
     *
     * @throws ConfigurationException with every problem of the configuration and of its profiles
     */
    public static Configuration read(Path file) {
        ConfigurationReader reader = new ConfigurationReader(file);
        Optional<Configuration> configuration = Declaration.read(
                        file.toString(), text(file), ConfigurationKeys.CONFIGURATION, reader.problems)
                .map(reader::read);
        if (configuration.isEmpty() || !reader.problems.isEmpty()) {
            throw new ConfigurationException(file.toString(), reader.problems.list());
        }
        return configuration.get();
    }

    /**
     * Where the keys of a configuration come from, whether or not they are there yet; nothing else of it is looked at.
     *
     * @throws ConfigurationException with every problem of that part
     */
    public static KeySource readKeySource(Path file) {
        ConfigurationReader reader = new ConfigurationReader(file);
        Optional<KeySource> key = Declaration.read(
                        file.toString(), text(file), ConfigurationKeys.CONFIGURATION, reader.problems)
                .map(root -> new KeyReader(reader.folder, KeyReader.Existence.NOT_YET).read(root, List.of()));
        if (key.isEmpty() || !reader.problems.isEmpty()) {
            throw new ConfigurationException(file.toString(), reader.problems.list());
        }
        return key.get();
    }

    private static String text(Path file) {
        String reason;
        try {
            if (Files.isRegularFile(file)) {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                        .toString();
            }
            reason = Files.exists(file) ? "it is not a file" : "there is no such file";
        } catch (CharacterCodingException e) {
            reason = "it is not UTF-8";
        } catch (IOException e) {
            reason = "it cannot be read";
        }
        String name = file.toString();
        throw new ConfigurationException(
                name, List.of(new Problem(name, 0, reason, "", "Check the path given with --config.")));
    }

    private Configuration read(Declaration root) {
        String title = root.text("title", "the title of the release");
        double tolerated = root.findMapping("tolerance", ConfigurationKeys.TOLERANCE)
                .flatMap(tolerance -> tolerance.findShare("rejected-share"))
                .orElse(Configuration.DEFAULT_REJECTED_SHARE);
        double vanished = root.findMapping("tolerance", ConfigurationKeys.TOLERANCE)
                .flatMap(tolerance -> tolerance.findShare("vanished-share"))
                .orElse(Configuration.DEFAULT_VANISHED_SHARE);
        Optional<Double> sizeChange = root.findMapping("tolerance", ConfigurationKeys.TOLERANCE)
                .flatMap(tolerance -> tolerance.findShare("size-change"));
        double unique = root.findMapping("tolerance", ConfigurationKeys.TOLERANCE)
                .flatMap(tolerance -> tolerance.findShare("unique-share"))
                .orElse(Configuration.DEFAULT_UNIQUE_SHARE);
        List<Configuration.Source> sources = sources(root, tolerated, vanished, sizeChange, unique);
        SharedReferences.check(root, sources);
        Path releases = resolve(root, "releases", root.findText("releases").orElse("releases"));
        String store = store(root);
        KeySource key = new KeyReader(folder, KeyReader.Existence.REQUIRED).read(root, sources);
        Configuration.Runs runs = runs(root, releases);
        return new Configuration(
                file,
                title,
                sources,
                root.findDate("as-of"),
                store,
                releases,
                new PublicReleasesReader(root, file, folder, sources)
                        .find(key, Map.of("releases", releases, "store", Path.of(store), "runs", runs.folder())),
                root.oneOf("events", sameWords(EVENT_CATALOGUES)).orElse(""),
                key,
                reports(root),
                spark(root),
                runs,
                retention(root));
    }

    private List<Configuration.Source> sources(
            Declaration root, double tolerated, double vanished, Optional<Double> sizeChange, double unique) {
        List<Configuration.Source> sources = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        List<Declaration> declared = root.mappings("sources", ConfigurationKeys.SOURCE);
        if (!root.has("sources")) {
            root.problemAt(
                    root.line(),
                    "sources is missing",
                    "a list with at least one source",
                    "Add sources: with - profile: and extracts:.");
        }
        for (Declaration source : declared) {
            List<Configuration.Extract> extracts = extracts(source);
            Optional<NamedProfile> profile = profile(source);
            String code = source.findText("source")
                    .or(() -> profile.map(p -> p.profile().code()))
                    .orElse("");
            if (!code.isEmpty() && !code.matches("[a-z][a-z0-9-]*")) {
                source.problem(
                        "source",
                        source.name("source") + " is \"" + code + "\"",
                        "small letters, digits and hyphens",
                        "It names the source in every table.");
            }
            Integer earlier = code.isEmpty() ? null : lines.putIfAbsent(code, source.line());
            if (earlier != null) {
                source.problemAt(
                        source.line(),
                        "the source \"" + code + "\" is declared again; it stands on line " + earlier + " already",
                        "",
                        "Put its extracts together, or give one of them another code with source:.");
            }
            double share = source.findShare("rejected-share").orElse(tolerated);
            double missing = source.findShare("vanished-share").orElse(vanished);
            OptionalDouble size = source.findShare("size-change")
                    .or(() -> sizeChange)
                    .map(OptionalDouble::of)
                    .orElseGet(OptionalDouble::empty);
            double alone = source.findShare("unique-share").orElse(unique);
            profile.ifPresent(p -> sources.add(new Configuration.Source(
                    code, p.profile(), p.canonicalText(), extracts, share, missing, size, alone, p.file())));
        }
        return sources;
    }

    private Optional<NamedProfile> profile(Declaration source) {
        String name = source.text("profile", "a shipped profile or the path of one");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        boolean isPath = name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("/");
        if (!isPath && !SourceProfiles.shippedCodes().contains(name)) {
            source.unknownWord(source.line("profile"), source.name("profile"), name, SourceProfiles.shippedCodes());
            return Optional.empty();
        }
        try {
            Path path = isPath ? resolve(source, "profile", name) : Path.of(name + ".yaml");
            String text = isPath ? SourceProfiles.readText(path) : SourceProfiles.shippedText(name);
            return Optional.of(new NamedProfile(
                    SourceProfiles.parse(path.toString(), text),
                    SourceProfiles.canonicalText(text),
                    isPath ? Optional.of(path) : Optional.empty()));
        } catch (ProfileException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private List<Configuration.Extract> extracts(Declaration source) {
        List<Configuration.Extract> extracts = new ArrayList<>();
        List<Declaration> declared = source.mappings("extracts", ConfigurationKeys.EXTRACT);
        if (!source.has("extracts")) {
            source.problemAt(
                    source.line(),
                    source.name("extracts") + " is missing",
                    "a list with at least one file",
                    "Add extracts: with - path: and extract-date:.");
        }
        Set<Path> seen = new HashSet<>();
        for (Declaration extract : declared) {
            Optional<LocalDate> date = extract.findDate("extract-date");
            Optional<ExtractDatePattern> pattern = datePattern(extract);
            for (Path path : files(extract)) {
                if (!seen.add(path)) {
                    extract.problem(
                            "path",
                            "the file " + path.getFileName() + " is named twice",
                            "each file once",
                            "Remove one of them.");
                }
                date(extract, path, date, pattern).ifPresent(d -> extracts.add(new Configuration.Extract(path, d)));
            }
        }
        extracts.sort(Comparator.comparing(Configuration.Extract::extractDate)
                .thenComparing(extract -> extract.path().toString()));
        return extracts;
    }

    private static Optional<ExtractDatePattern> datePattern(Declaration extract) {
        Optional<String> text = extract.findText("extract-date-pattern");
        Optional<ExtractDatePattern> pattern = text.flatMap(ExtractDatePattern::parse);
        if (text.isPresent() && pattern.isEmpty()) {
            extract.problem(
                    "extract-date-pattern",
                    extract.name("extract-date-pattern") + " is \"" + text.get() + "\"",
                    "a file name with one date in braces",
                    "Write for example london_{yyyy-MM-dd}.csv.");
        }
        if (extract.has("extract-date") == extract.has("extract-date-pattern")) {
            extract.problemAt(
                    extract.line(),
                    extract.has("extract-date")
                            ? extract.name("extract-date") + " and extract-date-pattern are both there"
                            : extract.name("extract-date") + " is missing",
                    extract.has("extract-date") ? "one of them" : "the date of the file, or extract-date-pattern",
                    extract.has("extract-date") ? "Remove one of the two." : "Write extract-date: 2024-06-30.");
        }
        return pattern;
    }

    private List<Path> files(Declaration extract) {
        String declared = extract.text("path", "the path of a file");
        if (declared.isEmpty()) {
            return List.of();
        }
        Path path = resolve(extract, "path", declared);
        if (!ExtractFiles.isPattern(declared)) {
            return List.of(path);
        }
        if (ExtractFiles.hasPatternInFolder(declared)) {
            extract.problem(
                    "path",
                    "the path \"" + declared + "\" has * in a folder",
                    "* in the file name only",
                    "Name each folder.");
            return List.of();
        }
        List<Path> files = ExtractFiles.matching(path);
        if (files.isEmpty()) {
            extract.problem("path", "no file fits \"" + declared + "\"", "at least one", "Check folder and pattern.");
        }
        return files;
    }

    private static Optional<LocalDate> date(
            Declaration extract, Path path, Optional<LocalDate> date, Optional<ExtractDatePattern> pattern) {
        if (pattern.isEmpty()) {
            return date;
        }
        Optional<LocalDate> found = pattern.get().find(String.valueOf(path.getFileName()));
        if (found.isEmpty()) {
            extract.problem(
                    "extract-date-pattern",
                    "the file name " + path.getFileName() + " does not fit extract-date-pattern",
                    extract.findText("extract-date-pattern").orElse(""),
                    "Change the pattern or the path.");
        }
        return found;
    }

    private static Configuration.Reports reports(Declaration root) {
        Optional<Declaration> reports = root.findMapping("reports", ConfigurationKeys.REPORTS);
        return new Configuration.Reports(
                reports.map(ConfigurationReader::formats).orElse(ReportForm.documents()),
                reports.map(ConfigurationReader::packs).orElse(PackSelection.all()));
    }

    private static Set<ReportForm> formats(Declaration reports) {
        if (!reports.has("formats")) {
            return ReportForm.documents();
        }
        Map<String, ReportForm> allowed = new LinkedHashMap<>();
        for (ReportForm format : ReportForm.values()) {
            allowed.put(format.code(), format);
        }
        Set<ReportForm> formats = EnumSet.noneOf(ReportForm.class);
        for (String code : reports.texts("formats")) {
            ReportForm format = allowed.get(code);
            if (format == null) {
                reports.unknownWord(reports.line("formats"), reports.name("formats"), code, allowed.keySet());
            } else {
                formats.add(format);
            }
        }
        return formats;
    }

    /** Kinds of packs and names of single ones; whether there is one of a name, only a release can tell. */
    private static PackSelection packs(Declaration reports) {
        if (!reports.has("packs")) {
            return PackSelection.all();
        }
        List<String> words = reports.texts("packs");
        for (String word : words) {
            if (PackKind.find(word).isEmpty() && !PackSelection.isName(word)) {
                List<String> allowed = new ArrayList<>();
                for (PackKind kind : PackKind.values()) {
                    allowed.add(kind.code());
                }
                allowed.add("the name of one, such as community-jewish");
                reports.unknownWord(reports.line("packs"), reports.name("packs"), word, allowed);
            }
        }
        return PackSelection.of(words);
    }

    private static Configuration.Spark spark(Declaration root) {
        Optional<Declaration> spark = root.findMapping("spark", ConfigurationKeys.SPARK);
        Optional<Integer> partitions = spark.flatMap(s -> s.findWholeNumber("partitions", 1, 10_000));
        int splitMib =
                spark.flatMap(s -> s.findWholeNumber("split-mib", 1, 1024)).orElse(DEFAULT_SPLIT_MIB);
        return new Configuration.Spark(partitions.map(OptionalInt::of).orElse(OptionalInt.empty()), splitMib);
    }

    /** An address is kept as it stands; a path is relative to the folder of the configuration. */
    private String store(Declaration root) {
        String declared = root.findText("store").orElse("store");
        return declared.matches("[a-z][a-z0-9+.-]*:.*")
                ? declared
                : resolve(root, "store", declared).toString();
    }

    private Configuration.Runs runs(Declaration root, Path releases) {
        Configuration.Runs usual = Configuration.Runs.beside(releases);
        Path runs = root.findText("runs")
                .map(declared -> resolve(root, "runs", declared))
                .orElse(usual.folder());
        if (runs.startsWith(releases)) {
            root.problemAt(
                    root.has("runs") ? root.line("runs") : root.line("releases"),
                    root.has("runs") ? "runs lies in the folder of the releases" : "releases is called runs",
                    "a folder of its own for the records of runs",
                    "Write for example runs: run-records.");
        }
        return new Configuration.Runs(
                runs, root.findWholeNumber("runs-kept", 1, 1_000_000).orElse(usual.kept()));
    }

    private static Configuration.Retention retention(Declaration root) {
        Optional<Declaration> retention = root.findMapping("retention", ConfigurationKeys.RETENTION);
        return new Configuration.Retention(days(retention, "restricted-release-days"), days(retention, "run-days"));
    }

    private static OptionalInt days(Optional<Declaration> retention, String key) {
        return retention
                .flatMap(declared -> declared.findWholeNumber(key, 1, MOST_DAYS))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private Path resolve(Declaration declaration, String key, String path) {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            declaration.problem(key, declaration.name(key) + " is \"" + path + "\"", "a path", "Check the path.");
            return folder;
        }
    }

    private static Map<String, String> sameWords(List<String> words) {
        Map<String, String> same = new LinkedHashMap<>();
        words.forEach(word -> same.put(word, word));
        return same;
    }

    private record NamedProfile(SourceProfile profile, String canonicalText, Optional<Path> file) {}
}
