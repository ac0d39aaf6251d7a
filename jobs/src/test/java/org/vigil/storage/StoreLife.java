package org.vigil.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.crash.Week;
import org.vigil.incident.KeyRing;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.FileHash;
import org.vigil.run.Progress;
import org.vigil.run.Publication;
import org.vigil.run.StoreCompaction;
import org.vigil.run.StoreExport;
import org.vigil.run.StoreHistory;
import org.vigil.run.StoreRollback;
import org.vigil.run.StoreSweep;
import org.vigil.run.StoreVerification;
import org.vigil.run.StoredRun;
import org.vigil.store.ConflictException;
import org.vigil.store.Store;

/**
 * What a store lets its owner see in the course of a few weeks, with changes, withdrawals, an extract that comes late, a compaction and a rollback.
 *
 * @param releases checksums of all releases, by name
 * @param history ledger and versions, without times
 * @param exported the list of exported files with their checksums
 */
record StoreLife(SortedMap<String, String> releases, List<String> history, String exported) {
    /** Leads it: extracts and releases in a folder of the local disk, the store wherever {@code store} says. */
    static StoreLife lead(Path folder, String store) throws IOException {
        Week.write(folder);
        Files.writeString(
                folder.resolve("everything.yaml"),
                SourceProfiles.shippedText("london-synthetic").replace("extracts: delta", "extracts: full"));
        Configuration held = configuration(folder, store, "held", List.of());
        Configuration next = configuration(folder, store, "next", List.of(Week.NEXT));
        Configuration other = configuration(folder, store, "other", List.of(Week.OTHER));

        weekly(held.withAsOf(Week.date(2)));
        weekly(next);
        List<String> history = new ArrayList<>();
        history.add("compacted "
                + StoreCompaction.compact(next, key(next), Progress.SILENT).orElseThrow().bases().stream()
                        .map(base -> base.sourceCode() + " " + base.incidents() + " " + base.vanished())
                        .toList());
        requireSound(next);
        weekly(next.withAsOf(Week.date(3)));
        StorageFolder out = StorageFolder.at(store + "-exported");
        assertTrue(StoreExport.export(next, key(next), Optional.empty(), out.location(), Progress.SILENT)
                .isPresent());
        String exported = new String(out.read("files.txt"), StandardCharsets.UTF_8);
        history.add("took back "
                + StoreRollback.takeBack(next, Optional.empty())
                        .orElseThrow()
                        .extract()
                        .extractId());
        weekly(other);
        assertThrows(ConflictException.class, () -> overtake(store));
        StoreSweep.sweep(other, Duration.ofDays(-1), Progress.SILENT);
        assertEquals(List.of(), requireSound(other).orphans());
        history.addAll(history(other));
        return new StoreLife(releases(folder.resolve("releases/restricted")), history, exported);
    }

    private static Configuration configuration(Path folder, String store, String name, List<Integer> newWeeks)
            throws IOException {
        Path file = folder.resolve(name + ".yaml");
        Files.writeString(file, Week.configuration(newWeeks).replace("store: store", "store: " + store));
        return ConfigurationReader.read(file);
    }

    private static KeyRing key(Configuration configuration) {
        return configuration.key().open();
    }

    private static void weekly(Configuration configuration) {
        try (StoredRun run = StoredRun.open(configuration, key(configuration), Progress.SILENT)) {
            Publication.publish(configuration, run.run(), staged -> {});
            run.tidy();
        }
    }

    private static StoreVerification.Outcome requireSound(Configuration configuration) {
        StoreVerification.Outcome outcome = StoreVerification.verify(
                configuration, key(configuration), StoreVerification.Extent.ALL, Progress.SILENT);
        assertEquals(List.of(), outcome.findings());
        return outcome;
    }

    /** As a second writer would, past every lock. */
    private static void overtake(String location) {
        Store store = Store.at(StorageFolder.at(location));
        store.commit(store.newest());
    }

    private static List<String> history(Configuration configuration) {
        StoreHistory history = StoreHistory.of(configuration);
        List<String> lines = new ArrayList<>();
        history.extracts()
                .forEach(e -> lines.add(e.storeVersion() + " " + e.extract().extractId() + " "
                        + e.extract().rows() + " " + e.extract().effect()));
        history.takenBack().forEach(t -> lines.add("taken back " + t.extract().extractId()));
        history.otherVersions().forEach(v -> lines.add(v.storeVersion() + " " + v.action() + " " + v.note()));
        return lines;
    }

    private static SortedMap<String, String> releases(Path audience) throws IOException {
        SortedMap<String, String> releases = new TreeMap<>();
        try (Stream<Path> files = Files.walk(audience)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                releases.put(audience.relativize(file).toString(), FileHash.sha256(file));
            }
        }
        return releases;
    }
}
