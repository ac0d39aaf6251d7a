package org.vigil.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StorageLockTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void saysWhoHoldsTheLockElsewhere(@TempDir Path store) {
        StorageFolder folder = StorageFolder.at(store.toString());
        StorageLock.take(folder, StorageContract.at(NOON), StorageContract.elsewhere("pluto", NOON));
        assertEquals(
                "Could not take the lock of " + store
                        + ": found it held by user analyst on host pluto, process 4711, since"
                        + " 2026-11-23T12:00:00Z, last sign of life 90 s ago; expected no other run. Wait until it has ended; after 10"
                        + " minutes without a sign of life the next run takes over.",
                assertThrows(
                                HeldException.class,
                                () -> StorageLock.take(folder, StorageContract.at(NOON.plusSeconds(90))))
                        .getMessage());
    }

    @Test
    void aSignOfLifeKeepsTheLock(@TempDir Path store) {
        StorageFolder folder = StorageFolder.at(store.toString());
        Instant later = NOON.plusSeconds(601);
        StorageLock alive =
                StorageLock.take(folder, StorageContract.at(later), StorageContract.elsewhere("pluto", NOON));
        alive.giveSign();
        assertThrows(HeldException.class, () -> StorageLock.take(folder, StorageContract.at(later)));
        try (StorageLock taken = StorageLock.take(folder, StorageContract.at(later.plusSeconds(601)))) {
            taken.requireHeld();
            String lost = assertThrows(HeldException.class, alive::requireHeld).getMessage();
            assertTrue(
                    lost.startsWith(
                            "Lost the lock of " + store + ": user " + System.getProperty("user.name") + " on host "),
                    lost);
            assertEquals(1, folder.list("lock").size(), "what the lock was before is swept");
        }
    }

    @Test
    void noticesThatTheLockWasRemoved(@TempDir Path store) {
        StorageFolder folder = StorageFolder.at(store.toString());
        try (StorageLock lock = StorageLock.take(folder, StorageContract.at(NOON))) {
            folder.deleteFolder("lock");
            assertEquals(
                    "Lost the lock of " + store
                            + ": it was removed; expected it to be this run's until the end. Nothing more was"
                            + " written; run again when no other run is at work.",
                    assertThrows(HeldException.class, lock::requireHeld).getMessage());
        }
    }

    @Test
    void saysThatALockIsDamaged(@TempDir Path store) {
        StorageFolder folder = StorageFolder.at(store.toString());
        folder.write("lock/0000000003.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "Could not read 0000000003.json in " + store
                        + "/lock: the file is no lock of this version of Vigil; expected what a run"
                        + " writes. Make sure that no run is using the store, then delete the folder of the lock.",
                assertThrows(StorageException.class, () -> StorageLock.take(folder, StorageContract.at(NOON)))
                        .getMessage());
    }

    /** Another number of the same process, or another process of the same number, is another process. */
    @Test
    void aProcessIsKnownByNumberAndStart(@TempDir Path store) {
        StorageFolder folder = StorageFolder.at(store.toString());
        Holder me = Holder.thisProcess(NOON);
        Holder before = new Holder(
                me.user(), me.host(), me.machine(), me.process(), me.start() + "0", me.takenAt(), me.lastSign(), false);
        StorageLock.take(folder, StorageContract.at(NOON), before);
        try (StorageLock taken = StorageLock.take(folder, StorageContract.at(NOON))) {
            taken.requireHeld();
        }
    }

    @Test
    void aKilledProcessLosesItsLockAtOnce(@TempDir Path store) throws Exception {
        StorageFolder folder = StorageFolder.at(store.toString());
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holding.class.getName(),
                        store.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader says = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("held", says.readLine());
            String sentence = assertThrows(HeldException.class, () -> StorageLock.take(folder, Clock.systemUTC()))
                    .getMessage();
            assertTrue(sentence.contains(", process " + other.pid() + ", since "), sentence);
            assertTrue(sentence.endsWith("or stop that process: the next run then takes over at once."), sentence);
            other.destroyForcibly();
            assertEquals(137, other.waitFor());
            try (StorageLock lock = StorageLock.take(folder, Clock.systemUTC())) {
                lock.requireHeld();
            }
        } finally {
            other.destroyForcibly();
        }
    }

    /** Another run: takes the lock and keeps it until it is killed. */
    static final class Holding {
        private Holding() {}

        public static void main(String[] arguments) throws InterruptedException {
            assertNotNull(StorageLock.take(StorageFolder.at(arguments[0]), Clock.systemUTC()));
            System.out.println("held");
            Thread.sleep(60_000);
        }
    }
}
