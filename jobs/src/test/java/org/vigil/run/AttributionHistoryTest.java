package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.attribution.Attribution;
import org.vigil.attribution.Cause;
import org.vigil.attribution.SourceReading;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.config.KeySource;
import org.vigil.geography.Geography;
import org.vigil.incident.KeyRing;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.ReleaseReader;
import org.vigil.revision.CellDifference;
import org.vigil.revision.PublishedSeries;
import org.vigil.revision.ReleaseDifference;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;

/** Causes of moves between releases of random histories, against a model in memory that knows each incident's fate. */
final class AttributionHistoryTest {
    private static final List<String> AREAS = List.of("E09000002", "E09000003", "E09000030");
    private static final List<String> WORDS = List.of("jewish", "muslim", "black");
    private static final String WHOLE = Geography.load("london").wholeAreaCode();
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 11, 20);
    private static final int DAYS = 500;

    private record Row(String id, String area, String word, LocalDate occurred, LocalDate recorded, boolean withdrawn) {
        String csv() {
            return String.join(
                    ",",
                    id,
                    "crime",
                    occurred.toString(),
                    recorded.toString(),
                    area,
                    word,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    withdrawn ? "yes" : "no");
        }
    }

    /** An incident as the model knows it: the row and what its word was taken to mean. */
    private record Known(Row row, String community) {}

    /** What an incident brings to the cells that it stands in, or takes from them. */
    private record Step(Cause cause, int sign, String area, String community, LocalDate occurred, LocalDate recorded) {
        static Step of(Cause cause, int sign, Row row, String community) {
            return new Step(cause, sign, row.area(), community, row.occurred(), row.recorded());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyMoveAddsUpAsTheModelSays(long seed, @TempDir Path folder) throws IOException {
        Random random = new Random(seed);
        boolean isFull = seed % 2 == 0;
        boolean isReadOtherwise = seed % 4 >= 2;
        Map<String, Row> world = new TreeMap<>();
        List<Configuration.Extract> extracts = new ArrayList<>();
        Set<Cause> met = EnumSet.noneOf(Cause.class);
        Map<String, Known> state = new HashMap<>();
        Map<String, Known> atFirst = Map.of();
        ReleaseReader first = null;
        for (int f = 0; f < 5; f++) {
            List<Row> touched = new ArrayList<>();
            for (int i = 0; i < (f == 0 ? 60 : 15); i++) {
                Row row = row(random, "id" + random.nextInt(90), world);
                world.put(row.id(), row);
                touched.add(row);
            }
            if (first != null) {
                LocalDate dayAfter = lastShown(atFirst).plusDays(1);
                Row row = new Row("new" + f, AREAS.get(0), "jewish", dayAfter, dayAfter, false);
                world.put(row.id(), row);
                touched.add(row);
            }
            if (f > 0 && isFull) {
                world.keySet().removeIf(id -> random.nextInt(15) == 0);
            }
            List<Row> rows = new ArrayList<>(isFull ? world.values() : touched);
            extracts.add(write(folder, f, rows));
            boolean isOtherwise = isReadOtherwise && f >= 3;
            if (isFull) {
                state.clear();
            }
            rows.forEach(row -> state.put(
                    row.id(), new Known(row, isOtherwise && row.word().equals("black") ? "asian" : row.word())));
            if (f == 0) {
                continue;
            }
            ReleaseReader release = publish(configuration(folder, extracts, isFull, isOtherwise));
            if (first == null) {
                first = release;
                atFirst = Map.copyOf(state);
            } else {
                met.addAll(check("seed " + seed + ", file " + f, folder, first, release, steps(atFirst, state)));
            }
        }
        assertTrue(
                met.containsAll(Set.of(Cause.NEW_RECORDS, Cause.LATE_RECORDS, Cause.WITHDRAWN, Cause.RECLASSIFICATION)),
                "seed " + seed);
    }

    /** Returns the causes that were met. */
    private static Set<Cause> check(
            String where, Path folder, ReleaseReader first, ReleaseReader second, List<Step> steps) {
        ReleaseDifference difference = ReleaseDifference.between(first, second);
        Attribution attribution = attribution(folder.resolve("store"), difference, first, second);
        assertEquals(List.of(), attribution.remarks(), where);
        LocalDate covered = difference.cells().stream()
                .filter(cell -> cell.later().isPresent())
                .filter(cell -> cell.cell().series().periodType().equals("month"))
                .map(cell -> cell.cell().periodStart())
                .min(LocalDate::compareTo)
                .orElseThrow();
        int checked = 0;
        Set<Cause> met = EnumSet.noneOf(Cause.class);
        for (CellDifference cell : difference.cells()) {
            PublishedSeries series = cell.cell().series();
            if (cell.kind() == CellDifference.Kind.MOVED) {
                Map<Cause, Long> causes = attribution.causesOf(cell);
                Map<Cause, Long> expected = causes(steps, cell);
                assertEquals(
                        cell.change().orElseThrow(),
                        causes.values().stream().mapToLong(Long::longValue).sum(),
                        where);
                if (series.periodType().equals("month") || series.periodType().equals("iso_week")) {
                    assertEquals(expected, causes, where + ", " + cell);
                    checked++;
                    met.addAll(expected.keySet());
                } else if (!cell.cell().periodStart().isBefore(covered)) {
                    causes.remove(Cause.MODEL_OR_POLICY);
                    assertEquals(expected, causes, where + ", " + cell);
                }
            }
        }
        assertTrue(checked > 50, where + ", cells checked: " + checked);
        for (Cause cause : met) {
            assertTrue(attribution.movedCells(cause) > 0 && attribution.incidents(cause) > 0, where + ", " + cause);
        }
        return met;
    }

    // ---- The model ----

    private static List<Step> steps(Map<String, Known> before, Map<String, Known> now) {
        List<Step> steps = new ArrayList<>();
        LocalDate lastShown = lastShown(before);
        before.forEach((id, old) -> {
            Known later = now.get(id);
            if (!old.row().withdrawn() && (later == null || later.row().withdrawn())) {
                steps.add(Step.of(Cause.WITHDRAWN, -1, old.row(), old.community()));
            }
        });
        now.forEach((id, later) -> {
            Known old = before.get(id);
            if (later.row().withdrawn()) {
                return;
            }
            if (old == null) {
                Cause cause = later.row().occurred().isAfter(lastShown) ? Cause.NEW_RECORDS : Cause.LATE_RECORDS;
                steps.add(Step.of(cause, 1, later.row(), later.community()));
            } else if (old.row().withdrawn()) {
                steps.add(Step.of(Cause.RECLASSIFICATION, 1, later.row(), later.community()));
            } else {
                boolean sameWord = old.row().word().equals(later.row().word());
                String read = sameWord ? later.community() : old.community();
                steps.add(Step.of(Cause.PROFILE_OR_CODE_LIST, -1, old.row(), old.community()));
                steps.add(Step.of(Cause.PROFILE_OR_CODE_LIST, 1, old.row(), read));
                steps.add(Step.of(Cause.RECLASSIFICATION, -1, old.row(), read));
                steps.add(Step.of(Cause.RECLASSIFICATION, 1, later.row(), later.community()));
            }
        });
        return steps;
    }

    private static LocalDate lastShown(Map<String, Known> state) {
        return state.values().stream()
                .filter(known -> !known.row().withdrawn())
                .map(known -> known.row().occurred())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Map<Cause, Long> causes(List<Step> steps, CellDifference cell) {
        PublishedSeries series = cell.cell().series();
        LocalDate from = cell.cell().periodStart();
        LocalDate to = switch (series.periodType()) {
            case "iso_week" -> from.plusWeeks(1);
            case "month" -> from.plusMonths(1);
            case "quarter" -> from.plusMonths(3);
            default -> from.plusYears(1);
        };
        Map<Cause, Long> sums = new EnumMap<>(Cause.class);
        for (Step step : steps) {
            LocalDate date = series.dateBasis().equals("occurred") ? step.occurred() : step.recorded();
            if (!date.isBefore(from)
                    && date.isBefore(to)
                    && (series.areaCode().equals(WHOLE) || series.areaCode().equals(step.area()))
                    && (series.communityCode().equals("all")
                            || series.communityCode().equals(step.community()))) {
                sums.merge(step.cause(), (long) step.sign(), Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    // ---- Other situations ----

    @Test
    void saysThatAnotherStoreDoesNotHoldTheReleases(@TempDir Path folder) throws IOException {
        Row row = new Row("a", AREAS.get(0), "jewish", FIRST_DAY, FIRST_DAY, false);
        Row anchor = new Row("z", AREAS.get(0), "muslim", FIRST_DAY.plusDays(60), FIRST_DAY.plusDays(60), false);
        List<Configuration.Extract> extracts = new ArrayList<>(List.of(write(folder, 0, List.of(row, anchor))));
        ReleaseReader first = publish(configuration(folder, extracts, false, false));
        extracts.add(write(
                folder, 1, List.of(new Row("b", AREAS.get(0), "jewish", FIRST_DAY, FIRST_DAY.plusDays(1), false))));
        ReleaseReader second = publish(configuration(folder, extracts, false, false));
        ReleaseDifference difference = ReleaseDifference.between(first, second);

        Attribution attribution = attribution(folder.resolve("elsewhere"), difference, first, second);

        assertEquals(
                List.of("Moves of the source history could not be attributed: no version of the store "
                        + folder.resolve("elsewhere")
                        + " holds the extracts of the two releases and no others of its day; expected the store that both"
                        + " releases were made from."),
                attribution.remarks());
        List<CellDifference> moves = difference.largestMoves(1_000);
        assertFalse(moves.isEmpty());
        moves.forEach(move ->
                assertEquals(Map.of(Cause.NOT_ATTRIBUTABLE, move.change().orElseThrow()), attribution.causesOf(move)));
        assertEquals(moves.size(), attribution.movedCells(Cause.NOT_ATTRIBUTABLE));
    }

    /** Two publications of the same register; skipped where the files are not beside the project. */
    @Test
    void attributesEveryMoveBetweenTwoNypdReleases(@TempDir Path folder) {
        Path older = RealExtracts.requireThere("nyc-nypd-hate-crimes/NYPD_Hate_Crimes_20240929.csv");
        Path newer = RealExtracts.requireThere("nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv");
        Configuration shipped = PublishedRun.movedTo(
                ConfigurationReader.read(Path.of("configurations/nypd-hate-crimes.yaml")), folder.resolve("releases"));
        Configuration.Extract first = new Configuration.Extract(older, LocalDate.of(2024, 9, 29));
        Configuration.Extract second = new Configuration.Extract(newer, LocalDate.of(2026, 2, 9));
        ReleaseReader before = publish(withExtracts(shipped, List.of(first)));
        ReleaseReader now = publish(withExtracts(shipped, List.of(first, second)));
        ReleaseDifference difference = ReleaseDifference.between(before, now);

        Attribution attribution =
                attribution(folder.resolve("releases-store"), difference, before, now, "nypd-hate-crimes", "nyc");

        assertEquals(List.of(), attribution.remarks());
        assertFalse(difference.largestMoves(1).isEmpty());
        // As the ledger has it: 904 added, 33 of them late, and 16 that vanished.
        assertEquals(871, attribution.incidents(Cause.NEW_RECORDS));
        assertEquals(33, attribution.incidents(Cause.LATE_RECORDS));
        assertEquals(16, attribution.incidents(Cause.WITHDRAWN));
        assertEquals(0, attribution.movedCells(Cause.NOT_ATTRIBUTABLE));
        assertEquals(0, attribution.movedCells(Cause.PROFILE_OR_CODE_LIST));
        assertEquals(0, attribution.movedCells(Cause.MODEL_OR_POLICY));
        for (CellDifference move : difference.largestMoves(Integer.MAX_VALUE)) {
            assertEquals(
                    move.change().orElseThrow(),
                    attribution.causesOf(move).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
    }

    private static Configuration withExtracts(Configuration c, List<Configuration.Extract> extracts) {
        Configuration.Source source = c.sources().get(0);
        return new Configuration(
                c.file(),
                c.title(),
                List.of(new Configuration.Source(
                        source.code(),
                        source.profile(),
                        source.profileText(),
                        extracts,
                        source.rejectedShare(),
                        source.vanishedShare())),
                c.asOf(),
                c.store(),
                c.releases(),
                c.eventCatalogue(),
                c.key(),
                c.reports(),
                c.spark(),
                c.runs());
    }

    // ---- Runs and files ----

    static Attribution attribution(
            Path store, ReleaseDifference difference, ReleaseReader first, ReleaseReader second) {
        return attribution(store, difference, first, second, "history", "canonical");
    }

    private static Attribution attribution(
            Path store,
            ReleaseDifference difference,
            ReleaseReader first,
            ReleaseReader second,
            String source,
            String profile) {
        String shipped = SourceProfiles.shippedText(profile.equals("nyc") ? source : profile);
        return Attribution.of(
                difference,
                first,
                second,
                Store.at(StorageFolder.at(store.toString())),
                List.of(new SourceReading(source, SourceProfiles.parse(source, shipped))));
    }

    static ReleaseReader publish(Configuration configuration) {
        try (StoredRun stored = StoredRun.open(configuration, KeyRing.demonstration(), Progress.SILENT)) {
            CountedRun run = stored.run(SharedWorkers.get());
            return ReleaseReader.open(
                    Publication.publish(configuration, run, release -> {}).folder());
        }
    }

    private static Row row(Random random, String id, Map<String, Row> world) {
        LocalDate occurred = FIRST_DAY.plusDays(random.nextInt(DAYS));
        Row old = world.get(id);
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return new Row(
                id,
                AREAS.get(random.nextInt(AREAS.size())),
                old != null && random.nextBoolean() ? old.word() : word,
                occurred,
                occurred.plusDays(random.nextInt(40)),
                random.nextInt(10) == 0);
    }

    private static Configuration.Extract write(Path folder, int number, List<Row> rows) throws IOException {
        Path path = folder.resolve("extract-" + number + ".csv");
        StringBuilder csv =
                new StringBuilder("incident_id,record_class,occurred_date,recorded_date,area,target_communities,"
                        + "strands,offence_group,location_type,context,reporting_source,outcome,withdrawn\n");
        rows.forEach(row -> csv.append(row.csv()).append('\n'));
        Files.writeString(path, csv);
        return new Configuration.Extract(path, FIRST_DAY.plusDays(DAYS + 50).plusWeeks(number));
    }

    static String profile(boolean isFull, boolean isOtherwise) {
        String text = SourceProfiles.shippedText("canonical");
        if (isFull) {
            text = text.replace("extracts: delta", "extracts: full");
        }
        if (isOtherwise) {
            String column = "    column: target_communities\n    separator: \";\"\n    vocabulary: codes\n";
            assertTrue(text.contains(column));
            text = text.replace(column, column + "    labels:\n      black: asian\n");
        }
        return SourceProfiles.canonicalText(text);
    }

    private static Configuration configuration(
            Path folder, List<Configuration.Extract> extracts, boolean isFull, boolean isOtherwise) {
        return configuration(folder, extracts, profile(isFull, isOtherwise));
    }

    static Configuration configuration(Path folder, List<Configuration.Extract> extracts, String profile) {
        return new Configuration(
                folder.resolve("vigil.yaml"),
                "History",
                List.of(new Configuration.Source(
                        "history", SourceProfiles.parse("history", profile), profile, extracts, 0.0, 1.0)),
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
