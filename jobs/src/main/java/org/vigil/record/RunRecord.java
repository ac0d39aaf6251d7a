package org.vigil.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigil.release.Manifest;

/**
 * What one run did, how long it took and where. Absent values say that something is not known: a run without {@code endedAt} is under way or was
 * killed. Seconds count from {@code startedAt} and are rounded to milliseconds.
 *
 * @param formatVersion {@link #FORMAT_VERSION} of the program that wrote it
 * @param command command of the run
 * @param startedAt when it started, UTC
 * @param endedAt when it ended, UTC; absent unless it came to an end of its own
 * @param durationSeconds from start to end; absent like {@code endedAt}
 * @param configuration what it was told to do
 * @param process where it ran
 * @param outcome how it ended; absent like {@code endedAt}
 * @param steps steps in the order in which they began
 * @param extracts what became of every record read, by extract in the order of reading; empty where the run did not get as far
 * @param checks checks of the release; empty where the run did not get as far
 * @param release the release made or found; absent where there is none
 * @param retention what it deleted because it was kept long enough; absent where the run did not get as far
 * @param resources what the process has used so far
 */
public record RunRecord(
        int formatVersion,
        String command,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Double durationSeconds,
        ConfigurationEntry configuration,
        ProcessEntry process,
        @Nullable OutcomeEntry outcome,
        List<StepEntry> steps,
        List<ExtractEntry> extracts,
        List<Manifest.CheckEntry> checks,
        @Nullable ReleaseEntry release,
        @Nullable RetentionEntry retention,
        ResourceEntry resources) {

    /** Raised when a key gets another meaning or goes; a new key alone does not raise it. */
    public static final int FORMAT_VERSION = 1;

    public RunRecord {
        steps = List.copyOf(steps);
        extracts = List.copyOf(extracts);
        checks = List.copyOf(checks);
    }

    /**
     * The configuration of the run.
     *
     * @param fileName its file without folder
     * @param hash SHA-256 of what it declares, hexadecimal, as in a manifest
     */
    public record ConfigurationEntry(String fileName, String hash) {}

    /**
     * The process and its machine.
     *
     * @param host name of the machine; {@code unknown} where it has none
     * @param processId number of the process
     * @param codeVersion version of this program
     * @param javaVersion version of Java
     * @param javaVendor who built Java
     * @param sparkVersion version of Spark
     * @param operatingSystem name and version
     * @param architecture of the processor
     * @param coreCount processors that the process may use
     * @param heapLimitBytes the most memory that Java's heap may take
     */
    public record ProcessEntry(
            String host,
            long processId,
            String codeVersion,
            String javaVersion,
            String javaVendor,
            String sparkVersion,
            String operatingSystem,
            String architecture,
            int coreCount,
            long heapLimitBytes) {}

    /**
     * How a run ended.
     *
     * @param exitCode what the process said to its caller
     * @param sentence what went wrong; absent where nothing did
     */
    public record OutcomeEntry(int exitCode, @Nullable String sentence) {}

    /**
     * One step. Figures are absent while it lasts.
     *
     * @param name what was announced on the terminal
     * @param startSeconds seconds after the start of the run
     * @param durationSeconds how long it took
     * @param cpuSeconds processor time of the whole process meanwhile; absent also where Java does not tell
     * @param gcSeconds time that garbage collection took meanwhile
     * @param heapUsedBytes heap in use at its end, garbage included
     * @param peakHeapBytes highest use of the heap since the process started: the sum over its pools, so rather too high than too low
     */
    public record StepEntry(
            String name,
            double startSeconds,
            @Nullable Double durationSeconds,
            @Nullable Double cpuSeconds,
            @Nullable Double gcSeconds,
            @Nullable Long heapUsedBytes,
            @Nullable Long peakHeapBytes) {}

    /**
     * What became of the records of one extract. Read = accepted + merged + duplicate + superseded + out of scope + quarantined.
     *
     * @param extractId names it within the release
     * @param sourceCode source that it belongs to
     * @param extractDate when the publisher made it
     * @param byteCount size of the file as delivered
     * @param physicalRowCount rows of the file, header aside
     * @param read records read
     * @param accepted records that speak for an incident
     * @param merged records united with another of the same extract
     * @param duplicate records equal to a later one
     * @param superseded records that a later one replaces
     * @param outOfScope records that the profile leaves out
     * @param quarantined records held out
     * @param recordsByRule records that broke a rule, by the rule's code; a record can break several, and rules that none broke are left out
     */
    public record ExtractEntry(
            String extractId,
            String sourceCode,
            LocalDate extractDate,
            long byteCount,
            long physicalRowCount,
            long read,
            long accepted,
            long merged,
            long duplicate,
            long superseded,
            long outOfScope,
            long quarantined,
            SortedMap<String, Long> recordsByRule) {
        public ExtractEntry {
            recordsByRule = Collections.unmodifiableSortedMap(new TreeMap<>(recordsByRule));
        }
    }

    /**
     * The release of the run.
     *
     * @param releaseId name of its folder
     * @param asOfDate day whose state of knowledge it shows
     * @param alreadyPublished whether the very same release stood there before, so that nothing was written
     */
    public record ReleaseEntry(String releaseId, LocalDate asOfDate, boolean alreadyPublished) {}

    /**
     * What was deleted because it was kept long enough.
     *
     * @param deletedReleases restricted releases
     * @param deletedRuns runs whose record and log are gone
     */
    public record RetentionEntry(int deletedReleases, int deletedRuns) {}

    /**
     * What the process has used since it started.
     *
     * @param peakResidentBytes most memory that it held at once, as Linux tells; absent on other systems
     * @param peakHeapBytes highest use of the heap, as in {@link StepEntry}
     * @param cpuSeconds processor time; absent where Java does not tell
     * @param gcSeconds time that garbage collection took
     */
    public record ResourceEntry(
            @Nullable Long peakResidentBytes,
            long peakHeapBytes,
            @Nullable Double cpuSeconds,
            double gcSeconds) {}
}
