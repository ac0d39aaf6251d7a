package org.vigil.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether folders that a run writes to can be written, and what their file system can do. Nothing stays in them. */
final class FolderChecks {
    private static final String PROBE = ".vigil-doctor-";

    /** Room for the exchange between tasks or for a release, for each byte of input. */
    private static final int ROOM_FACTOR = 2;

    private FolderChecks() {}

    /**
     * Writes a file in a folder and removes it; where the folder does not exist yet, in the nearest above it that does.
     *
     * @param remedy what to do if it cannot be written
     */
    static Diagnosis writable(String check, Path folder, String remedy) {
        Path standing = standing(folder);
        String expected = "a folder of your own that can be written";
        if (!Files.isDirectory(standing)) {
            return Diagnosis.broken(check, standing + " is not a folder", expected, remedy);
        }
        try {
            Files.delete(Files.createTempFile(standing, PROBE, ""));
        } catch (IOException e) {
            return Diagnosis.broken(check, standing + " cannot be written", expected, remedy);
        }
        return Diagnosis.ok(
                check, standing.equals(folder) ? folder + " can be written" : folder + " can be made by the first run");
    }

    /** Compares free room where a folder is, or will be, with the input. */
    static Diagnosis disk(String check, Path folder, long inputBytes) {
        try {
            return disk(check, Files.getFileStore(standing(folder)).getUsableSpace(), inputBytes);
        } catch (IOException e) {
            return Diagnosis.warning(
                    check,
                    "free room of " + folder + " is not known",
                    "a file system that tells it",
                    "Check the disk.");
        }
    }

    static Diagnosis disk(String check, long free, long inputBytes) {
        String found = Sizes.text(free) + " free";
        if (free >= ROOM_FACTOR * inputBytes) {
            return Diagnosis.ok(check, found);
        }
        String expected = Sizes.text(ROOM_FACTOR * inputBytes) + ", twice the extracts";
        String remedy = "Free some space.";
        return free < inputBytes
                ? Diagnosis.broken(check, found, expected, remedy)
                : Diagnosis.warning(check, found, expected, remedy);
    }

    /** Tells letter case and hard links from a file that is made and removed. */
    static Diagnosis fileSystem(Path folder) {
        Path standing = standing(folder);
        String check = "File system";
        try {
            Path probe = Files.createTempFile(standing, PROBE, "");
            try {
                FileStore store = Files.getFileStore(standing);
                Path upper =
                        standing.resolve(String.valueOf(probe.getFileName()).toUpperCase(Locale.ROOT));
                String found = store.type() + ", " + (Files.exists(upper) ? "letter case ignored" : "letter case kept");
                return canLink(probe)
                        ? Diagnosis.ok(check, found + ", hard links")
                        : Diagnosis.warning(
                                check,
                                found + ", no hard links",
                                "hard links",
                                "Put the releases on a file system that has them.");
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            return Diagnosis.warning(
                    check, "of " + standing + " not known", "a folder that can be written", "Put the folder right.");
        }
    }

    private static boolean canLink(Path probe) throws IOException {
        Path link = probe.resolveSibling(probe.getFileName() + "-link");
        try {
            Files.createLink(link, probe);
            return true;
        } catch (UnsupportedOperationException | IOException e) {
            return false;
        } finally {
            Files.deleteIfExists(link);
        }
    }

    /** The folder itself, or the nearest above it that exists. */
    private static Path standing(Path folder) {
        Path at = folder.toAbsolutePath();
        for (Path above = at.getParent(); !Files.exists(at) && above != null; above = at.getParent()) {
            at = above;
        }
        return at.equals(folder.toAbsolutePath()) ? folder : at;
    }
}
