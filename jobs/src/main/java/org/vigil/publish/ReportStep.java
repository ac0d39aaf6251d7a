package org.vigil.publish;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the reports of a release that is being built. */
@FunctionalInterface
public interface ReportStep {
    /**
     * Adds files under {@code reports/} or {@code charts/}, or {@code tables.ods}.
     *
     * @param stagedRelease folder that can be read like a release: tables, dictionary and manifest stand in it already
     * @throws IOException if a file cannot be written; nothing is published then
     */
    void write(Path stagedRelease) throws IOException;
}
