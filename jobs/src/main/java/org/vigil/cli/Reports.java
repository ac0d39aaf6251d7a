package org.vigil.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vigil.config.Configuration;
import org.vigil.publish.ReportStep;
import org.vigil.release.Manifest;
import org.vigil.report.document.ReportOptions;
import org.vigil.report.document.ReportOptions.PackProgress;
import org.vigil.report.document.ReportWriter;
import org.vigil.run.Progress;

/** The reports of a release, from the release alone. */
final class Reports {
    private static final String FOLDER = "reports";
    private static final int SAID_EVERY = 10;

    private Reports() {}

    /** The step of a run that writes the reports beside the tables of the release that is being built. */
    static ReportStep step(Configuration.Reports reports, Progress progress) {
        return release -> {
            progress.say("Writing the reports");
            ReportWriter.write(
                    release,
                    release.resolve(FOLDER),
                    ReportOptions.everything()
                            .withForms(reports.formats())
                            .withPacks(reports.packs())
                            .withProgress(new PackProgress() {
                                @Override
                                public void finished(int done, int all, String label) {
                                    if (done % SAID_EVERY == 0 && done < all) {
                                        progress.say("Writing the reports: " + done + " of " + all);
                                    }
                                }

                                @Override
                                public void missing(String sentence) {
                                    progress.say(sentence);
                                }
                            }));
        };
    }

    /**
     * Makes reports of a release again in another folder, for those who may read the release and never for others meanwhile.
     *
     * @throws UncheckedIOException with a sentence, if the folder cannot be written
     */
    static List<Path> again(Path release, Path folder, ReportOptions options) {
        try {
            Files.createDirectories(folder);
            Path making = Files.createTempDirectory(folder, ".reports-");
            List<Path> written = new ArrayList<>();
            try {
                for (Path file : ReportWriter.write(release, making, options)) {
                    asTheRelease(release, file);
                    Path target = folder.resolve(making.relativize(file));
                    Path parent = Objects.requireNonNull(target.getParent());
                    if (!Files.isDirectory(parent)) {
                        Files.createDirectories(parent);
                        asTheFolder(release, parent);
                    }
                    written.add(Files.move(file, target, StandardCopyOption.REPLACE_EXISTING));
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
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A folder within the one that was asked for is for those who may open the folder of the release. */
    private static void asTheFolder(Path release, Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(release));
        }
    }

    private static void asTheRelease(Path release, Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(release.resolve(Manifest.FILE_NAME)));
        }
    }
}
