package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a release for everybody are asked for in {@code PublicReportsTest}. */
class ReportCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void namesAFolderThatIsNoRelease() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code = Vigil.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "report",
                "--release",
                folder.resolve("release").toString(),
                "--out",
                folder.resolve("reports").toString());

        assertEquals(ExitCode.INPUT_OUTPUT, code);
        assertEquals("", out.toString());
        assertEquals(
                "Could not open the release: no manifest.json (" + folder.resolve("release")
                        + "); expected the folder of a published release. A folder without it is unfinished or something"
                        + " else; name one whose manifest.json exists.\n",
                err.toString());
    }
}
