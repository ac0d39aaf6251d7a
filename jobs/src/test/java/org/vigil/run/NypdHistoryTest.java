package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.incident.MasterKey;
import org.vigil.release.ReleaseReader;
import org.vigil.release.RevisionsTable;
import org.vigil.storage.StorageFolder;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;

/** The complaints of New York as published in September 2024, then as published in 2026: what the publisher changed shows in the ledger. */
final class NypdHistoryTest {
    private static final Path DATA = Path.of("../../shared/real-data/nyc-nypd-hate-crimes");

    @Test
    void tellsWhatTheSecondFileAddedChangedAndDropped(@TempDir Path folder) throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the real data is not there");
        publish(folder, "NYPD_Hate_Crimes_20240929.csv", "2024-09-29");
        ReleaseReader second = publish(folder, "NYPD_Hate_Crimes_2019_2025.csv", "2026-02-09");
        List<LoadedExtract> ledger = Store.at(
                        StorageFolder.at(folder.resolve("store").toString()))
                .newest()
                .extracts();
        LoadedExtract.Effect first = ledger.get(0).effect();
        LoadedExtract.Effect effect = ledger.get(1).effect();
        assertEquals(first.incidents(), first.added());
        assertEquals(16, effect.vanished());
        assertEquals(first.incidents() - 16, effect.changed() + effect.unchanged());
        assertEquals(3_711, effect.incidents());
        assertEquals(Map.of("offence_group", 4L), effect.changedColumns());
        assertTrue(second.table(RevisionsTable.TABLE).rowCount() > 0, "moves of published figures");
    }

    @Test
    void refusesTheFileThatASpreadsheetDamaged(@TempDir Path folder) throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the real data is not there");
        publish(folder, "NYPD_Hate_Crimes_20240929.csv", "2024-09-29");
        FindingsException refused = assertThrows(
                FindingsException.class, () -> publish(folder, "NYPD_Hate_Crimes_excel_resaved.csv", "2024-12-20"));
        assertTrue(String.valueOf(refused.getMessage()).contains("damaged-identity"), refused.toString());
        assertEquals(
                1,
                Store.at(StorageFolder.at(folder.resolve("store").toString()))
                        .newest()
                        .version());
    }

    private static ReleaseReader publish(Path folder, String file, String date) throws IOException {
        Path configuration = folder.resolve("vigil.yaml");
        Files.writeString(
                configuration,
                Files.readString(Path.of("configurations/nypd-hate-crimes.yaml"))
                        .replaceAll("path: .*", "path: " + DATA.resolve(file).toAbsolutePath())
                        .replaceAll("extract-date: .*", "extract-date: " + LocalDate.parse(date))
                        .replaceAll("store: .*", "store: store")
                        .replaceAll("releases: .*", "releases: releases")
                        .replaceAll("  file: .*", "  file: test.key"));
        Configuration read = ConfigurationReader.read(configuration);
        try (StoredRun stored = StoredRun.open(read, MasterKey.demonstration(), Progress.SILENT)) {
            return ReleaseReader.open(Publication.publish(read, stored.run(SharedWorkers.get()), release -> {})
                    .folder());
        }
    }
}
