package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void createsAFileThatOnlyItsOwnerReadsAndReadsTheSameKeyBack() throws IOException {
        Path file = folder.resolve("keys/master.key");

        MasterKey made = MasterKey.create(file);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))));
        assertEquals(32, Files.size(file));
        assertArrayEquals(made.derive("incident", 1), MasterKey.read(file).derive("incident", 1));
        assertFalse(made.isDemonstration());
    }

    @Test
    void everyNewKeyIsAnother() {
        MasterKey one = MasterKey.create(folder.resolve("one"));
        MasterKey two = MasterKey.create(folder.resolve("two"));

        assertFalse(Arrays.equals(one.derive("incident", 1), two.derive("incident", 1)));
    }

    @Test
    void keysOfOtherLabelsAndEpochsAreOthers() {
        MasterKey key = MasterKey.demonstration();

        assertEquals(16, key.derive("incident", 1).length);
        assertFalse(Arrays.equals(key.derive("incident", 1), key.derive("incident", 2)));
        assertFalse(Arrays.equals(key.derive("incident", 1), key.derive("record", 1)));
    }

    @Test
    void neverReplacesAKey() throws IOException {
        Path file = write("master.key", new byte[32], "rw-------");

        assertEquals(
                "The key file " + file
                        + " cannot be made: it exists already. It is never replaced; use it or name another.",
                assertThrows(KeyException.class, () -> MasterKey.create(file)).getMessage());
    }

    @Test
    void refusesAMissingFile() {
        assertRefused(
                folder.resolve("none"),
                "there is no such file. Run vigil doctor --init to make one, or restore it from its backup.");
    }

    @Test
    void refusesAFileThatOthersCanRead() throws IOException {
        Path file = write("master.key", new byte[32], "rw-r-----");

        assertRefused(
                file,
                "its permissions are rw-r-----; expected rw------- or less. Run chmod 600 " + file
                        + ", and consider who could have read it.");
    }

    @Test
    void refusesASymbolicLink() throws IOException {
        Path file = write("master.key", new byte[32], "rw-------");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertRefused(link, "it is a symbolic link. Name the file itself.");
    }

    @Test
    void refusesAFolder() {
        assertRefused(folder, "it is not a file. Name the key file, not its folder.");
    }

    @Test
    void refusesATruncatedKey() throws IOException {
        Path file = write("master.key", new byte[31], "rw-------");

        assertRefused(
                file,
                "it has 31 bytes where a key has 32. Restore it from its backup; a new key would give every incident a new "
                        + "pseudonym.");
    }

    @Test
    void refusesTheDemonstrationKeyInAFile() throws IOException {
        byte[] published = "demonstration key: not a secret!".getBytes(StandardCharsets.US_ASCII);
        Path file = write("master.key", published, "rw-------");

        assertRefused(file, "it holds the published demonstration key. Remove it and run vigil doctor --init.");
        assertTrue(MasterKey.demonstration().isDemonstration());
    }

    @Test
    void showsNothingOfTheKey() {
        assertEquals(
                "master key (not shown)",
                MasterKey.create(folder.resolve("key")).toString());
        assertEquals("demonstration key", MasterKey.demonstration().toString());
    }

    @Test
    void refusesLabelsAndEpochsOutOfForm() {
        MasterKey key = MasterKey.demonstration();

        assertEquals(
                "label is \"Incident/\"; expected small letters and hyphens",
                assertThrows(IllegalArgumentException.class, () -> key.derive("Incident/", 1))
                        .getMessage());
        assertEquals(
                "epoch is 0; expected 1 or more",
                assertThrows(IllegalArgumentException.class, () -> key.derive("incident", 0))
                        .getMessage());
    }

    private Path write(String name, byte[] bytes, String permissions) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void assertRefused(Path file, String reason) {
        assertEquals(
                "The key file " + file + " cannot be used: " + reason,
                assertThrows(KeyException.class, () -> MasterKey.read(file)).getMessage());
    }
}
