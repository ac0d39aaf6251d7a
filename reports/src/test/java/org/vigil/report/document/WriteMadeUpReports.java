package org.vigil.report.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the reports of the made-up releases into a folder; run in a process of its own by tests. */
final class WriteMadeUpReports {
    private WriteMadeUpReports() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ReportWriter.write(MadeUpRelease.withStudies(), folder);
        ReportWriter.write(MadeUpRelease.monthlyFlags(), folder);
        writeSpreadsheet(MadeUpRelease.withStudies(), folder.resolve("studies.ods"));
        writeSpreadsheet(MadeUpRelease.monthlyFlags(), folder.resolve("flags.ods"));
    }

    private static void writeSpreadsheet(ReportInput input, Path file) throws IOException {
        Files.write(
                file,
                OdsReport.bytes(
                        ReportComposer.compose(input, SourceFacts.readAll(input).get(0))));
    }
}
