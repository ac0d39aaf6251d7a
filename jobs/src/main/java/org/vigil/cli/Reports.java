package org.vigil.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.config.ReportFormat;
import org.vigil.publish.ReportStep;
import org.vigil.release.Manifest;
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

    /**
     * Makes the reports of a release again in another folder, in all forms, each for those who may read the release and never for others meanwhile.
     *
     * @throws UncheckedIOException with a sentence, if the folder cannot be written
     */
    static List<Path> again(Path release, Path folder) {
        try {
            Files.createDirectories(folder);
            Path making = Files.createTempDirectory(folder, ".reports-");
            List<Path> written = new ArrayList<>();
            try {
                for (Path file : write(release, making, EnumSet.allOf(ReportFormat.class))) {
                    asTheRelease(release, file);
                    written.add(
                            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING));
                }
            } finally {
                remove(making);
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Could not write the reports: " + e.getMessage()
                            + "; expected a folder that can be written to. Free space or choose another folder.",
                    e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void asTheRelease(Path release, Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(release.resolve(Manifest.FILE_NAME)));
        }
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
