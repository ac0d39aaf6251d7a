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
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Expected: HMAC-SHA256 as RFC 5869 puts it together, computed with hmac and hashlib of Python 3.11. */
    @ParameterizedTest
    @CsvSource({
        "incident, 1, e1dfb278a0ea180418c87c4cd705311b",
        "incident, 2, bce0785f9dffe341b52fda2b5cd55847",
        "record, 1, 00dca46b098a6a292d19c05369ddb5b777d3f7e79a6b9c0ee24843679280e140",
        "record, 2, 2d0fbca25e857232a76a0936e1cc80703a90c5faadbafd73a2f677736baed856",
        "cell, 1, 218ff64a4dc86a8b293f166cb25fccc7cd83afc642d2c0e24795015f60c188f9",
        "cell, 2, e6b6b2e2cb12058ecba720b4dfa92bda4291971636c674ec5aecbad078466cdc",
        "checksum, 1, a6e7e8acf4ade81f46cddae98a799c677474aa938e2f94aa60da0b70f3e345d4",
        "checksum, 2, 7ed3ca09c5755486fab4a71b2a8cec88c5a9f2b772c3664ff2122eaafc1d601d"
    })
    void derivesAKeyForEachPurposeAndEpoch(String label, int epoch, String expected) {
        assertEquals(
                expected, HexFormat.of().formatHex(MasterKey.demonstration().derive(label, epoch)));
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
                "label is \"Incident/\"; expected incident, record, cell or checksum",
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
