package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.config.Configuration;
import org.vigil.incident.KeyRing;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoredLayer;
import org.vigil.tabulate.ExtractFacts;

/**
 * Histories in which extracts come in any order, are taken back and let in again, and in which the store is compacted at any moment: every state is
 * that of a model in memory that knows only the files.
 */
final class StoreUpkeepTest {
    @ParameterizedTest
    @ValueSource(longs = {11, 17, 19, 1, 2, 3, 4, 5, 6, 7, 8, 10})
    void noStateChangesWithCompactionAndRollback(long seed, @TempDir Path folder) throws IOException {
        new History(seed, folder).play();
    }

    /** A store and what the model knows of it. */
    private static final class History {
        private final Random random;
        private final String kind;
        private final Path folder;
        private final List<RandomHistory.File> waiting;
        private final List<RandomHistory.File> configured = new ArrayList<>();
        private final List<RandomHistory.File> loaded = new ArrayList<>();
        private final List<RandomHistory.File> takenBack = new ArrayList<>();
        private final StringBuilder story;
        private int compactions;

        History(long seed, Path folder) throws IOException {
            this.random = new Random(seed);
            this.kind = RandomHistory.kind(seed);
            this.folder = folder;
            this.waiting = new ArrayList<>(RandomHistory.files(random, kind, folder));
            Collections.shuffle(waiting, random);
            this.story = new StringBuilder("seed " + seed + ", " + kind + ":");
        }

        void play() throws IOException {
            arrive();
            for (int step = 0; step < 12; step++) {
                switch (random.nextInt(5)) {
                    case 0 -> takeBack();
                    case 1, 2 -> compact();
                    default -> arrive();
                }
                check(someDay());
            }
            compact();
            try (Stream<Path> partials = Files.list(folder.resolve("store/partials"))) {
                for (Path partial : partials.toList()) {
                    Files.delete(partial);
                }
            }
            for (RandomHistory.File file : List.copyOf(loaded)) {
                check(Optional.of(file.date));
            }
            check(Optional.empty());
            assertTrue(compactions > 0, story.toString());
        }

        private Optional<LocalDate> someDay() {
            return random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(loaded.get(random.nextInt(loaded.size())).date);
        }

        private Configuration configuration(Optional<LocalDate> asOf) {
            return RandomHistory.configuration(kind, folder, configured, asOf);
        }

        private void arrive() {
            List<RandomHistory.File> now = new ArrayList<>();
            if (!takenBack.isEmpty() && random.nextInt(3) == 0) {
                RandomHistory.File again = takenBack.remove(random.nextInt(takenBack.size()));
                String id = store().newest().takenBack().stream()
                        .map(StoreManifest.TakenBack::extract)
                        .filter(e -> e.fileName().equals(String.valueOf(again.path.getFileName())))
                        .findFirst()
                        .orElseThrow()
                        .extractId();
                assertTrue(
                        StoreRollback.allow(configuration(Optional.empty()), id).isPresent(), story.toString());
                now.add(again);
                story.append(" allow ").append(id);
            }
            for (int count = 1 + random.nextInt(2); count > 0 && !waiting.isEmpty(); count--) {
                RandomHistory.File file = waiting.remove(0);
                configured.add(file);
                now.add(file);
            }
            now.sort(
                    Comparator.comparing((RandomHistory.File file) -> file.date).thenComparing(configured::indexOf));
            int sequence = Stream.concat(loaded.stream(), takenBack.stream())
                    .mapToInt(file -> file.sequence)
                    .max()
                    .orElse(0);
            for (RandomHistory.File file : now) {
                file.sequence = ++sequence;
                story.append(" load ").append(file.path.getFileName());
            }
            loaded.addAll(now);
            check(Optional.empty());
        }

        private void takeBack() {
            if (loaded.size() < 2) {
                return;
            }
            RandomHistory.File last = loaded.stream()
                    .max(Comparator.comparingInt(file -> file.sequence))
                    .orElseThrow();
            loaded.remove(last);
            takenBack.add(last);
            story.append(" take back ").append(last.path.getFileName());
            StoreRollback.Outcome outcome = StoreRollback.takeBack(configuration(Optional.empty()), Optional.empty())
                    .orElseThrow();
            assertEquals(
                    String.valueOf(last.path.getFileName()), outcome.extract().fileName(), story.toString());
        }

        private void compact() {
            story.append(" compact");
            Configuration configuration = configuration(Optional.empty());
            compactions += StoreCompaction.compact(
                            configuration,
                            KeyRing.demonstration(),
                            Progress.SILENT,
                            WorkersSource.of(SharedWorkers.get()))
                    .map(outcome -> outcome.bases().size())
                    .orElse(0);
            long bases = store().newest().layers().stream()
                    .filter(layer -> layer.kind() == StoredLayer.Kind.BASE)
                    .count();
            assertTrue(bases > 0 || loaded.size() == 1, story.toString());
        }

        private Store store() {
            return Store.at(StorageFolder.at(folder.resolve("store").toString()));
        }

        private ReadRun read(Optional<LocalDate> asOf) {
            try (StoredRun stored = StoredRun.open(configuration(asOf), KeyRing.demonstration(), Progress.SILENT)) {
                return stored.read(SharedWorkers.get());
            }
        }

        private void check(Optional<LocalDate> asOf) {
            List<RandomHistory.File> known = loaded.stream()
                    .filter(file -> asOf.isEmpty() || !file.date.isAfter(asOf.get()))
                    .sorted(Comparator.comparing((RandomHistory.File file) -> file.date)
                            .thenComparing(file -> file.sequence))
                    .toList();
            String where = story + ", as of " + asOf;
            ReadRun run = assertDoesNotThrow(() -> read(asOf), where);
            List<RandomHistory.Row> model = RandomHistory.state(kind, known);
            assertEquals(
                    RandomHistory.cells(model),
                    RandomHistory.cells(run.sources().get(0).cube()),
                    where);
            assertEquals(
                    model.size(),
                    run.extracts().stream().mapToLong(e -> e.fates().accepted()).sum(),
                    where);
            assertTrue(run.extracts().stream().allMatch(ExtractFacts::isConserved), where);
        }
    }
}
