package org.vigil.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.config.ReportFormat;
import org.vigil.publish.ReportStep;
import org.vigil.report.document.ReportWriter;
import org.vigil.run.Progress;

/** The reports of a release, from the release alone. */
final class Reports {
    private static final String FOLDER = "reports";

    private Reports() {}

    /** The step of a run that writes the reports beside the tables of the release that is being built. */
    static ReportStep step(Set<ReportFormat> formats, Progress progress) {
        return release -> {
            progress.say("Writing the reports");
            write(release, release.resolve(FOLDER), formats);
        };
    }

    /** Writes the reports of a release; returns the files. */
    static List<Path> write(Path release, Path folder, Set<ReportFormat> formats) {
        return ReportWriter.write(
                release,
                folder,
                formats.stream()
                        .map(format -> ReportWriter.Form.valueOf(format.name()))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
