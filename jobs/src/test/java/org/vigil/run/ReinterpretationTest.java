package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.attribution.Attribution;
import org.vigil.attribution.Cause;
import org.vigil.config.Configuration;
import org.vigil.incident.KeyRing;
import org.vigil.incident.MasterKey;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.ReleaseReader;
import org.vigil.revision.CellDifference;
import org.vigil.revision.ReleaseDifference;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoredLayer;

/** Retained words read anew, held against loading everything afresh under the new profile. */
final class ReinterpretationTest {
    private static final List<String> AREAS = List.of("E09000002", "E09000003", "E09000030");
    private static final List<String> WORDS = List.of("jewish", "muslim", "black", "jewish;black");
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 2);
    private static final String COLUMN =
            "    column: target_communities\n    separator: \";\"\n    vocabulary: codes\n";

    @ParameterizedTest
    @ValueSource(strings = {"delta", "full", "merged"})
    void isTheSameAsLoadingEverythingAfresh(String kind, @TempDir Path folder) throws IOException {
        List<Configuration.Extract> extracts = history(new Random(7), kind, folder);
        Configuration before = AttributionHistoryTest.configuration(folder, extracts, profile(kind, ""));
        Configuration now = AttributionHistoryTest.configuration(folder, extracts, profile(kind, "black: hindu"));
        Store store = Store.at(StorageFolder.at(before.store()));
        ReleaseReader old = AttributionHistoryTest.publish(before);
        int version = store.newest().version();

        assertEquals(List.of(), Reinterpretation.apply(before, Progress.SILENT).sources());
        Reinterpretation shown = Reinterpretation.show(now, Progress.SILENT);
        assertEquals(version, store.newest().version(), "showing writes nothing");
        Reinterpretation applied = Reinterpretation.apply(now, Progress.SILENT);

        assertEquals(version + 1, applied.version().getAsInt());
        assertEquals(shown.sources(), applied.sources());
        assertEquals(List.of(), Reinterpretation.show(now, Progress.SILENT).sources());
        ReleaseReader reread = AttributionHistoryTest.publish(now);
        ReleaseReader fresh = AttributionHistoryTest.publish(elsewhere(now, folder.resolve("afresh")));
        assertEquals(fresh.manifest().contentHash(), reread.manifest().contentHash());

        ReleaseDifference difference = ReleaseDifference.between(old, reread);
        assertEquals(moved(difference), shown(shown));
        Attribution attribution = AttributionHistoryTest.attribution(folder.resolve("store"), difference, old, reread);
        for (CellDifference move : difference.largestMoves(Integer.MAX_VALUE)) {
            assertEquals(Map.of(Cause.PROFILE_OR_CODE_LIST, move.change().orElseThrow()), attribution.causesOf(move));
        }
        assertTrue(attribution.movedCells(Cause.PROFILE_OR_CODE_LIST) > 0);
    }

    @Test
    void namesTheCodesThatChangeWithTheirStrands(@TempDir Path folder) throws IOException {
        List<Configuration.Extract> extracts = List.of(
                write(folder, 0, List.of(row("a", "black", 0), row("b", "jewish;black", 40), row("c", "muslim", 80))));
        load(AttributionHistoryTest.configuration(folder, extracts, profile("delta", "")));

        ReinterpretedSource shown = Reinterpretation.show(
                        AttributionHistoryTest.configuration(folder, extracts, profile("delta", "black: hindu")),
                        Progress.SILENT)
                .sources()
                .get(0);

        assertEquals(
                """
                strands: race to religion 2
                target_communities: black to hindu 1
                target_communities: jewish;black to jewish;hindu 1
                """,
                shown.codes().entrySet().stream()
                        .map(e -> e.getKey().column() + ": " + e.getKey().before() + " to "
                                + e.getKey().now() + " " + e.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** A word that stands for no strand leaves it to the community, in the second reading as in the first. */
    @Test
    void leavesTheStrandToTheCommunityWhereAWordStandsForNone(@TempDir Path folder) throws IOException {
        List<Configuration.Extract> extracts = List.of(write(
                folder,
                0,
                List.of(
                        row("a", "black", 0).replace("black,", "black,open"),
                        row("b", "jewish", 40).replace("jewish,", "jewish,open"),
                        row("c", "black", 80).replace("black,", "black,religion"))));
        load(AttributionHistoryTest.configuration(folder, extracts, strandsProfile("open: religion")));

        assertEquals(
                List.of("religion to  1", "religion to race 1"),
                Reinterpretation.show(
                                AttributionHistoryTest.configuration(folder, extracts, strandsProfile("open: []")),
                                Progress.SILENT)
                        .sources()
                        .get(0)
                        .codes()
                        .entrySet()
                        .stream()
                        .map(e -> e.getKey().before() + " to " + e.getKey().now() + " " + e.getValue())
                        .toList());
    }

    private static String strandsProfile(String label) {
        String column = "    column: strands\n    separator: \";\"\n    vocabulary: codes\n";
        String text = SourceProfiles.shippedText("canonical");
        assertTrue(text.contains(column));
        return SourceProfiles.canonicalText(text.replace(column, column + "    labels:\n      " + label + "\n"));
    }

    @Test
    void refusesAnotherSeriesAndWordsWithoutAMeaning(@TempDir Path folder) throws IOException {
        List<Configuration.Extract> extracts =
                List.of(write(folder, 0, List.of(row("a", "black", 0), row("b", "muslim", 80))));
        load(AttributionHistoryTest.configuration(folder, extracts, profile("delta", "")));

        String otherSeries = SourceProfiles.canonicalText(
                SourceProfiles.shippedText("canonical").replace("date: occurred", "date: recorded"));
        assertEquals(
                "Nothing was reinterpreted: the profile of the source history declares another date of the series than the one"
                        + " that history-2024-01-01 was read with, which retained words cannot follow; expected other labels,"
                        + " codes and vocabularies only. To load the extracts again under this profile, name another folder"
                        + " under store in the configuration and run vigil weekly.",
                refusal(folder, extracts, otherSeries));
        String noting = SourceProfiles.canonicalText(
                SourceProfiles.shippedText("canonical") + "shared-reference: {column: number, source: police}\n");
        assertEquals(
                "Nothing was reinterpreted: the profile of the source history declares another shared reference than the one"
                        + " that history-2024-01-01 was read with, which retained words cannot follow; expected other labels,"
                        + " codes and vocabularies only. To load the extracts again under this profile, name another folder"
                        + " under store in the configuration and run vigil weekly.",
                refusal(folder, extracts, noting));
        String withoutBlack = SourceProfiles.canonicalText(SourceProfiles.shippedText("canonical")
                .replace(COLUMN, COLUMN.replace("    vocabulary: codes\n", "    labels:\n      muslim: muslim\n")));
        assertEquals(
                "Nothing was reinterpreted: the profile of the source history gives no meaning to retained words"
                        + " (target_communities: 1 rows); expected a meaning for every word that the store holds. Declare"
                        + " them in the profile again.",
                refusal(folder, extracts, withoutBlack));
    }

    private static String refusal(Path folder, List<Configuration.Extract> extracts, String profile) {
        Configuration configuration = AttributionHistoryTest.configuration(folder, extracts, profile);
        return String.valueOf(
                assertThrows(FindingsException.class, () -> Reinterpretation.apply(configuration, Progress.SILENT))
                        .getMessage());
    }

    /** What a full extract said by its silence is stated again for a late one's sake; that one is read anew, and then the source is moved to another key. */
    @Test
    void whatALateExtractMadeNecessaryStillNamesItsLayer(@TempDir Path folder) throws IOException {
        Configuration.Extract full = write(folder, 1, List.of(row("a", "black", 0), row("c", "muslim", 80)));
        Configuration.Extract late = write(folder, 0, List.of(row("a", "black", 0), row("b", "black", 40)));
        load(AttributionHistoryTest.configuration(folder, List.of(full), profile("full", "")));
        load(AttributionHistoryTest.configuration(folder, List.of(late, full), profile("full", "black: hindu")));
        Configuration now = AttributionHistoryTest.configuration(folder, List.of(late, full), profile("full", ""));
        Reinterpretation.apply(now, Progress.SILENT);

        StoreManifest held =
                Store.at(StorageFolder.at(folder.resolve("store").toString())).newest();
        List<StoredLayer> restorations = held.layers().stream()
                .filter(layer -> layer.kind() == StoredLayer.Kind.RESTORATION)
                .toList();
        assertEquals(1, restorations.size());
        assertEquals(
                held.layers().stream()
                        .filter(layer -> layer.kind() == StoredLayer.Kind.EXTRACT
                                && layer.extractId().endsWith("2024-01-01"))
                        .map(StoredLayer::layerId)
                        .toList(),
                restorations.get(0).covered());
        MasterKey second = MasterKey.ofDigits("V", Optional.of("fedcba9876543210".repeat(4)));
        assertEquals(
                3,
                StoreRekeying.move(
                                now,
                                new KeyRing(Map.of(1, MasterKey.demonstration(), 2, second)),
                                Progress.SILENT,
                                WorkersSource.of(SharedWorkers.get()))
                        .orElseThrow()
                        .sources()
                        .get(0)
                        .layers());
    }

    @Test
    void theWeeklyRunSaysThatWordsWereReadOtherwise(@TempDir Path folder) throws IOException {
        List<Configuration.Extract> extracts =
                List.of(write(folder, 0, List.of(row("a", "black", 0), row("b", "muslim", 80))));
        assertFalse(load(AttributionHistoryTest.configuration(folder, extracts, profile("delta", ""))).stream()
                .anyMatch(sentence -> sentence.contains("reinterpret")));

        assertTrue(load(AttributionHistoryTest.configuration(folder, extracts, profile("delta", "black: hindu")))
                .contains(
                        "1 extract of the store was read under another profile or code list than today's; their figures stay"
                                + " as they were. See what would move: vigil store reinterpret"));
    }

    private static List<String> load(Configuration configuration) {
        List<String> said = new ArrayList<>();
        try (StoredRun run = StoredRun.open(configuration, KeyRing.demonstration(), said::add)) {
            run.read(SharedWorkers.get());
        }
        return said;
    }

    // ---- Moves ----

    private static Map<String, Long> moved(ReleaseDifference difference) {
        Map<String, Long> moves = new TreeMap<>();
        difference.cells().stream()
                .filter(cell -> cell.kind() == CellDifference.Kind.MOVED)
                .filter(cell -> cell.cell().series().dateBasis().equals("occurred"))
                .forEach(cell -> moves.put(
                        cell.cell().series().recordClass() + " "
                                + cell.cell().series().areaCode() + " "
                                + cell.cell().series().communityCode() + " "
                                + cell.cell().series().periodType() + " "
                                + cell.cell().periodStart(),
                        cell.change().orElseThrow()));
        return moves;
    }

    private static Map<String, Long> shown(Reinterpretation outcome) {
        Map<String, Long> moves = new TreeMap<>();
        outcome.sources()
                .get(0)
                .cells()
                .forEach(cell -> moves.put(
                        cell.recordClass() + " " + cell.area() + " " + cell.community() + " " + cell.periodType() + " "
                                + cell.start(),
                        cell.change()));
        return moves;
    }

    // ---- Files ----

    private static List<Configuration.Extract> history(Random random, String kind, Path folder) throws IOException {
        List<Configuration.Extract> extracts = new ArrayList<>();
        Map<String, List<String>> world = new TreeMap<>();
        for (int f = 0; f < 3; f++) {
            List<String> touched = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                String id = "id" + random.nextInt(40);
                int day = random.nextInt(200);
                List<String> rows = new ArrayList<>(List.of(row(id, WORDS.get(random.nextInt(4)), day)));
                if (kind.equals("merged") && random.nextBoolean()) {
                    rows.add(row(id, WORDS.get(random.nextInt(4)), day));
                }
                if (world.put(id, rows) == null || !kind.equals("merged")) {
                    touched.addAll(rows);
                }
            }
            List<String> all = world.values().stream().flatMap(List::stream).toList();
            extracts.add(write(folder, f, kind.equals("full") ? all : touched));
        }
        return extracts;
    }

    private static String row(String id, String word, int day) {
        LocalDate date = FIRST_DAY.plusDays(day);
        String area = AREAS.get(Math.floorMod(id.hashCode(), AREAS.size()));
        return String.join(
                ",", id, "crime", date.toString(), date.toString(), area, word, "", "", "", "", "", "", "no");
    }

    private static Configuration.Extract write(Path folder, int number, List<String> rows) throws IOException {
        Path path = folder.resolve("extract-" + number + ".csv");
        Files.writeString(
                path,
                "incident_id,record_class,occurred_date,recorded_date,area,target_communities,"
                        + "strands,offence_group,location_type,context,reporting_source,outcome,withdrawn\n"
                        + String.join("\n", rows) + "\n");
        return new Configuration.Extract(path, LocalDate.of(2024, 1, 1).plusWeeks(number));
    }

    private static String profile(String kind, String label) {
        String text = SourceProfiles.shippedText("canonical");
        assertTrue(text.contains(COLUMN));
        text = switch (kind) {
            case "full" -> text.replace("extracts: delta", "extracts: full");
            case "merged" -> text.replace("kind: source-id", "kind: source-id-merged");
            default -> text;
        };
        return SourceProfiles.canonicalText(
                label.isEmpty() ? text : text.replace(COLUMN, COLUMN + "    labels:\n      " + label + "\n"));
    }

    private static Configuration elsewhere(Configuration c, Path folder) {
        return new Configuration(
                c.file(),
                c.title(),
                c.sources(),
                c.asOf(),
                folder.resolve("store").toString(),
                folder.resolve("releases"),
                c.eventCatalogue(),
                c.key(),
                c.reports(),
                c.spark(),
                Configuration.Runs.beside(folder.resolve("releases")));
    }
}
