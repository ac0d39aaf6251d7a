package org.vigil.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
    private static final Explanation TEXT = new Explanation(
            "How people are protected",
            List.of("Nobody should be known.", "[low] is not a zero."),
            List.of(
                    Explanation.Part.of("What is hidden", "[c]", "A hidden count.", "More", "Others with it: 3 of 4."),
                    Explanation.Part.of("What adds up", "Nothing", "Not even 1 and 1.")));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesPlainMarkdown() {
        assertEquals("""
                # How people are protected

                Nobody should be known.

                [low] is not a zero.

                ## What is hidden

                - **[c]**: A hidden count.
                - **More**: Others with it: 3 of 4.

                ## What adds up

                - **Nothing**: Not even 1 and 1.
                """, TEXT.markdown());
    }

    @Test
    void readsWhatItWrote() {
        assertEquals(TEXT, Explanation.parse(TEXT.markdown()));
    }

    @Test
    void isReadFromItsRelease() throws IOException {
        ReleaseReader release = release();
        Files.writeString(folder.resolve(Explanation.CONFIDENTIALITY), TEXT.markdown());

        assertEquals(Optional.of(TEXT), release.findExplanation(Explanation.CONFIDENTIALITY));
        assertEquals(Optional.empty(), release.findExplanation(Explanation.METHODS));
    }

    @Test
    void namesAFileThatSomebodyHasChanged() throws IOException {
        ReleaseReader release = release();
        Path file = folder.resolve(Explanation.METHODS);
        Files.writeString(file, "# Methods\n\n## Counting\n\nAdded by hand.\n");

        assertEquals(
                "Could not read methods.md: it is not as it was written (" + file
                        + "); expected the file as it was published. Make the release again or restore the file.",
                assertThrows(ReleaseException.class, () -> release.findExplanation(Explanation.METHODS))
                        .getMessage());
    }

    @Test
    void refusesWhatMarkdownWouldNotGiveBack() {
        assertEquals(
                "Found the text \"two\nlines\" in an explanation; expected one line",
                assertThrows(IllegalArgumentException.class, () -> new Explanation.Term("term", "two\nlines"))
                        .getMessage());
        assertEquals(
                "Term \"a*b\" of an explanation holds an asterisk",
                assertThrows(IllegalArgumentException.class, () -> new Explanation.Term("a*b", "text"))
                        .getMessage());
    }

    @Test
    void aManifestFromBeforeThereWerePoliciesHasNone() throws IOException {
        Manifest manifest = release().manifest();
        Path file = folder.resolve(Manifest.FILE_NAME);
        assertEquals(Protection.CELL_KEY, manifest.policy());
        Files.writeString(file, Files.readString(file).replace("  \"policy\": \"cell-key\",\n", ""));

        assertEquals(Protection.NONE, Manifest.readFrom(folder).policy());
    }

    @Test
    void anUnknownPolicyIsADamagedManifest() throws IOException {
        release();
        Path file = folder.resolve(Manifest.FILE_NAME);
        Files.writeString(file, Files.readString(file).replace("cell-key", "magic"));

        assertEquals(
                "Could not open the release: manifest.json is damaged near line 11 (" + file
                        + "); expected the file as it was published. Make the release again or restore the file.",
                assertThrows(ReleaseException.class, () -> Manifest.readFrom(folder))
                        .getMessage());
    }

    private ReleaseReader release() throws IOException {
        Manifest manifest = new Manifest(
                "2025-06-02_0123456789ab",
                Audience.PUBLIC,
                Protection.CELL_KEY,
                "For everybody.",
                LocalDate.of(2025, 6, 2),
                "0.1.0",
                "0".repeat(64),
                "0".repeat(64),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
        Files.write(folder.resolve(Manifest.FILE_NAME), manifest.json());
        return ReleaseReader.open(folder);
    }
}
