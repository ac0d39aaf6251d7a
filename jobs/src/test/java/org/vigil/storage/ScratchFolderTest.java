package org.vigil.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchFolderTest {
    @Test
    void closingRemovesEverythingAndFollowsNoLink(@TempDir Path folder) throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "kept");
        Path path;
        try (ScratchFolder scratch = ScratchFolder.makeIn(folder)) {
            path = scratch.path();
            Files.createDirectories(path.resolve("a/b"));
            Files.writeString(path.resolve("a/b/c"), "gone");
            Files.createSymbolicLink(path.resolve("a/link"), elsewhere);
        }
        assertFalse(Files.exists(path));
        assertTrue(Files.exists(elsewhere.resolve("kept")));
    }

    @Test
    void sweepsTheFolderOfAProcessWhenItIsGoneAndNotBefore(@TempDir Path folder) throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        Path scratch = filled(folder, ScratchFolder.prefix(other.pid(), RunningProcess.startOf(other.pid())) + "1");
        assertEquals(0, ScratchFolder.sweepAbandoned(folder));
        assertTrue(Files.exists(scratch.resolve("below/file")));
        other.destroyForcibly().waitFor();
        assertEquals(1, ScratchFolder.sweepAbandoned(folder));
        assertEquals(List.of(), names(folder));
    }

    /** Numbers of processes are used again: this one's number with another start was another process. */
    @Test
    void tellsAProcessFromOneThatHadItsNumberBefore(@TempDir Path folder) throws IOException {
        long number = ProcessHandle.current().pid();
        filled(folder, ScratchFolder.prefix(number, RunningProcess.startOf(number) + "0") + "1");
        try (ScratchFolder own = ScratchFolder.makeIn(folder)) {
            assertEquals(1, ScratchFolder.sweepAbandoned(folder));
            assertEquals(List.of(own.path().getFileName().toString()), names(folder));
        }
    }

    @Test
    void leavesAloneWhatIsNotOurs(@TempDir Path folder) throws IOException {
        String gone = ScratchFolder.prefix(ProcessHandle.current().pid(), "never");
        String otherMachine = gone.replaceFirst("vigil-[0-9a-f]{12}", "vigil-000000000000");
        filled(folder, otherMachine + "1");
        filled(folder, "vigil-backup");
        filled(folder, gone + "x");
        filled(folder, "x" + gone + "1");
        Files.writeString(folder.resolve(gone + "2"), "a file");
        Path elsewhere = filled(folder, "elsewhere");
        Files.createSymbolicLink(folder.resolve(gone + "3"), elsewhere);
        List<String> before = names(folder);
        assertEquals(0, ScratchFolder.sweepAbandoned(folder));
        assertEquals(before, names(folder));
        assertTrue(Files.exists(elsewhere.resolve("below/file")));
    }

    @Test
    void sweepsNothingWhereThereIsNoFolder(@TempDir Path folder) {
        assertEquals(0, ScratchFolder.sweepAbandoned(folder.resolve("nowhere")));
    }

    private static Path filled(Path folder, String name) throws IOException {
        Path below = Files.createDirectories(folder.resolve(name).resolve("below"));
        Files.writeString(below.resolve("file"), "content");
        return folder.resolve(name);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
