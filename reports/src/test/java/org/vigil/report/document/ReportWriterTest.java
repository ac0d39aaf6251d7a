package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    @Test
    void writesOnePdfAndOnePageForEachSource(@TempDir Path folder) throws Exception {
        List<Path> files = ReportWriter.write(MadeUpRelease.weeklyLondon(), folder);

        assertEquals(List.of(folder.resolve("london-weekly.pdf"), folder.resolve("london-weekly.html")), files);
        assertTrue(Files.size(files.get(0)) > 50_000);
    }

    @Test
    void looksForTheEye() throws Exception {
        Path out = Path.of("target", "looked-at");
        ReportWriter.write(MadeUpRelease.weeklyLondon(), out);
        ReportWriter.write(MadeUpRelease.monthlyFlags(), out);
        ReportWriter.write(MadeUpRelease.states(), out);
    }
}
