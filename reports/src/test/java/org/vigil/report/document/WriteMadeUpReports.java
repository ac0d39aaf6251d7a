package org.vigil.report.document;

import java.nio.file.Path;

/** Writes the reports of the made-up releases into a folder; run in a process of its own by tests. */
final class WriteMadeUpReports {
    private WriteMadeUpReports() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        ReportWriter.write(MadeUpRelease.withStudies(), folder);
        ReportWriter.write(MadeUpRelease.monthlyFlags(), folder);
    }
}
