package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.Configuration;
import org.vigil.config.KeySource;
import org.vigil.cube.WeekDelays;
import org.vigil.incident.CodeLists;
import org.vigil.incident.KeyRing;
import org.vigil.incident.RecordClass;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.NowcastsTable;
import org.vigil.release.TableRows;
import org.vigil.tabulate.FirstShowings;

/** A source dated by recording whose extracts come each Monday: when each incident first appeared, in the words of a reader who looks at the files only. */
final class FirstShowingsTest {
    private static final String HEADER = "incident_id,record_class,occurred_date,recorded_date,area,target_communities,"
            + "strands,offence_group,location_type,context,reporting_source,outcome,withdrawn\n";

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2024, 1, 8);
    private static final int EXTRACTS = 36;

    /** One row of an extract. */
    private record Line(String id, LocalDate recorded, boolean isWithdrawn) {}

    @Test
    void knowsTheFirstExtractOfEveryIncidentWhateverOrderAndBase(@TempDir Path folder) throws IOException {
        long seed = 4711;
        List<List<Line>> extracts = extracts(new Random(seed));
        for (int e = 0; e < EXTRACTS; e++) {
            Files.writeString(file(folder, e), text(extracts.get(e)));
        }
        // All but one, a base, then the one that came late, and the rest.
        int late = 20;
        List<Integer> inTime = new ArrayList<>();
        for (int e = 0; e < EXTRACTS - 1; e++) {
            if (e != late) {
                inTime.add(e);
            }
        }
        read(folder, inTime);
        assertTrue(StoreCompaction.compact(
                        configuration(folder, inTime),
                        KeyRing.demonstration(),
                        Progress.SILENT,
                        WorkersSource.of(SharedWorkers.get()))
                .isPresent());
        List<Integer> all = new ArrayList<>(inTime);
        all.add(late);
        all.add(EXTRACTS - 1);
        ReadRun run = read(folder, all);

        FirstShowings showings = run.showings().get(0);
        assertEquals(FIRST_MONDAY.minusWeeks(1), showings.weeks().firstWeek());
        assertEquals(FIRST_MONDAY.plusWeeks(EXTRACTS - 2), showings.weeks().lastWeek());
        assertEquals(naive(extracts), cells(showings.delays()), "seed " + seed);
    }

    @Test
    void estimatesRecentWeeksFromThem(@TempDir Path folder) throws IOException {
        List<List<Line>> extracts = extracts(new Random(12));
        List<Integer> all = new ArrayList<>();
        for (int e = 0; e < EXTRACTS; e++) {
            Files.writeString(file(folder, e), text(extracts.get(e)));
            all.add(e);
        }
        try (StoredRun stored = open(folder, all)) {
            TableRows rows = stored.run(SharedWorkers.get()).tables().stream()
                    .filter(table -> table.table().equals(NowcastsTable.TABLE))
                    .findFirst()
                    .orElseThrow();
            assertTrue(rows.size() > 0);
            for (int row = 0; row < rows.size(); row++) {
                String model = rows.column(NowcastsTable.NOWCAST_MODEL).display(row);
                assertTrue(Set.of("ok", "reduced_model").contains(model), model);
            }
        }
    }

    /** Without one week's extract the weeks before it tell nothing, and those after it are too few. */
    @Test
    void needsAnExtractOfEveryWeek(@TempDir Path folder) throws IOException {
        List<List<Line>> extracts = extracts(new Random(12));
        List<Integer> withGap = new ArrayList<>();
        for (int e = 0; e < EXTRACTS; e++) {
            Files.writeString(file(folder, e), text(extracts.get(e)));
            if (e != 10) {
                withGap.add(e);
            }
        }
        assertEquals(List.of(), read(folder, withGap).showings());
    }

    /** What each Monday's file holds: new records of up to six weeks before, corrected and withdrawn ones. */
    private static List<List<Line>> extracts(Random random) {
        List<List<Line>> extracts = new ArrayList<>();
        Map<String, Line> known = new TreeMap<>();
        for (int e = 0; e < EXTRACTS; e++) {
            LocalDate made = FIRST_MONDAY.plusWeeks(e);
            List<Line> lines = new ArrayList<>();
            for (Line line : List.copyOf(known.values())) {
                int fate = random.nextInt(60);
                if (fate < 3) {
                    lines.add(new Line(line.id(), line.recorded().minusDays(random.nextInt(20)), fate == 0));
                } else if (fate == 3) {
                    lines.add(line);
                }
            }
            for (int n = 0; n < 12; n++) {
                int days = random.nextInt(3) == 0 ? random.nextInt(42) : random.nextInt(7);
                lines.add(new Line("I-" + e + "-" + n, made.minusDays(1L + days), false));
            }
            // Coverage is a matter of the files' ends, which are always there.
            lines.add(new Line("END-" + e, made.minusDays(1), false));
            lines.forEach(line -> known.put(line.id(), line));
            extracts.add(lines);
        }
        return extracts;
    }

    /** Week recorded and weeks to the first file with the incident, of those that the last file with it does not withdraw. */
    private static Map<String, Integer> naive(List<List<Line>> extracts) {
        Map<String, Integer> first = new TreeMap<>();
        Map<String, Line> newest = new TreeMap<>();
        for (int e = 0; e < extracts.size(); e++) {
            for (Line line : extracts.get(e)) {
                first.putIfAbsent(line.id(), e);
                newest.put(line.id(), line);
            }
        }
        Map<String, Integer> cells = new TreeMap<>();
        newest.forEach((id, line) -> {
            if (!line.isWithdrawn()) {
                LocalDate week = line.recorded().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                LocalDate shown = FIRST_MONDAY.plusWeeks(Objects.requireNonNull(first.get(id)) - 1L);
                long delay = Math.min(15, Math.max(0, ChronoUnit.WEEKS.between(week, shown)));
                cells.merge(week + " " + delay, 1, Integer::sum);
            }
        });
        return cells;
    }

    private static Map<String, Integer> cells(WeekDelays delays) {
        Map<String, Integer> cells = new TreeMap<>();
        for (LocalDate week = FIRST_MONDAY.minusWeeks(60);
                week.isBefore(FIRST_MONDAY.plusWeeks(60));
                week = week.plusWeeks(1)) {
            for (int delay = 0; delay <= WeekDelays.LONGEST; delay++) {
                int count = delays.get(
                        RecordClass.CRIME.ordinal(),
                        CodeLists.communities().size(),
                        WeekDelays.weekOf(Math.toIntExact(week.toEpochDay())),
                        delay);
                if (count != 0) {
                    cells.put(week + " " + delay, count);
                }
            }
        }
        return cells;
    }

    private static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder(HEADER);
        for (Line line : lines) {
            text.append(String.join(
                            ",",
                            line.id(),
                            "crime",
                            line.recorded().minusDays(2).toString(),
                            line.recorded().toString(),
                            "E09000007",
                            "jewish",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            line.isWithdrawn() ? "yes" : "no"))
                    .append('\n');
        }
        return text.toString();
    }

    private static Path file(Path folder, int extract) {
        return folder.resolve("police-" + extract + ".csv");
    }

    private static ReadRun read(Path folder, List<Integer> extracts) {
        try (StoredRun stored = open(folder, extracts)) {
            return stored.read(SharedWorkers.get());
        }
    }

    private static StoredRun open(Path folder, List<Integer> extracts) {
        return StoredRun.open(configuration(folder, extracts), KeyRing.demonstration(), Progress.SILENT);
    }

    private static Configuration configuration(Path folder, List<Integer> extracts) {
        String profile = SourceProfiles.canonicalText(SourceProfiles.shippedText("canonical")
                .replace("series:\n  date: occurred", "series:\n  date: recorded"));
        return new Configuration(
                folder.resolve("vigil.yaml"),
                "A source dated by recording",
                List.of(new Configuration.Source(
                        "police",
                        SourceProfiles.parse("police", profile),
                        profile,
                        extracts.stream()
                                .sorted(Comparator.naturalOrder())
                                .map(e -> new Configuration.Extract(file(folder, e), FIRST_MONDAY.plusWeeks(e)))
                                .toList(),
                        0.0,
                        1.0)),
                Optional.empty(),
                folder.resolve("store").toString(),
                folder.resolve("releases"),
                "uk",
                new KeySource.Demonstration(),
                Configuration.Reports.NONE,
                new Configuration.Spark(OptionalInt.of(2), 1),
                Configuration.Runs.beside(folder.resolve("releases")));
    }
}
