package org.vigil.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.vigil.config.ReportFormat;
import org.vigil.publish.ReportStep;
import org.vigil.run.Progress;

/** The reports of a release. */
final class Reports {
    private Reports() {}

    static ReportStep step(Set<ReportFormat> formats, Progress progress) {
        return release -> {};
    }

    static List<Path> write(Path release, Path folder, Set<ReportFormat> formats) {
        return List.of();
    }
}
