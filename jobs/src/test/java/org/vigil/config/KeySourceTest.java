package org.vigil.config;

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.incident.KeyException;
import org.vigil.incident.MasterKey;

class KeySourceTest {
    private static final String DIGITS = "5f1e9a3c7b2d4860a1c5e7f90b3d6824f0e1d2c3b4a5968778695a4b3c2d1e0f";
    private static final byte[] KEY = java.util.HexFormat.of().parseHex(DIGITS);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theSameBytesAreTheSameKeyFromEveryPlace() throws IOException {
        byte[] expected = MasterKey.ofDigits("V", Optional.of(DIGITS)).derive(MasterKey.CELL, 1);

        assertArrayEquals(expected, derived(new KeySource.KeyFile(file("k", KEY, "rw-------"), false), Map.of()));
        file("vigil-master-key", KEY, "r--r-----");
        assertArrayEquals(expected, derived(new KeySource.Credential("vigil-master-key"), credentials()));
        assertArrayEquals(expected, derived(new KeySource.Environment(), Map.of("VIGIL_MASTER_KEY", DIGITS)));
    }

    // ---- Credentials ----

    @Test
    void refusesACredentialWithoutSystemd() {
        assertRefused(
                new KeySource.Credential("k"),
                Map.of(),
                "The credential k cannot be used: CREDENTIALS_DIRECTORY is not set; expected systemd to set it. Add"
                        + " LoadCredentialEncrypted=k to the unit of the service, or name a key file.");
    }

    @Test
    void refusesACredentialThatIsNotThere() {
        assertRefused(
                new KeySource.Credential("k"),
                credentials(),
                "The credential k cannot be used: the service has no credential of that name. Add"
                        + " LoadCredentialEncrypted=k to the unit of the service.");
    }

    @Test
    void refusesALinkForACredential() throws IOException {
        Files.createSymbolicLink(folder.resolve("k"), file("elsewhere", KEY, "rw-------"));

        assertRefused(
                new KeySource.Credential("k"),
                credentials(),
                "The credential k cannot be used: it is not a plain file. Add LoadCredentialEncrypted=k to the unit of the"
                        + " service.");
    }

    @Test
    void refusesACredentialThatEverybodyCanRead() throws IOException {
        file("k", KEY, "r--r--r--");

        assertRefused(
                new KeySource.Credential("k"),
                credentials(),
                "The credential k cannot be used: everybody may read it; expected the service only. Let systemd make the"
                        + " folder of credentials, and consider who could have read it.");
    }

    @Test
    void refusesACredentialOfAnotherLength() throws IOException {
        file("k", (DIGITS + "\n").getBytes(StandardCharsets.US_ASCII), "r--------");

        assertRefused(
                new KeySource.Credential("k"),
                credentials(),
                "The credential k cannot be used: it has 65 bytes where a key has 32. Encrypt the key file again from its"
                        + " backup, with systemd-creds encrypt --name=k.");
    }

    @Test
    void refusesTheDemonstrationKeyFromEveryPlace() throws IOException {
        byte[] published = "demonstration key: not a secret!".getBytes(StandardCharsets.US_ASCII);
        file("k", published, "r--------");

        assertRefused(
                new KeySource.Credential("k"),
                credentials(),
                "The credential k cannot be used: it holds the published demonstration key. Encrypt a key of your own.");
        assertRefused(
                new KeySource.Environment(),
                Map.of("VIGIL_MASTER_KEY", java.util.HexFormat.of().formatHex(published)),
                "The environment variable VIGIL_MASTER_KEY cannot be used: it holds the published demonstration key. Set a"
                        + " key of your own.");
    }

    // ---- Environment ----

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none | it is not set; expected the master key as 64 hexadecimal digits. Set it for this process only, or name a key file.
            5f1e9a3c7b2d4860 | it has 16 characters; expected 64 hexadecimal digits. Set it from the key's backup.
            zf1e9a3c7b2d4860a1c5e7f90b3d6824f0e1d2c3b4a5968778695a4b3c2d1e0f | it holds something else than hexadecimal digits; expected 64 of them. Set it from the key's backup.
            """)
    void refusesAVariableThatHoldsNoKeyAndRepeatsNothingOfIt(String value, String sentence) {
        assertRefused(
                new KeySource.Environment(),
                value == null ? Map.of() : Map.of("VIGIL_MASTER_KEY", value),
                "The environment variable VIGIL_MASTER_KEY cannot be used: " + sentence);
    }

    @Test
    void warnsOfTheEnvironmentOnly() {
        assertEquals(
                Optional.of(
                        "The master key comes from the environment, which every other process of the same owner can read;"
                                + " a file or a credential of systemd keeps it closer"),
                new KeySource.Environment().findRemark());
        assertEquals(Optional.empty(), new KeySource.Credential("k").findRemark());
        assertEquals(Optional.empty(), new KeySource.Demonstration().findRemark());
    }

    @Test
    void refusesASetVariableBesideAnotherPlace() throws IOException {
        Map<String, String> set = Map.of("VIGIL_MASTER_KEY", DIGITS);

        assertRefused(
                new KeySource.KeyFile(file("k", KEY, "rw-------"), false),
                set,
                "Nothing was read: VIGIL_MASTER_KEY is set in the environment and the configuration names another place for"
                        + " the key; expected one of the two. Unset the variable, or write key: environment.");
        assertEquals(
                "demonstration key", new KeySource.Demonstration().open(set).toString());
    }

    // ---- Rings ----

    @Test
    void opensEveryEpochFromItsOwnPlace() throws IOException {
        Path first = file("first", new byte[32], "rw-------");
        KeySource ring = new KeySource.Ring(
                new TreeMap<>(Map.of(1, new KeySource.KeyFile(first, false), 2, new KeySource.Environment())));

        var opened = ring.open(Map.of("VIGIL_MASTER_KEY", DIGITS));

        assertEquals(2, opened.newestEpoch());
        assertArrayEquals(MasterKey.read(first).derive("incident", 1), opened.derive("incident", 1));
        assertArrayEquals(
                MasterKey.ofDigits("V", Optional.of(DIGITS)).derive("incident", 2), opened.derive("incident", 2));
        assertTrue(ring.findRemark().isPresent());
    }

    @Test
    void aLookMakesNoFileAndReadsTheOtherKeys() throws IOException {
        Path first = file("first", new byte[32], "rw-------");
        Path second = folder.resolve("second");
        KeySource ring = new KeySource.Ring(
                new TreeMap<>(Map.of(1, new KeySource.KeyFile(first, false), 2, new KeySource.KeyFile(second, true))));

        assertArrayEquals(
                MasterKey.read(first).derive("incident", 1), ring.look().derive("incident", 1));
        assertEquals("demonstration key", ring.look().toString());
        assertFalse(Files.exists(second));
    }

    @Test
    void aPlaceSaysNothingOfAKey() throws IOException {
        Path k = file("k", KEY, "rw-------");

        assertFalse(new KeySource.KeyFile(k, false).toString().contains(DIGITS.substring(0, 8)));
        assertFalse(new KeySource.KeyFile(k, false).open(Map.of()).toString().contains(DIGITS.substring(0, 8)));
        assertEquals("Environment[]", new KeySource.Environment().toString());
    }

    private Map<String, String> credentials() {
        return Map.of("CREDENTIALS_DIRECTORY", folder.toString());
    }

    private Path file(String name, byte[] bytes, String permissions) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static byte[] derived(KeySource source, Map<String, String> environment) {
        return source.open(environment).derive(MasterKey.CELL, 1);
    }

    private static void assertRefused(KeySource source, Map<String, String> environment, String sentence) {
        KeyException refusal = assertThrows(KeyException.class, () -> source.open(environment));
        assertEquals(sentence, refusal.getMessage());
        assertEquals(null, refusal.getCause());
    }
}
