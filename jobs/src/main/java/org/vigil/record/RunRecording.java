package org.vigil.record;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.publish.PublishedRelease;
import org.vigil.release.Manifest;
import org.vigil.run.CountedRun;
import org.vigil.run.Progress;
import org.vigil.run.Publication;
import org.vigil.run.Step;
import org.vigil.spark.SparkVersion;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.validate.Rule;

/**
 * Listens to a run and writes its record and log after every step. Each sentence of progress begins a step and ends the one before.
 *
 * <p>It never makes a run fail: when a file cannot be written, one sentence of warning is said, and nothing more is written. Safe for use by
 * several threads.
 */
public final class RunRecording implements Progress {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Progress terminal;
    private final Consumer<String> warnings;
    private final Clock clock;
    private final Configuration configuration;
    private final String command;
    private final Instant startedAt;
    private final Meter started;
    private final RunRecord.ProcessEntry process;
    private final List<RunRecord.StepEntry> steps = new ArrayList<>();
    private List<RunRecord.ExtractEntry> extracts = List.of();
    private List<Manifest.CheckEntry> checks = List.of();
    private RunRecord.@Nullable ReleaseEntry release;
    private PublicRunRecord.@Nullable ReleaseEntry publicRelease;
    private RunRecord.@Nullable RetentionEntry retention;
    private RunRecord.@Nullable OutcomeEntry outcome;
    private @Nullable Instant endedAt;
    private @Nullable Double durationSeconds;

    /** Reading at the start of the step that lasts; absent before the first. */
    private @Nullable Meter stepBegan;

    /** Absent once writing has failed. */
    private @Nullable RunFiles files;

    private RunRecording(
            String command, Configuration configuration, Progress terminal, Consumer<String> warnings, Clock clock) {
        this.command = command;
        this.configuration = configuration;
        this.terminal = terminal;
        this.warnings = warnings;
        this.clock = clock;
        this.startedAt = now();
        this.started = Meter.read();
        this.process = thisProcess();
    }

    /**
     * Begins the record of a run, which says from now on that the run has started and not ended.
     *
     * @param command command of the run, small letters
     * @param configuration what the run does, and where its record goes
     * @param terminal told of every step as well
     * @param warnings told, once, if the record cannot be written
     */
    public static RunRecording begin(
            String command, Configuration configuration, Progress terminal, Consumer<String> warnings) {
        return begin(command, configuration, terminal, warnings, Clock.systemUTC());
    }

    static RunRecording begin(
            String command, Configuration configuration, Progress terminal, Consumer<String> warnings, Clock clock) {
        RunRecording recording = new RunRecording(command, configuration, terminal, warnings, clock);
        recording.create();
        return recording;
    }

    @Override
    public synchronized void say(String sentence) {
        terminal.say(sentence);
        Meter reading = Meter.read();
        endStep(reading);
        stepBegan = reading;
        steps.add(new RunRecord.StepEntry(
                sentence, seconds(reading.nanos() - started.nanos()), null, null, null, null, null));
        log(sentence);
        writeRecord();
    }

    @Override
    public void at(Step step) {
        terminal.at(step);
    }

    /** Every record that was read is accounted for. */
    public synchronized void counted(CountedRun run) {
        extracts = run.extracts().stream().map(RunRecording::entry).toList();
    }

    /** The run has its release. */
    public synchronized void published(PublishedRelease published) {
        Manifest manifest = published.manifest();
        checks = manifest.checks();
        release = new RunRecord.ReleaseEntry(manifest.releaseId(), manifest.asOfDate(), published.alreadyPublished());
    }

    /** The run has its release for everybody. */
    public synchronized void publishedForEverybody(PublishedRelease published) {
        Manifest manifest = published.manifest();
        publicRelease = new PublicRunRecord.ReleaseEntry(
                manifest.releaseId(), manifest.asOfDate(), manifest.policy().code(), published.alreadyPublished());
    }

    /**
     * The run has done what it should: removes records and logs of earlier runs that were kept long enough, and notes how much is gone.
     *
     * @param releases restricted releases that are gone
     * @return how many runs are gone
     */
    public synchronized int deleteOld(int releases) {
        Set<String> gone = new HashSet<>();
        attemptWith(written -> {
            Path folder = configuration.runs().folder();
            Set<String> old = RunFiles.old(
                    folder, configuration.runs().kept(), RunRecords.startedBefore(configuration, clock.instant()));
            old.remove(written.run());
            try {
                RunFiles.delete(folder, old);
                gone.addAll(old);
            } catch (IOException e) {
                warnings.accept(
                        "Records of earlier runs could not all be deleted in " + folder
                                + "; expected files of your own. Give this account the right to delete them; the next run tries again.");
            }
        });
        retention = new RunRecord.RetentionEntry(releases, gone.size());
        return gone.size();
    }

    /**
     * The run has done what it should. Ends the record.
     *
     * @param summary what was said of it on the terminal, in lines
     */
    public synchronized void succeeded(String summary) {
        end(0, null, summary);
    }

    /**
     * The run has failed. Ends the record.
     *
     * @param exitCode what the process will say to its caller
     * @param sentence what was said on the terminal; holds no value of a record
     */
    public synchronized void failed(int exitCode, String sentence) {
        end(exitCode, sentence, sentence);
    }

    private void end(int exitCode, @Nullable String sentence, String lines) {
        Meter reading = Meter.read();
        endStep(reading);
        endedAt = now();
        outcome = new RunRecord.OutcomeEntry(exitCode, sentence);
        durationSeconds = seconds(reading.nanos() - started.nanos());
        log(lines.stripTrailing() + "\nEnded with exit code " + exitCode + " after " + durationSeconds + " seconds");
        writeRecord();
    }

    private void create() {
        try {
            files = RunFiles.create(configuration.runs().folder(), startedAt, command, process.processId());
        } catch (IOException | RuntimeException e) {
            warn();
        }
        log("vigil " + command + ", version " + process.codeVersion() + ", configuration " + configurationName());
        writeRecord();
    }

    private void endStep(Meter reading) {
        if (stepBegan == null) {
            return;
        }
        RunRecord.StepEntry begun = steps.remove(steps.size() - 1);
        steps.add(new RunRecord.StepEntry(
                begun.name(),
                begun.startSeconds(),
                seconds(reading.nanos() - stepBegan.nanos()),
                reading.cpuNanos() == null || stepBegan.cpuNanos() == null
                        ? null
                        : (Double) seconds(reading.cpuNanos() - stepBegan.cpuNanos()),
                (reading.gcMillis() - stepBegan.gcMillis()) / MILLIS_PER_SECOND,
                reading.heapUsedBytes(),
                reading.peakHeapBytes()));
        stepBegan = null;
    }

    private void log(String lines) {
        String time = now().toString();
        StringBuilder text = new StringBuilder();
        lines.lines()
                .forEach(line -> text.append(time).append("  ").append(line).append('\n'));
        attemptWith(written -> written.appendToLog(text.toString()));
    }

    private void writeRecord() {
        attemptWith(written -> {
            written.replaceRecord(RecordJson.bytes(record()));
            written.replacePublicRecord(RecordJson.bytes(publicRecord()));
        });
    }

    private void attemptWith(Writing writing) {
        RunFiles written = files;
        if (written != null) {
            attempt(() -> writing.to(written));
        }
    }

    private void attempt(Attempt attempt) {
        if (files == null) {
            return;
        }
        try {
            attempt.make();
        } catch (IOException | RuntimeException e) {
            warn();
        }
    }

    private void warn() {
        files = null;
        warnings.accept("The record of this run could not be written in "
                + configuration.runs().folder()
                + "; expected a folder of your own on a disk with room. The run itself is not touched by that. Check runs in the"
                + " configuration.");
    }

    private RunRecord record() {
        Meter reading = Meter.read();
        return new RunRecord(
                RunRecord.FORMAT_VERSION,
                command,
                startedAt,
                endedAt,
                durationSeconds,
                new RunRecord.ConfigurationEntry(configurationName(), configuration.hash()),
                process,
                outcome,
                steps,
                extracts,
                checks,
                release,
                retention,
                new RunRecord.ResourceEntry(
                        Meter.peakResidentBytes(),
                        reading.peakHeapBytes(),
                        reading.cpuNanos() == null ? null : (Double) seconds(reading.cpuNanos()),
                        reading.gcMillis() / MILLIS_PER_SECOND));
    }

    private PublicRunRecord publicRecord() {
        return new PublicRunRecord(
                PublicRunRecord.FORMAT_VERSION,
                command,
                startedAt,
                endedAt,
                durationSeconds,
                process.codeVersion(),
                configuration.hash(),
                outcome == null ? null : (Integer) outcome.exitCode(),
                publicRelease);
    }

    private static RunRecord.ExtractEntry entry(ExtractFacts extract) {
        SortedMap<String, Long> byRule = new TreeMap<>();
        for (Rule rule : Rule.values()) {
            long broken = extract.tally().brokeRule(rule);
            if (broken > 0) {
                byRule.put(rule.code(), broken);
            }
        }
        return new RunRecord.ExtractEntry(
                extract.extractId(),
                extract.sourceCode(),
                extract.extractDate(),
                extract.byteCount(),
                extract.tally().physicalRows(),
                extract.tally().read(),
                extract.fates().accepted(),
                extract.fates().merged(),
                extract.fates().duplicates(),
                extract.fates().superseded(),
                extract.tally().outOfScope(),
                extract.tally().quarantined(),
                byRule);
    }

    private static RunRecord.ProcessEntry thisProcess() {
        return new RunRecord.ProcessEntry(
                host(),
                ProcessHandle.current().pid(),
                Publication.codeVersion(),
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                SparkVersion.text(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory());
    }

    /** Name of this machine. Asks the system first: the network can take seconds to find none. */
    public static String host() {
        try {
            return Files.isReadable(HOST_NAME)
                    ? Files.readString(HOST_NAME).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private String configurationName() {
        return String.valueOf(configuration.file().getFileName());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / NANOS_PER_SECOND * MILLIS_PER_SECOND) / MILLIS_PER_SECOND;
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws IOException;
    }

    @FunctionalInterface
    private interface Writing {
        void to(RunFiles files) throws IOException;
    }
}
