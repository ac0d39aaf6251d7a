package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.Audience;
import org.vigil.release.Manifest;

class ReportCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void release(Audience audience) throws IOException {
        Manifest manifest = new Manifest(
                "2025-06-02_0123456789ab",
                audience,
                "Made up.",
                LocalDate.of(2025, 6, 2),
                "0.1.0",
                "0".repeat(64),
                "0".repeat(64),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
        Files.write(folder.resolve(Manifest.FILE_NAME), manifest.json());
    }

    @Test
    void writesNoReportOfAReleaseForEverybody() throws IOException {
        release(Audience.PUBLIC);

        assertEquals(
                "No report was written: " + folder
                        + " is a release for everybody, and reports cannot tell yet what is hidden in it from what is not there; expected a restricted release."
                        + " Read its tables, which say why a figure is missing.",
                assertThrows(UsageException.class, () -> ReportCommand.requireRestricted(folder))
                        .getMessage());
    }

    @Test
    void writesThoseOfARestrictedOne() throws IOException {
        release(Audience.RESTRICTED);

        assertDoesNotThrow(() -> ReportCommand.requireRestricted(folder));
    }
}
