package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of a store that holds nothing, and of what cannot be. */
final class StoreCommandTest {
    private String configuration = "";
    private String store = "";

    @BeforeEach
    void configure(@TempDir Path folder) throws IOException {
        store = folder.resolve("store").toString();
        configuration = Files.writeString(folder.resolve("vigil.yaml"), """
                title: Test
                sources:
                  - profile: london-synthetic
                    extracts:
                      - path: extract.csv
                        extract-date: 2025-11-03
                key: demonstration
                events: uk
                """).toString();
    }

    @Test
    void saysThatAStoreIsEmpty() {
        assertEquals("0: The store " + store + " has taken nothing in yet.", vigil("history"));
        assertEquals(
                "2: Nothing was taken back: the store " + store
                        + " holds no extract of the source met. See vigil store history.",
                vigil("rollback", "--source", "met"));
        assertEquals(
                "0: Nothing to compact: no source has more than one layer. The store was left as it was.",
                vigil("compact"));
        assertEquals("0: The store is sound: 0 files with 0 rows, 0.0 MB, read again.", vigil("verify"));
        assertEquals(
                "0: Deleted 0 files that no version names, 0.0 MB, and 0 that were never finished.", vigil("sweep"));
    }

    @Test
    void refusesWhatCannotBe() {
        assertEquals(
                "2: Nothing was allowed: no extract named met-1 was rolled back in the store " + store
                        + ". See the extracts taken back in vigil store history.",
                vigil("allow", "met-1"));
        assertEquals(
                "2: Nothing was deleted: --older-than is -1; expected 0 or more days. Leave it out for 7.",
                vigil("sweep", "--older-than", "-1"));
        assertEquals(
                "2: Nothing was done: --as-loaded is 'yesterday'; expected the number of a version, a day such as"
                        + " 2025-12-01, or an instant such as 2025-12-01T08:00:00Z. See vigil store history.",
                vigil("export", "--out", store + "-out", "--as-loaded", "yesterday"));
    }

    /** Commands that write nothing of their own, or only what is held already, need no key that is not there yet. */
    @Test
    void makesNoKeyOnlyToLook(@TempDir Path folder) throws IOException {
        configuration = Files.writeString(
                        folder.resolve("made.yaml"),
                        Files.readString(Path.of(configuration))
                                .replace("key: demonstration", "key: {file: made.key, create-if-missing: true}"))
                .toString();

        vigil("verify");
        vigil("compact");
        vigil("export", "--out", folder.resolve("out").toString());
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Vigil.run(nowhere, nowhere, "validate", "--config", configuration);

        assertFalse(Files.exists(folder.resolve("made.key")));
    }

    /** Exit code and everything said. */
    private String vigil(String command, String... more) {
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said, true);
        String[] arguments = new String[more.length + 4];
        arguments[0] = "store";
        arguments[1] = command;
        arguments[2] = "--config";
        arguments[3] = configuration;
        System.arraycopy(more, 0, arguments, 4, more.length);
        int exitCode = Vigil.run(printer, printer, arguments);
        return exitCode + ": " + said.toString().strip();
    }
}
