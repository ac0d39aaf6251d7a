package org.vigil.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.geography.Area;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeList;
import org.vigil.incident.CodeLists;
import org.vigil.incident.RecordClass;
import org.vigil.incident.Strand;

/** The files that every competitor reads: the extracts, and the code lists as tables for the peers. */
final class BenchFolder {
    static final String AREAS = "areas.csv";
    static final String CODES = "codes.csv";

    /** Names that the benchmark's rows use beside the labels of the areas. */
    private static final List<String> ALIASES = List.of("Heathrow", "Not known");

    private static final Pattern EXTRACT = Pattern.compile(".*_(\\d{4}-\\d{2}-\\d{2})\\.csv");

    private BenchFolder() {}

    /** The extracts, oldest first. */
    static List<Path> extracts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> EXTRACT.matcher(f.toString()).matches())
                    .sorted(Comparator.comparing(BenchFolder::dateOf))
                    .toList();
        }
    }

    static LocalDate dateOf(Path file) {
        Matcher matcher = EXTRACT.matcher(file.toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not an extract: " + file);
        }
        return LocalDate.parse(matcher.group(1));
    }

    /** Writes the code lists: what Vigil has inside, the peers are given as tables. */
    static void writeCodes(Path folder) throws IOException {
        Geography london = Geography.load("london");
        Stream<String> labels = Stream.concat(london.areas().stream().map(Area::label), ALIASES.stream());
        Files.writeString(
                folder.resolve(AREAS),
                labels.map(label -> "\"" + label + "\","
                                + london.get(london.findIndex(label).orElseThrow())
                                        .code() + "\n")
                        .collect(Collectors.joining("", "label,code\n", "")));
        List<String> lines = new ArrayList<>(List.of("field,code"));
        add(
                lines,
                "community",
                codes(
                        CodeLists.communities().size(),
                        i -> CodeLists.communities().get(i).code()));
        add(
                lines,
                "record_class",
                Stream.of(RecordClass.values()).map(RecordClass::code).toList());
        add(lines, "strand", Stream.of(Strand.values()).map(Strand::code).toList());
        add(lines, "offence_group", codes(CodeLists.offenceGroups()));
        add(lines, "location_type", codes(CodeLists.locationTypes()));
        add(lines, "context", codes(CodeLists.contexts()));
        add(lines, "reporting_source", codes(CodeLists.reportingSources()));
        add(lines, "outcome", codes(CodeLists.outcomes()));
        Files.write(folder.resolve(CODES), lines);
    }

    /** Removes a folder and what is in it. */
    static void remove(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    private static List<String> codes(CodeList list) {
        return codes(list.size(), i -> list.get(i).code());
    }

    private static List<String> codes(int size, java.util.function.IntFunction<String> codeOf) {
        return java.util.stream.IntStream.range(0, size).mapToObj(codeOf).toList();
    }

    private static void add(List<String> lines, String field, List<String> codes) {
        codes.forEach(code -> lines.add(field + "," + code));
    }
}
