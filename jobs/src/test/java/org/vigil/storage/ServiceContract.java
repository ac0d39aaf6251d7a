package org.vigil.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.crash.Week;
import org.vigil.release.Manifest;
import org.vigil.run.Progress;
import org.vigil.run.SharedWorkers;
import org.vigil.run.StoredRun;

/** What a file system behind a service must do as well: hold a whole store, as the local disk does. */
abstract class ServiceContract extends StorageContract {
    /** As of two past days, with the late extract, and after the rollback. */
    private static final int RELEASES = 4;

    /** Led once for all services. */
    private static @Nullable StoreLife onLocalDisk;

    @Test
    final void aStoreGivesTheBytesOfOneOnTheLocalDisk(@TempDir Path here) throws IOException {
        StoreLife expected = onLocalDisk(Files.createDirectory(here.resolve("local")));
        StoreLife life = StoreLife.lead(Files.createDirectory(here.resolve("remote")), folder().location());
        assertEquals(expected, life);
    }

    private static synchronized StoreLife onLocalDisk(Path folder) throws IOException {
        StoreLife led = onLocalDisk;
        if (led == null) {
            assertTrue(SharedWorkers.get().parallelism() > 0);
            led = StoreLife.lead(folder, folder.resolve("store").toString());
            long releases = led.releases().keySet().stream()
                    .filter(name -> name.endsWith(Manifest.FILE_NAME))
                    .count();
            assertEquals(RELEASES, releases);
            onLocalDisk = led;
        }
        return led;
    }

    @Test
    final void aSecondRunSaysWhoHoldsTheStore(@TempDir Path here) throws IOException {
        Week.write(here);
        Files.writeString(
                here.resolve("vigil.yaml"),
                Week.configuration(List.of())
                        .replace("store: store", "store: " + folder().location())
                        .replace("everything.yaml", "london-synthetic"));
        Configuration configuration = ConfigurationReader.read(here.resolve("vigil.yaml"));
        try (StorageLock held = StorageLock.take(folder(), Clock.systemUTC())) {
            String sentence = assertThrows(
                            HeldException.class,
                            () -> StoredRun.open(
                                    configuration, configuration.key().open(), Progress.SILENT))
                    .getMessage();
            assertTrue(
                    sentence.startsWith(
                            "Could not take the lock of " + folder().location() + ": found it held by user "),
                    sentence);
            assertTrue(sentence.contains("process " + ProcessHandle.current().pid() + ","), sentence);
            held.requireHeld();
        }
        StoredRun.open(configuration, configuration.key().open(), Progress.SILENT)
                .close();
    }
}
