package org.vigil.report.document;

import java.nio.file.Path;
import java.util.List;

/** Writes the reports of the made-up releases into a folder; run in a process of its own by tests. */
final class WriteMadeUpReports {
    /** Not every made-up release has every pack. */
    private static final ReportOptions.PackProgress ALL_WELCOME = new ReportOptions.PackProgress() {
        @Override
        public void finished(int done, int all, String label) {
            // Nobody waits.
        }

        @Override
        public void missing(String sentence) {
            // The other release has it.
        }
    };

    private WriteMadeUpReports() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        ReportOptions chosen = ReportOptions.everything()
                .withPacks(PackSelection.of(
                        List.of("whole-area", "events", "community-jewish", "borough-barnet", "borough-westminster")));
        ReportWriter.write(MadeUpRelease.withStudies(), folder.resolve("studies"), chosen.withProgress(ALL_WELCOME));
        ReportWriter.write(MadeUpRelease.monthlyFlags(), folder.resolve("flags"), chosen.withProgress(ALL_WELCOME));
    }
}
