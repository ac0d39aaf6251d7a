package org.vigil.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.config.Configuration;
import org.vigil.config.KeySource;
import org.vigil.cube.CountCube;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.RecordClass;
import org.vigil.profile.SourceProfiles;

/** Histories of extracts (new, changed, withdrawn, repeated) drawn at random, and a naive model in memory of what they say. */
final class RandomHistory {
    private static final List<String> AREAS = List.of("E09000002", "E09000003", "E09000030");
    private static final List<String> COMMUNITIES = List.of("jewish", "muslim", "black");
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 40;

    /** One row of a file. */
    record Row(String id, String area, String community, LocalDate day, boolean withdrawn) {
        String csv() {
            return String.join(
                    ",",
                    id,
                    "crime",
                    day.toString(),
                    day.toString(),
                    area,
                    community,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    withdrawn ? "yes" : "no");
        }
    }

    /** A file as it was made; {@code sequence} is given when it arrives. */
    static final class File {
        final Path path;
        final LocalDate date;
        final List<Row> rows;
        int sequence;

        File(Path path, LocalDate date, List<Row> rows) {
            this.path = path;
            this.date = date;
            this.rows = rows;
        }
    }

    private RandomHistory() {}

    // ---- The model ----

    /** What holds after the extracts, given in the order in which they speak. */
    static List<Row> state(String kind, List<File> known) {
        return kind.equals("none") ? replacedByCoverage(known) : newest(kind, known);
    }

    /** Incidents of a file that those before it do not hold, although one of them had shown their day or a later one. */
    static long late(String kind, List<File> before, File file) {
        Optional<LocalDate> lastShown = before.stream()
                .flatMap(earlier -> speaking(kind, earlier).stream())
                .map(Row::day)
                .max(Comparator.naturalOrder());
        List<Row> held = new ArrayList<>(state(kind, before));
        return speaking(kind, file).stream()
                .filter(row -> !isHeld(kind, held, row))
                .filter(row -> lastShown.isPresent() && !row.day().isAfter(lastShown.get()))
                .count();
    }

    /** The rows of a file that no later row of it replaces. */
    private static List<Row> speaking(String kind, File file) {
        if (kind.equals("none")) {
            return file.rows;
        }
        Map<String, Row> last = new HashMap<>();
        file.rows.forEach(row -> last.put(row.id(), row));
        return List.copyOf(last.values());
    }

    /** Rows without identity stand for one alike each, which is taken out. */
    private static boolean isHeld(String kind, List<Row> held, Row row) {
        if (!kind.equals("none")) {
            return held.stream().anyMatch(h -> h.id().equals(row.id()));
        }
        Optional<Row> alike = held.stream()
                .filter(h -> new Row("", h.area(), h.community(), h.day(), h.withdrawn())
                        .equals(new Row("", row.area(), row.community(), row.day(), row.withdrawn())))
                .findFirst();
        alike.ifPresent(held::remove);
        return alike.isPresent();
    }

    private static List<Row> newest(String kind, List<File> known) {
        Map<String, Row> state = new HashMap<>();
        for (File file : known) {
            if (kind.equals("full")) {
                state.clear();
            }
            file.rows.forEach(row -> state.put(row.id(), row));
        }
        return List.copyOf(state.values());
    }

    private static List<Row> replacedByCoverage(List<File> known) {
        List<Row> state = new ArrayList<>();
        for (File file : known) {
            LocalDate from = file.rows.stream()
                    .map(Row::day)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate to = file.rows.stream()
                    .map(Row::day)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            state.removeIf(row -> !row.day().isBefore(from) && !row.day().isAfter(to));
            state.addAll(file.rows);
        }
        return state;
    }

    static SortedMap<String, Long> cells(List<Row> state) {
        SortedMap<String, Long> cells = new TreeMap<>();
        state.stream()
                .filter(row -> !row.withdrawn())
                .forEach(row -> cells.merge(row.area() + " " + row.community() + " " + row.day(), 1L, Long::sum));
        return cells;
    }

    static SortedMap<String, Long> cells(CountCube cube) {
        Geography london = Geography.load("london");
        SortedMap<String, Long> cells = new TreeMap<>();
        for (String area : AREAS) {
            for (String community : COMMUNITIES) {
                for (int d = 0; d < DAYS; d++) {
                    LocalDate day = FIRST_DAY.plusDays(d);
                    int count = cube.onDay(
                            RecordClass.CRIME.ordinal(),
                            london.indexOf(area).orElseThrow(),
                            CodeLists.communities().indexOf(community).orElseThrow(),
                            (int) day.toEpochDay());
                    if (count != 0) {
                        cells.put(area + " " + community + " " + day, (long) count);
                    }
                }
            }
        }
        return cells;
    }

    // ---- The files ----

    /** What the files of a history say by their silence: nothing, everything, or a stretch of days. */
    static String kind(long seed) {
        return List.of("delta", "full", "none").get((int) (seed % 3));
    }

    static List<File> files(Random random, String kind, Path folder) throws IOException {
        List<File> files = new ArrayList<>();
        Map<String, Row> world = new TreeMap<>();
        LocalDate date = FIRST_DAY.plusDays(DAYS);
        for (int f = 0; f < 6; f++) {
            date = date.plusDays(random.nextInt(4) == 0 && f > 0 ? 0 : 7);
            List<Row> touched = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Row row = row(random, "id" + random.nextInt(30));
                world.put(row.id(), row);
                touched.add(row);
            }
            if (random.nextInt(3) > 0 && !kind.equals("delta")) {
                world.keySet().removeIf(id -> random.nextInt(8) == 0);
            }
            List<Row> rows = new ArrayList<>(
                    switch (kind) {
                        case "delta" -> touched;
                        case "full" -> world.values();
                        default -> window(random, world.values());
                    });
            if (kind.equals("delta")) {
                // Said again without need, and one row twice.
                world.values().stream()
                        .skip(random.nextInt(world.size()))
                        .limit(3)
                        .forEach(rows::add);
            }
            Collections.shuffle(rows, random);
            if (kind.equals("delta")) {
                Map<String, Row> last = new HashMap<>();
                rows.forEach(row -> last.put(row.id(), row));
                world.putAll(last);
            }
            rows.add(rows.get(rows.size() - 1));
            Path path = folder.resolve("extract-" + f + ".csv");
            StringBuilder csv =
                    new StringBuilder("incident_id,record_class,occurred_date,recorded_date,area,target_communities,"
                            + "strands,offence_group,location_type,context,reporting_source,outcome,withdrawn\n");
            rows.forEach(row -> csv.append(row.csv()).append('\n'));
            Files.writeString(path, csv);
            files.add(new File(path, date, rows));
        }
        return files;
    }

    /** The rows of some weeks, alike ones as often as they occur. */
    private static List<Row> window(Random random, java.util.Collection<Row> world) {
        LocalDate from = FIRST_DAY.plusDays(random.nextInt(20));
        LocalDate to = from.plusDays(10 + random.nextInt(20));
        List<Row> rows = new ArrayList<>(world.stream()
                .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(to))
                .toList());
        if (rows.isEmpty()) {
            rows.addAll(world);
        }
        return rows;
    }

    private static Row row(Random random, String id) {
        return new Row(
                id,
                AREAS.get(random.nextInt(AREAS.size())),
                COMMUNITIES.get(random.nextInt(COMMUNITIES.size())),
                FIRST_DAY.plusDays(random.nextInt(DAYS)),
                random.nextInt(12) == 0);
    }

    static Configuration configuration(String kind, Path folder, List<File> files, Optional<LocalDate> asOf) {
        String profile = SourceProfiles.canonicalText(SourceProfiles.shippedText("canonical"));
        profile = switch (kind) {
            case "delta" -> profile;
            case "full" ->
                profile.replace("\"extracts\":\"delta\"", "\"extracts\":\"full\"")
                        .replace("extracts: delta", "extracts: full");
            default -> withoutIdentity();
        };
        return new Configuration(
                folder.resolve("vigil.yaml"),
                "History",
                List.of(new Configuration.Source(
                        "history",
                        SourceProfiles.parse("history", profile),
                        profile,
                        files.stream()
                                .map(file -> new Configuration.Extract(file.path, file.date))
                                .toList(),
                        0.0,
                        1.0)),
                asOf,
                folder.resolve("store").toString(),
                folder.resolve("releases"),
                "uk",
                new KeySource.Demonstration(),
                Configuration.Reports.NONE,
                new Configuration.Spark(OptionalInt.of(2), 1),
                Configuration.Runs.beside(folder.resolve("releases")));
    }

    private static String withoutIdentity() {
        String text = SourceProfiles.shippedText("canonical");
        int from = text.indexOf("identity:\n");
        int to = text.indexOf("series:\n");
        return SourceProfiles.canonicalText(
                text.substring(0, from) + "identity:\n  kind: none\n\n" + text.substring(to));
    }
}
