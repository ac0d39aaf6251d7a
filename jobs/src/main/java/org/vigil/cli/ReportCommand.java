package org.vigil.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.report.document.PackKind;
import org.vigil.report.document.PackSelection;
import org.vigil.report.document.ReportForm;
import org.vigil.report.document.ReportOptions;
import org.vigil.report.document.ReportOptions.PackProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes reports of a release again, from the release alone. */
@Command(
        name = "report",
        description = "Make reports of a release again, from the release alone. Nothing is written into the release.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final int LONGEST_WATERMARK = 80;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--release", required = true, paramLabel = "FOLDER", description = "The release.")
    private @Nullable Path release;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where the reports go.")
    private @Nullable Path out;

    @Option(
            names = "--pack",
            split = ",",
            paramLabel = "PACK",
            description =
                    "Which reports: whole-area, areas, communities, events, or the name of one, such as borough-barnet. Otherwise all.")
    private List<String> packs = new ArrayList<>();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "In which forms: ${COMPLETION-CANDIDATES}. Otherwise pdf, html and ods.",
            completionCandidates = Formats.class)
    private List<String> formats = new ArrayList<>();

    @Option(
            names = "--watermark",
            paramLabel = "TEXT",
            description = "Words across every page, so that copies can be told apart, for example a name.")
    private @Nullable String watermark;

    /** Names of the forms. */
    static final class Formats extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Formats() {
            super(Stream.of(ReportForm.values()).map(ReportForm::code).toList());
        }
    }

    @Override
    public Integer call() {
        Path from = Objects.requireNonNull(release);
        Path to = Objects.requireNonNull(out);
        requireOutside(from, to);
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        ReportOptions options = ReportOptions.everything()
                .withPacks(wanted())
                .withForms(forms())
                .withWatermark(text())
                .withProgress(new PackProgress() {
                    @Override
                    public void finished(int done, int all, String label) {
                        err.println(done + " of " + all + ": " + label);
                        err.flush();
                    }

                    @Override
                    public void missing(String sentence) {
                        throw new UsageException(sentence);
                    }
                });
        Reports.again(from, to, options).forEach(spec.commandLine().getOut()::println);
        return ExitCode.DONE;
    }

    /** A release is never changed: not even a file is added. */
    private static void requireOutside(Path release, Path out) {
        Path folder = release.toAbsolutePath().normalize();
        if (out.toAbsolutePath().normalize().startsWith(folder)) {
            throw new UsageException(
                    "Could not write the reports: the folder " + out + " lies in the release " + release
                            + "; expected a folder outside, because a release is never changed. Choose another folder.");
        }
    }

    private PackSelection wanted() {
        if (packs.isEmpty()) {
            return PackSelection.all();
        }
        for (String word : packs) {
            if (PackKind.find(word).isEmpty() && !PackSelection.isName(word)) {
                throw new UsageException("Could not write the reports: --pack is " + word + "; expected "
                        + Stream.of(PackKind.values()).map(PackKind::code).collect(Collectors.joining(", "))
                        + ", or the name of one, such as community-jewish. Correct the name of the pack.");
            }
        }
        return PackSelection.of(packs);
    }

    private Set<ReportForm> forms() {
        Set<ReportForm> forms = EnumSet.noneOf(ReportForm.class);
        for (String word : formats) {
            forms.add(Stream.of(ReportForm.values())
                    .filter(form -> form.code().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("Could not write the reports: --format is " + word
                            + "; expected " + String.join(", ", new Formats()) + ". Write one of these.")));
        }
        return forms.isEmpty() ? ReportForm.documents() : forms;
    }

    private Optional<String> text() {
        if (watermark == null) {
            return Optional.empty();
        }
        if (watermark.isBlank() || watermark.length() > LONGEST_WATERMARK) {
            throw new UsageException("Could not write the reports: --watermark has " + watermark.length()
                    + " characters; expected 1 to " + LONGEST_WATERMARK + ". Shorten it.");
        }
        return Optional.of(watermark.strip());
    }
}
