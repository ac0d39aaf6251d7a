package org.vigil.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalStorageTest extends StorageContract {
    @Override
    StorageFolder newFolder(Path temporary) {
        return StorageFolder.at(temporary.resolve("a store").toString());
    }

    @Override
    int rounds() {
        return 8;
    }

    @ParameterizedTest
    @CsvSource({
        "/data/store/, /data/store",
        "file:///data/store, /data/store",
        "file:/data/./store, /data/store",
        "HDFS://node:8020/store//, hdfs://node:8020/store",
        "s3a://bucket, s3a://bucket",
    })
    void locationsHaveOneForm(String given, String location) {
        assertEquals(location, StorageFolder.at(given).location());
    }

    @Test
    void refusesOtherFileSystemsAndKeysInAddresses() {
        assertEquals(
                "Could not keep a store in gs://bucket/x: found 'gs'; expected a path on this machine, hdfs://… or s3a://…, which are"
                        + " the file systems with a proven way to commit. Choose one of those.",
                assertThrows(StorageException.class, () -> StorageFolder.at("gs://bucket/x"))
                        .getMessage());
        assertEquals(
                "Could not keep a store in s3a://…@bucket/x: found a name or key in the address; expected the host or bucket only."
                        + " Give keys to Hadoop's settings instead.",
                assertThrows(StorageException.class, () -> StorageFolder.at("s3a://id:secret@bucket/x"))
                        .getMessage());
        assertThrows(StorageException.class, () -> StorageFolder.at(" "));
    }

    @Test
    void whatItMakesIsForItsOwnerOnly() throws IOException {
        folder().write("layers/1/a", bytes(1));
        folder().replace("latest", bytes(1));
        folder().output("layers/2/b").create(0).close();
        Path root = Path.of(folder().location());
        TreeMap<String, String> rights = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                rights.put(
                        root.relativize(path).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        assertEquals(
                "{=rwx------, latest=rw-------, layers=rwx------, layers/1=rwx------, layers/1/a=rw-------, layers/2=rwx------,"
                        + " layers/2/b=rw-------}",
                rights.toString());
    }

    @Test
    void refusesLinksThatLeadOut(@TempDir Path outside) throws IOException {
        folder().write("kept/a", bytes(1));
        Path root = Path.of(folder().location());
        Files.write(outside.resolve("secret"), bytes(4));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        Files.createSymbolicLink(root.resolve("nothing"), outside.resolve("not there"));
        Files.createSymbolicLink(root.resolve("within"), root.resolve("kept"));

        String reason =
                ": a symbolic link leads out of the folder or to nothing; expected files inside the folder only. Remove the"
                        + " link, or put in its place what it leads to.";
        assertEquals(
                "Could not read folder/secret in " + root + reason,
                assertThrows(StorageException.class, () -> folder().read("folder/secret"))
                        .getMessage());
        assertEquals(
                "Could not read secret in " + root + "/folder" + reason,
                assertThrows(
                                StorageException.class,
                                () -> folder().folder("folder").read("secret"))
                        .getMessage());
        for (String name : List.of("file", "nothing", "folder/new")) {
            assertThrows(StorageException.class, () -> folder().open(name), name);
            assertThrows(StorageException.class, () -> folder().input(name), name);
            assertThrows(StorageException.class, () -> folder().output(name), name);
            assertThrows(StorageException.class, () -> folder().exists(name), name);
            assertThrows(StorageException.class, () -> folder().write(name, bytes(1)), name);
            assertThrows(StorageException.class, () -> folder().replace(name, bytes(1)), name);
            assertThrows(StorageException.class, () -> folder().delete(name), name);
        }
        assertThrows(StorageException.class, () -> folder().list("folder"));
        assertEquals(List.of("kept/a"), names(folder().list("")));
        assertArrayEquals(bytes(1), folder().read("within/a"));
        try (Stream<Path> left = Files.list(outside)) {
            assertEquals(List.of(outside.resolve("secret")), left.toList());
        }
    }

    @Test
    void deletingAFolderLeavesWhatItsLinksLeadTo(@TempDir Path outside) throws IOException {
        folder().write("old/a", bytes(1));
        Files.write(outside.resolve("other"), bytes(4));
        Files.createSymbolicLink(Path.of(folder().location()).resolve("old/link"), outside);
        folder().deleteFolder("old");
        assertEquals(List.of(), folder().list(""));
        assertTrue(Files.exists(outside.resolve("other")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Operation not permitted", "Operation not supported"})
    void saysThatAFileSystemHasNoHardLinks(String systemSays, @TempDir Path root) throws IOException {
        LocalStorage without = new LocalStorage(root, (link, existing) -> {
            throw new FileSystemException(link.toString(), existing.toString(), systemSays);
        });
        Exception refusal = assertThrows(Refusal.class, () -> without.createAtomically("a", bytes(1)));
        assertEquals(
                "Could not write a in /x: this file system makes no hard links, without which a file cannot appear as a whole or not at"
                        + " all; expected one that does, such as ext4, XFS, Btrfs or NFS. Choose another location.",
                StorageException.failed("write a", "/x", refusal).getMessage());
        try (Stream<Path> left = Files.list(root)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** A network file system makes the link, loses the answer, asks again and is told that the name exists. */
    @Test
    void recognisesItsOwnLink(@TempDir Path root) throws IOException {
        LocalStorage forgetful = new LocalStorage(root, (link, existing) -> {
            Files.createLink(link, existing);
            throw new FileAlreadyExistsException(link.toString());
        });
        assertTrue(forgetful.createAtomically("a", bytes(3)));
        LocalStorage beaten = new LocalStorage(root, Files::createLink);
        assertFalse(beaten.createAtomically("a", bytes(3)));
    }

    @Test
    void sweepsWhatADeadWriterLeft() throws IOException {
        folder().write("layers/a", bytes(1));
        Path layers = Path.of(folder().location()).resolve("layers");
        Path old = Files.write(layers.resolve(".pending-1"), bytes(2));
        Files.write(layers.resolve(".pending-2"), bytes(2));
        Instant now = Instant.now();
        Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(7200)));
        assertEquals(List.of("layers/a"), names(folder().list("")));
        assertEquals(1, folder().sweep(now.minusSeconds(3600)));
        assertEquals(0, folder().sweep(now.minusSeconds(3600)));
        try (Stream<Path> left = Files.list(layers)) {
            assertEquals(
                    List.of(".pending-2", "a"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void saysThatAFileStandsInTheWay(@TempDir Path temporary) throws IOException {
        Path file = Files.write(temporary.resolve("file"), bytes(1));
        assertEquals(
                "Could not write a in " + file
                        + "/store: a file stands where a folder is needed, or the file is there already;"
                        + " expected neither. Choose another location, or move what stands there.",
                assertThrows(
                                StorageException.class,
                                () -> StorageFolder.at(file + "/store").write("a", bytes(1)))
                        .getMessage());
    }

    @Test
    void saysWhyASystemRefuses() throws IOException {
        assertTrue(sentence(new FileSystemException("x", null, "Read-only file system"))
                .startsWith("Could not write a in /x: the file system is read-only; expected a writable one."));
        assertTrue(sentence(new java.nio.file.AccessDeniedException("x"))
                .startsWith(
                        "Could not write a in /x: permission denied; expected access for the account of this run."));
        assertTrue(sentence(new org.apache.hadoop.security.AccessControlException("user=a, access=WRITE"))
                .startsWith("Could not write a in /x: permission denied;"));
        assertTrue(sentence(new IOException(new RuntimeException(
                        new ClassNotFoundException("Class org.apache.hadoop.fs.s3a.S3AFileSystem not found"))))
                .startsWith("Could not write a in /x: the class path has no file system for s3a; expected hadoop-aws"));
    }

    /** The device that is always full stands in for a disk. */
    @Test
    void saysThatTheDiskIsFull() throws IOException {
        IOException full = null;
        try (var out = Files.newOutputStream(Path.of("/dev/full"))) {
            out.write(1);
        } catch (IOException e) {
            full = e;
        }
        assertNotNull(full);
        assertEquals(
                "Could not write a in /x: the disk is full or a quota is used up; expected room for the whole file. Free some space or"
                        + " choose another location.",
                sentence(full));
    }

    private static String sentence(IOException failure) {
        return StorageException.failed("write a", "/x", failure).getMessage();
    }
}
