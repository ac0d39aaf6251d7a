package org.vigil.report.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigil.release.ReleaseReader;

/** Writes the reports of a release, from the release alone: one PDF and one HTML page for each source. No clock is read. */
public final class ReportWriter {
    private ReportWriter() {}

    /** A form that a report is written in. */
    public enum Form {
        PDF,
        HTML
    }

    /**
     * Writes the reports of a published release.
     *
     * @param releaseFolder folder with the manifest of the release
     * @param outputFolder where files go; made if it is not there
     * @return the files written, in the order of the sources
     * @throws org.vigil.release.ReleaseException if the folder is not a release
     * @throws ReportException if a source has no figures or a file cannot be written
     */
    public static List<Path> write(Path releaseFolder, Path outputFolder) {
        return write(releaseFolder, outputFolder, Set.of(Form.values()));
    }

    /** Writes some forms of the reports of a published release. */
    public static List<Path> write(Path releaseFolder, Path outputFolder, Set<Form> forms) {
        return write(new ReleaseInput(ReleaseReader.open(releaseFolder)), outputFolder, forms);
    }

    /**
     * Writes {@code <source code>.pdf} and {@code <source code>.html} for each source of the release.
     *
     * @param input tables of the release
     * @param outputFolder where files go; made if it is not there
     * @return the files written, in the order of the sources
     * @throws ReportException if a source has no figures or a file cannot be written
     */
    public static List<Path> write(ReportInput input, Path outputFolder) {
        return write(input, outputFolder, Set.of(Form.values()));
    }

    /** Writes some forms only. */
    static List<Path> write(ReportInput input, Path outputFolder, Set<Form> forms) {
        List<Path> written = new ArrayList<>();
        for (SourceFacts facts : SourceFacts.readAll(input)) {
            Report report = ReportComposer.compose(input, facts);
            String name = fileName(report.fileName());
            if (forms.contains(Form.PDF)) {
                written.add(write(outputFolder.resolve(name + ".pdf"), PdfReport.bytes(report)));
            }
            if (forms.contains(Form.HTML)) {
                written.add(write(
                        outputFolder.resolve(name + ".html"),
                        ReportMarkup.forWeb(report).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return List.copyOf(written);
    }

    private static String fileName(String sourceCode) {
        return sourceCode.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new ReportException(
                    "Could not write report " + file.getFileName() + ": " + e.getMessage() + " (" + file
                            + "); expected a folder that can be written to. Free space or choose another folder.",
                    e);
        }
    }
}
