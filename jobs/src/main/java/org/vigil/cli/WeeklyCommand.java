package org.vigil.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.publish.OldReleases;
import org.vigil.publish.PublishedRelease;
import org.vigil.publish.ReportStep;
import org.vigil.record.RunRecording;
import org.vigil.record.RunRecords;
import org.vigil.run.AsLoaded;
import org.vigil.run.CountedRun;
import org.vigil.run.Forecast;
import org.vigil.run.ForecastRun;
import org.vigil.run.PublicRelease;
import org.vigil.run.Publication;
import org.vigil.run.ReleaseRetention;
import org.vigil.run.StoredRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: extracts in, a release with its reports out. */
@Command(
        name = "weekly",
        description = "Take in every extract that is new, count, and publish a release with its reports.",
        mixinStandardHelpOptions = true)
final class WeeklyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(
            names = "--dry-run",
            description = {
                "Say what the run would find and do, and write nothing: records against the usual number,",
                "columns and labels that are new or gone, changed date formats, and whether the run would be",
                "refused. An empty extract, a tenth of the usual records or ten times them are remarked on in",
                "every run; tolerance.size-change in the configuration makes an unusual size a refusal."
            })
    private boolean dryRun;

    @Option(
            names = "--as-loaded",
            paramLabel = "VERSION|TIME",
            description = {
                "Take nothing in: publish again what the store held in that version (a number of vigil store history),",
                "or on a day or at an instant of UTC, for example 2025-12-01T08:00:00Z. latest.json stays as it is."
            })
    private @Nullable String asLoaded;

    @Option(
            names = "--patch",
            paramLabel = "FILE",
            description = "With --dry-run: write the proposed changes of profiles to this new file.")
    private @Nullable Path patch;

    @Override
    public Integer call() {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        if (patch != null && !dryRun) {
            throw new UsageException("--patch needs --dry-run: only a forecast proposes changes. Add --dry-run.");
        }
        Configuration configuration = options.read();
        Steps steps = new Steps(line.getErr());
        Optional<AsLoaded> then = AsLoadedOption.parse(asLoaded);
        if (dryRun && then.isPresent()) {
            throw new UsageException(
                    "Nothing was done: --dry-run reads extracts and --as-loaded takes none; expected one of them. Leave one out.");
        }
        return dryRun ? forecast(configuration, steps, line) : run(configuration, then, steps, line);
    }

    /** The release is out: whatever fails now is said, and the next run tries again. */
    private static void tidy(StoredRun stored, CommandLine line) {
        try {
            stored.tidy();
        } catch (Exception e) {
            line.getErr()
                    .println(
                            "The release is published, but the store could not be tidied; it says what it said before. "
                                    + Failures.told(e).sentence());
        }
    }

    /** What was kept long enough goes last of all; a failure is said, and the next run tries again. */
    private static Retained deleteOld(
            Configuration configuration, PublishedRelease release, RunRecording recording, CommandLine line) {
        int releases = 0;
        try {
            OldReleases.Outcome outcome =
                    ReleaseRetention.apply(configuration, release.manifest().releaseId(), recording);
            releases = outcome.deleted();
            outcome.kept()
                    .forEach(kept -> line.getErr()
                            .println("The restricted release " + kept.folder()
                                    + " was kept long enough and could not be deleted: " + kept.reason()
                                    + "; expected a release as it was published, in a folder of your own. Look into it and"
                                    + " delete it by hand."));
        } catch (Exception e) {
            line.getErr()
                    .println("The release is published, but old ones could not be deleted. "
                            + Failures.told(e).sentence());
        }
        return new Retained(releases, recording.deleteOld(releases));
    }

    private static Optional<PublishedRelease> publishForEverybody(
            StoredRun stored, CountedRun run, ReportStep reports, RunRecording recording) {
        Optional<PublicRelease> release = stored.protect(run);
        return release.map(one -> one.publish(reports, recording));
    }

    private int forecast(Configuration configuration, Steps steps, CommandLine line) {
        Optional<Path> file = Optional.ofNullable(patch);
        file.ifPresent(ForecastPatch::requireNew);
        Forecast forecast = ForecastRun.of(configuration, configuration.key().look(), steps);
        Retained deletions = new Retained(ReleaseRetention.forecast(configuration), RunRecords.countOld(configuration));
        boolean isWritten = file.isPresent() && ForecastPatch.write(file.get(), forecast);
        if (options.isJson()) {
            line.getOut().println(ForecastText.json(forecast, deletions));
        } else {
            line.getOut().print(ForecastText.of(forecast, isWritten ? file : Optional.empty(), deletions));
        }
        line.getOut().flush();
        return forecast.wouldRun() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private int run(Configuration configuration, Optional<AsLoaded> asLoaded, Steps steps, CommandLine line) {
        RunRecording recording = RunRecording.begin("weekly", configuration, steps, line.getErr()::println);
        try (StoredRun stored =
                StoredRun.open(configuration, configuration.key().open(), recording)) {
            Publication.requireWritable(configuration);
            CountedRun run = asLoaded.isPresent() ? stored.runAsLoaded(asLoaded.get()) : stored.run();
            recording.counted(run);
            recording.say("Publishing");
            ReportStep reports = Reports.step(configuration.reports(), recording);
            PublishedRelease release = asLoaded.isPresent()
                    ? Publication.publishAgain(configuration, run, reports)
                    : Publication.publish(configuration, run, reports, recording);
            recording.published(release);
            // Whatever becomes of the release for everybody, those inside have theirs.
            Optional<PublishedRelease> forEverybody = Optional.empty();
            Optional<RuntimeException> refused = Optional.empty();
            try {
                forEverybody =
                        asLoaded.isEmpty() ? publishForEverybody(stored, run, reports, recording) : Optional.empty();
                forEverybody.ifPresent(recording::publishedForEverybody);
            } catch (RuntimeException e) {
                refused = Optional.of(e);
            }
            if (asLoaded.isEmpty()) {
                tidy(stored, line);
            }
            Retained deleted =
                    refused.isPresent() ? Retained.NOTHING : deleteOld(configuration, release, recording, line);
            StringWriter summary = new StringWriter();
            RunSummary.print(
                    new PrintWriter(summary), options.isJson(), run, Optional.of(release), forEverybody, deleted);
            line.getOut().print(summary);
            line.getOut().flush();
            if (refused.isPresent()) {
                throw refused.get();
            }
            recording.succeeded(summary.toString());
            return ExitCode.DONE;
        } catch (RuntimeException | Error e) {
            Failures.Told told = Failures.told(e);
            line.getErr().println(told.sentence());
            recording.failed(told.exitCode(), told.sentence());
            return told.exitCode();
        }
    }
}
