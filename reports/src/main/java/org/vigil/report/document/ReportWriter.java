package org.vigil.report.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.vigil.release.ReleaseReader;
import org.vigil.report.chart.PictureFile;

/**
 * Writes the reports of a release, from the release alone: packs on the whole area of each source, on its areas, communities and events. No clock is
 * read, so the same release gives the same bytes.
 */
public final class ReportWriter {
    private static final String CHARTS = "charts";

    private ReportWriter() {}

    /**
     * Writes the reports of a published release.
     *
     * @param releaseFolder folder with the manifest of the release; nothing is written into it
     * @param outputFolder where files go; made if it is not there
     * @return the files written, in the order of sources and packs
     * @throws org.vigil.release.ReleaseException if the folder is not a release
     * @throws ReportException if a source has no figures, a pack is wanted that the release has not, or a file cannot be written
     */
    public static List<Path> write(Path releaseFolder, Path outputFolder, ReportOptions options) {
        return write(new ReleaseInput(ReleaseReader.open(releaseFolder)), outputFolder, options);
    }

    /** Writes reports from the tables of a release. */
    public static List<Path> write(ReportInput input, Path outputFolder, ReportOptions options) {
        List<Commission> commissions = new ArrayList<>();
        List<Pack> all = new ArrayList<>();
        for (SourceFacts facts : SourceFacts.readAll(input)) {
            SourceContents contents = SourceContents.read(input, facts);
            for (Pack pack : Packs.of(contents)) {
                all.add(pack);
                if (options.packs().has(pack)) {
                    commissions.add(new Commission(contents, pack));
                }
            }
        }
        sayMissing(options, all);
        return written(input, commissions, outputFolder, options);
    }

    /** A pack to be made, with where its figures stand. */
    private record Commission(SourceContents contents, Pack pack) {}

    private static void sayMissing(ReportOptions options, List<Pack> all) {
        List<String> missing = options.packs().missing(all);
        if (!missing.isEmpty()) {
            options.progress()
                    .missing("Could not write the reports " + String.join(", ", missing)
                            + ": the release has none of these names; expected "
                            + all.stream().map(Pack::name).distinct().collect(Collectors.joining(", "))
                            + ". Correct the name of the pack.");
        }
    }

    private static List<Path> written(
            ReportInput input, List<Commission> commissions, Path outputFolder, ReportOptions options) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(options.threads(), Math.max(1, commissions.size())));
        try {
            List<Future<WrittenPack>> packs = new ArrayList<>();
            Tally tally = new Tally(commissions.size(), options.progress());
            for (Commission commission : commissions) {
                packs.add(threads.submit(() -> {
                    WrittenPack written = write(commission, outputFolder, options);
                    tally.finished(commission.pack().label());
                    return written;
                }));
            }
            List<WrittenPack> written = new ArrayList<>();
            for (Future<WrittenPack> pack : packs) {
                written.add(pack.get());
            }
            List<Path> files = new ArrayList<>();
            if (options.forms().contains(ReportForm.HTML)) {
                files.add(write(
                        outputFolder.resolve(ReportIndex.FILE_NAME),
                        IndexPage.markup(ReportIndex.of(input, written)).getBytes(StandardCharsets.UTF_8)));
            }
            written.forEach(pack -> files.addAll(pack.files()));
            return List.copyOf(files);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException("A report could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReportException(
                    "Could not write the reports: the run was stopped; expected all of them to be finished. Make them again.",
                    e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Counts finished packs. */
    private static final class Tally {
        private final int all;
        private final ReportOptions.PackProgress progress;
        private int done;

        Tally(int all, ReportOptions.PackProgress progress) {
            this.all = all;
            this.progress = progress;
        }

        synchronized void finished(String label) {
            done++;
            progress.finished(done, all, label);
        }
    }

    private static WrittenPack write(Commission commission, Path outputFolder, ReportOptions options) {
        Pack pack = commission.pack();
        Report report = ReportComposer.compose(commission.contents(), pack)
                .asCopy(ReportIndex.links(pack, options), options.watermark().orElse(""));
        List<Path> files = new ArrayList<>();
        int pages = 0;
        if (options.forms().contains(ReportForm.PDF)) {
            PdfReport.File pdf = PdfReport.of(report);
            pages = pdf.pages();
            files.add(write(outputFolder.resolve(pack.path() + ReportForm.PDF.ending()), pdf.bytes()));
        }
        if (options.forms().contains(ReportForm.HTML)) {
            files.add(write(
                    outputFolder.resolve(pack.path() + ReportForm.HTML.ending()),
                    ReportMarkup.forWeb(report).getBytes(StandardCharsets.UTF_8)));
        }
        if (options.forms().contains(ReportForm.ODS)) {
            files.add(write(outputFolder.resolve(pack.path() + ReportForm.ODS.ending()), OdsReport.bytes(report)));
        }
        if (options.forms().contains(ReportForm.CHARTS)) {
            files.addAll(charts(report, outputFolder.resolve(CHARTS).resolve(pack.path())));
        }
        return new WrittenPack(commission.contents().facts(), pack, report, pages, options.forms(), files);
    }

    /** Every figure as PNG and SVG, with its values beside. */
    private static List<Path> charts(Report report, Path folder) {
        List<Path> files = new ArrayList<>();
        for (Figure figure : report.figures()) {
            files.add(write(folder.resolve(figure.id() + ".png"), PictureFile.png(figure.drawing())));
            files.add(write(
                    folder.resolve(figure.id() + ".svg"),
                    PictureFile.svg(figure.drawing(), figure.headline(), figure.alternative())));
            files.add(write(
                    folder.resolve(figure.csvName()), figure.table().toCsv().getBytes(StandardCharsets.UTF_8)));
        }
        return files;
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
