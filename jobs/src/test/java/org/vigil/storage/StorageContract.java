package org.vigil.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of file system must do for the store. */
abstract class StorageContract {
    private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");

    private StorageFolder folder = StorageFolder.at("/");

    /** An empty folder that no other test uses. */
    abstract StorageFolder newFolder(Path temporary);

    /** Of the service in whose stead we test: the lower, the slower it is. */
    abstract int rounds();

    @BeforeEach
    final void open(@TempDir Path temporary) {
        folder = newFolder(temporary);
    }

    final StorageFolder folder() {
        return folder;
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        byte[] content = bytes(70_000);
        folder.write("layers/a.bin", content);
        assertTrue(folder.exists("layers/a.bin"));
        assertArrayEquals(content, folder.read("layers/a.bin"));
        try (var in = folder.open("layers/a.bin")) {
            assertArrayEquals(content, in.readAllBytes());
        }
    }

    /** Expected: {@code printf abc | sha256sum}, the example of FIPS 180-2. */
    @Test
    void hashesContent() {
        folder.write("abc", "abc".getBytes(UTF_8));
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", folder.sha256("abc"));
    }

    @Test
    void neitherAFolderNorAMissingFileExists() {
        folder.write("layers/a", bytes(1));
        assertFalse(folder.exists("layers"));
        assertFalse(folder.exists("layers/b"));
        assertFalse(folder.exists("nowhere/b"));
    }

    @Test
    void refusesToWriteOverAFile() {
        folder.write("a", bytes(10));
        String sentence = assertThrows(StorageException.class, () -> folder.write("a", bytes(5)))
                .getMessage();
        assertEquals(
                "Could not write a in " + folder.location()
                        + ": the file is there already; expected a new name. Nothing was changed;"
                        + " find out who wrote it before it is removed.",
                sentence);
        assertArrayEquals(bytes(10), folder.read("a"));
    }

    @Test
    void saysThatAFileIsMissing() {
        String sentence = assertThrows(StorageException.class, () -> folder.read("layers/a"))
                .getMessage();
        assertEquals(
                "Could not read layers/a in " + folder.location()
                        + ": there is no such file; expected what an earlier run wrote."
                        + " Check the location; if it is right, the file was removed and must come back from a backup.",
                sentence);
    }

    @Test
    void listsFilesAtAnyDepthInOrder() {
        Instant before = Instant.now().minus(Duration.ofMinutes(2));
        for (String name : List.of("b/2", "b/10", "b/1/z", "a", "c-1", "b.txt")) {
            folder.write(name, bytes(name.length()));
        }
        List<StoredFile> all = folder.list("");
        assertEquals(List.of("a", "b.txt", "b/1/z", "b/10", "b/2", "c-1"), names(all));
        assertEquals(
                List.of(1L, 5L, 5L, 4L, 3L, 3L),
                all.stream().map(StoredFile::bytes).toList());
        assertTrue(all.stream().allMatch(file -> file.modified().isAfter(before)));
        assertEquals(List.of("b/1/z", "b/10", "b/2"), names(folder.list("b")));
        assertEquals(List.of("1/z", "10", "2"), names(folder.folder("b").list("")));
        assertEquals(List.of("1/z"), names(folder.folder("b").list("1")));
        assertEquals(List.of(), folder.list("nowhere"));
        assertEquals(List.of(), folder.folder("nowhere").list(""));
    }

    @Test
    void replacesAFileOrMakesIt() {
        folder.replace("current/latest.json", bytes(10));
        folder.replace("current/latest.json", bytes(7));
        assertArrayEquals(bytes(7), folder.read("current/latest.json"));
        assertEquals(List.of("current/latest.json"), names(folder.list("")));
    }

    @Test
    void deletesFilesAndFoldersThereOrNot() {
        folder.write("a/b/1", bytes(1));
        folder.write("a/b/2", bytes(1));
        folder.write("ab", bytes(1));
        folder.delete("a/b/2");
        folder.delete("a/b/2");
        assertEquals(List.of("a/b/1", "ab"), names(folder.list("")));
        folder.deleteFolder("a");
        folder.deleteFolder("a");
        assertEquals(List.of("ab"), names(folder.list("")));
    }

    @Test
    void createsAtomicallyOnce() {
        assertTrue(folder.createAtomically("manifests/1.json", bytes(10)));
        assertFalse(folder.createAtomically("manifests/1.json", bytes(5)));
        assertArrayEquals(bytes(10), folder.read("manifests/1.json"));
        assertEquals(List.of("manifests/1.json"), names(folder.list("")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void ofWritersOfOneNameExactlyOneWins(int writers) throws Exception {
        int length = 200_000;
        for (int round = 0; round < rounds(); round++) {
            String name = "race/" + writers + "-" + round;
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService reader = Executors.newSingleThreadExecutor();
            Future<Boolean> alwaysWhole = reader.submit(() -> {
                boolean whole = true;
                while (!over.get()) {
                    whole &= !folder.exists(name) || folder.read(name).length == length;
                }
                return whole;
            });
            List<Callable<Boolean>> race = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                byte[] content = new byte[length];
                Arrays.fill(content, (byte) writer);
                race.add(() -> StorageFolder.at(folder.location()).createAtomically(name, content));
            }
            List<Boolean> won = together(race);
            over.set(true);
            assertTrue(alwaysWhole.get());
            reader.shutdown();

            assertEquals(1, won.stream().filter(first -> first).count(), won.toString());
            byte[] expected = new byte[length];
            Arrays.fill(expected, (byte) won.indexOf(true));
            assertArrayEquals(expected, folder.read(name));
        }
        assertEquals(rounds(), folder.list("").size());
    }

    @Test
    void writesAndReadsAsParquetDoes() throws IOException {
        byte[] content = bytes(300_000);
        try (PositionOutputStream out = folder.output("layers/x/part.parquet").create(0)) {
            out.write(content[0]);
            out.write(content, 1, 99);
            assertEquals(100, out.getPos());
            out.write(content, 100, 200_000);
            out.write(content, 200_100, content.length - 200_100);
            assertEquals(content.length, out.getPos());
        }
        var file = folder.input("layers/x/part.parquet");
        assertEquals(content.length, file.getLength());
        try (SeekableInputStream in = file.newStream()) {
            in.seek(250_000);
            byte[] some = new byte[1000];
            in.readFully(some);
            assertArrayEquals(Arrays.copyOfRange(content, 250_000, 251_000), some);
            assertEquals(251_000, in.getPos());
            in.seek(17);
            ByteBuffer buffer = ByteBuffer.allocate(100_000);
            in.readFully(buffer);
            assertArrayEquals(Arrays.copyOfRange(content, 17, 100_017), buffer.array());
            assertEquals(content[100_017] & 0xff, in.read());
            in.seek(content.length - 1);
            assertEquals(content[content.length - 1] & 0xff, in.read());
            assertEquals(-1, in.read());
            in.seek(content.length - 5);
            assertThrows(IOException.class, () -> in.readFully(new byte[6]));
        }
    }

    @Test
    void parquetMayNotWriteOverAFile() {
        folder.write("part.parquet", bytes(3));
        assertThrows(
                IOException.class, () -> folder.output("part.parquet").create(0).close());
        assertThrows(
                IOException.class,
                () -> folder.output("part.parquet").createOrOverwrite(0).close());
        assertArrayEquals(bytes(3), folder.read("part.parquet"));
    }

    @Test
    void travelsToOtherMachines() throws Exception {
        folder.write("below/a", bytes(3));
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
            out.writeObject(folder.folder("below"));
        }
        assertTrue(sent.size() < 500, sent.size() + " bytes");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            StorageFolder arrived = (StorageFolder) in.readObject();
            assertEquals(folder.location() + "/below", arrived.location());
            assertArrayEquals(bytes(3), arrived.read("a"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../a",
                "a/../../b",
                "a//b",
                "a/",
                "./a",
                "a\\b",
                "a:b",
                "a b",
                "a\nb",
                "a%2fb"
            })
    void refusesNamesThatLeaveTheFolderOrAreNotGoodEverywhere(String name) {
        String sentence = assertThrows(StorageException.class, () -> folder.write(name, bytes(1)))
                .getMessage();
        assertEquals(
                "Could not use a name in " + folder.location() + ": found '" + name.replace('\n', '?')
                        + "'; expected parts of"
                        + " letters, digits and . _ = + @ - divided by '/', that stay inside the folder. Correct the name, or restore"
                        + " the file that holds it.",
                sentence);
    }

    @Test
    void theLockIsForOne() {
        try (StorageLock lock = StorageLock.take(folder, at(MORNING))) {
            assertThrows(HeldException.class, () -> StorageLock.take(folder, at(MORNING.plusSeconds(3600))));
            lock.requireHeld();
        }
        StorageLock.take(folder, at(MORNING)).close();
    }

    @Test
    void ofTakersOfAStaleLockExactlyOneWins() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            StorageFolder store = folder.folder("round-" + round);
            StorageLock lost = StorageLock.take(store, at(MORNING), elsewhere("h0", MORNING));
            Instant later = MORNING.plus(Holder.SILENCE).plusSeconds(1);
            List<Callable<Boolean>> race = new ArrayList<>();
            List<StorageLock> taken = new ArrayList<>();
            for (int taker = 1; taker <= 8; taker++) {
                Holder holder = elsewhere("h" + taker, later);
                race.add(() -> {
                    try {
                        StorageLock lock = StorageLock.take(store, at(later), holder);
                        synchronized (taken) {
                            taken.add(lock);
                        }
                        return true;
                    } catch (HeldException e) {
                        return false;
                    }
                });
            }
            assertEquals(1, together(race).stream().filter(won -> won).count());
            taken.get(0).requireHeld();
            assertThrows(HeldException.class, lost::requireHeld);
            lost.giveSign();
            lost.close();
            taken.get(0).requireHeld();
            taken.get(0).close();
        }
    }

    /** Takers who come and go: at no time do two hold the lock. */
    @Test
    void neverDoTwoHoldTheLock() throws Exception {
        AtomicBoolean held = new AtomicBoolean();
        List<Callable<Boolean>> race = new ArrayList<>();
        for (int taker = 0; taker < 4; taker++) {
            race.add(() -> {
                boolean alone = true;
                for (int turn = 0; turn < 2 * rounds(); turn++) {
                    try (StorageLock lock = StorageLock.take(folder, at(MORNING))) {
                        alone &= held.compareAndSet(false, true);
                        lock.requireHeld();
                        held.set(false);
                    } catch (HeldException e) {
                        Thread.onSpinWait();
                    }
                }
                return alone;
            });
        }
        assertEquals(List.of(true, true, true, true), together(race));
    }

    static Holder elsewhere(String host, Instant now) {
        return new Holder("analyst", host, "machine of " + host, 4711, "12345", now, now, false);
    }

    static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    static List<String> names(List<StoredFile> files) {
        return files.stream().map(StoredFile::name).toList();
    }

    /** The same bytes for the same number. */
    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private static List<Boolean> together(List<Callable<Boolean>> tasks)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        try {
            List<Future<Boolean>> running = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
