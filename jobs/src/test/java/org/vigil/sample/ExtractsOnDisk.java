package org.vigil.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;

/** A second, naive reading of extracts, from their bytes alone: what the generator's books are compared with. */
final class ExtractsOnDisk {
    private static final String HEADER = CanonicalColumn.header();

    private final Map<String, Map<String, Integer>> countsByFile = new LinkedHashMap<>();
    private final Map<String, Row> newestById = new HashMap<>();
    private final Geography london = Geography.load("london");

    /** A readable row: where it stood, and its cells without quotes. */
    record Row(String file, String text, List<String> cells) {
        String cell(CanonicalColumn column) {
            return cells.get(column.place());
        }

        List<String> list(CanonicalColumn column) {
            return Arrays.asList(cell(column).split(";"));
        }
    }

    /** Reads the extracts of a folder in the order of their names. */
    static ExtractsOnDisk readFrom(Path folder) throws IOException {
        ExtractsOnDisk extracts = new ExtractsOnDisk();
        for (Path file : filesIn(folder)) {
            extracts.read(file);
        }
        extracts.newestById.values().forEach(row -> extracts.count(row.file(), "accepted"));
        return extracts;
    }

    static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(SampleWriter.FILE_PREFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Records of a file by what became of them; rules by their names, and {@code read} for all. */
    Map<String, Integer> counts(String file) {
        return countsByFile.getOrDefault(file, Map.of());
    }

    /** The newest readable row of every incident that is not withdrawn. */
    List<Row> counted() {
        return newestById.values().stream()
                .filter(row -> row.cell(CanonicalColumn.WITHDRAWN).equals("no"))
                .toList();
    }

    /** The area that a row names, by code. */
    String areaCode(Row row) {
        return london.get(london.findIndex(row.cell(CanonicalColumn.AREA)).orElseThrow())
                .code();
    }

    private void read(Path path) throws IOException {
        String file = path.getFileName().toString();
        LocalDate extractDate = LocalDate.parse(file.substring(SampleWriter.FILE_PREFIX.length(), file.length() - 4));
        Map<String, List<String>> textsById = new HashMap<>();
        List<String> lines = lines(Files.readString(path, StandardCharsets.ISO_8859_1));
        for (String line : lines.subList(1, lines.size())) {
            if (line.isEmpty()) {
                count(file, "blank-lines");
                continue;
            }
            count(file, "read");
            List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
            Optional<String> rule = brokenRule(line, cells, extractDate);
            if (rule.isPresent()) {
                count(file, rule.get());
                continue;
            }
            String id = cells.get(0);
            List<String> texts = textsById.computeIfAbsent(id, key -> new ArrayList<>());
            if (texts.contains(line)) {
                count(file, "duplicate");
                continue;
            }
            texts.add(line);
            Row former = newestById.put(id, new Row(file, line, cells));
            if (former != null) {
                count(former.file(), "superseded");
            }
        }
    }

    private Optional<String> brokenRule(String line, List<String> cells, LocalDate extractDate) {
        if (line.equals(HEADER)) {
            return Optional.of("header-repeated");
        }
        if (cells.size() != 13) {
            return Optional.of(cells.size() < 13 ? "too-few-fields" : "too-many-fields");
        }
        if (line.chars().anyMatch(c -> c > 127)) {
            return Optional.of("wrong-encoding");
        }
        if (!line.matches("(?s)[^\"]*(,\"[^\"]*\",)?[^\"]*")) {
            return Optional.of("broken-quotes");
        }
        if (cells.get(0).isEmpty()) {
            return Optional.of("missing-identity");
        }
        String occurred = cells.get(CanonicalColumn.OCCURRED_DATE.place());
        if (occurred.isEmpty()) {
            return Optional.of("missing-date");
        }
        try {
            YearMonth.from(occurred.length() == 7 ? YearMonth.parse(occurred) : LocalDate.parse(occurred));
        } catch (DateTimeException e) {
            return Optional.of("invalid-date");
        }
        if (LocalDate.parse(cells.get(CanonicalColumn.RECORDED_DATE.place())).isAfter(extractDate)) {
            return Optional.of("date-after-extract");
        }
        if (london.findIndex(cells.get(CanonicalColumn.AREA.place())).isEmpty()) {
            return Optional.of("unknown-area");
        }
        boolean isEveryCommunityListed = Arrays.stream(
                        cells.get(CanonicalColumn.TARGET_COMMUNITIES.place()).split(";"))
                .allMatch(code -> CodeLists.communities().find(code).isPresent());
        return isEveryCommunityListed ? Optional.empty() : Optional.of("unknown-community");
    }

    /** Lines, a line end within quotes not counted as one. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String part : text.substring(0, text.length() - 1).split("\n", -1)) {
            open.append(part);
            if (open.chars().filter(c -> c == '"').count() % 2 == 0) {
                lines.add(open.toString());
                open.setLength(0);
            } else {
                open.append('\n');
            }
        }
        return lines;
    }

    private void count(String file, String fate) {
        countsByFile.computeIfAbsent(file, key -> new TreeMap<>()).merge(fate, 1, Integer::sum);
    }

    /** Counted rows by the month of a date, for those that pass a test. */
    Map<String, Integer> months(CanonicalColumn date, Predicate<Row> test) {
        return counted().stream()
                .filter(test)
                .collect(Collectors.toMap(row -> row.cell(date).substring(0, 7), row -> 1, Integer::sum, TreeMap::new));
    }
}
