package org.vigil.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vigil.config.Configuration;
import org.vigil.incident.KeyRing;
import org.vigil.spark.Folded;
import org.vigil.spark.SourceSpec;
import org.vigil.spark.SplitTask;
import org.vigil.spark.Workers;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.SourceFacts;

/**
 * From configured extracts straight to the filled tables, past any store: looked at, read, resolved, counted, checked, tabulated. Every extract counts
 * as one that holds what is new and changed. What sources share by noted
 * numbers, and when an extract first showed an incident, only a store can tell: both are left empty.
 */
public final class WeeklyRun {
    /** Bytes of input for each key partition; small enough that two of them and their cubes fit beside each other. */
    static final long PARTITION_BYTES = 160L << 20;

    private final Configuration configuration;
    private final RunKeys keys;
    private final Progress progress;

    /**
     * @param configuration what to read
     * @param keyRing the keys that identities are hashed under
     * @param progress told of every step
     */
    public WeeklyRun(Configuration configuration, KeyRing keyRing, Progress progress) {
        this.configuration = configuration;
        this.keys = new RunKeys(keyRing);
        this.progress = progress;
    }

    /** Reads and counts everything with workers of its own; writes nothing. */
    public CountedRun count() {
        try (WorkersSource workers = WorkersSource.own()) {
            workers.prepare();
            return tabulate(read(workers::get, (long) configuration.spark().splitMib() << 20), workers::get);
        }
    }

    /** Reads, resolves and counts everything with workers of its own, and checks that every record is accounted for; fills no table. */
    public ReadRun read() {
        try (WorkersSource workers = WorkersSource.own()) {
            workers.prepare();
            return read(workers::get, (long) configuration.spark().splitMib() << 20);
        }
    }

    /** As {@link #count()}, with workers that outlive the run and splits as configured. */
    public CountedRun count(Workers workers) {
        return count(workers, (long) configuration.spark().splitMib() << 20);
    }

    /**
     * As {@link #count()}, with workers that outlive the run.
     *
     * @param splitBytes wanted size of a split; a split holds whole rows
     */
    CountedRun count(Workers workers, long splitBytes) {
        return tabulate(read(() -> workers, splitBytes), () -> workers);
    }

    private ReadRun read(Supplier<Workers> workers, long splitBytes) {
        progress.say("Looking at the extracts");
        List<InspectedExtract> extracts = Inspection.inspect(configuration);
        List<SourceSpec> specs = keys.specs(configuration);
        Preview.check(configuration, specs, extracts).forEach(progress::say);
        progress.say("Reading " + extracts.size() + " extracts, "
                + extracts.stream().mapToLong(e -> e.inspection().bytes()).sum() / 1_000_000 + " MB");
        Folded folded = fold(workers, specs, extracts, splitBytes);
        progress.say("Checking that every record is accounted for");
        List<ExtractFacts> extractFacts = extractFacts(extracts, folded);
        requireSound(extracts, extractFacts);
        LocalDate asOf = configuration
                .asOf()
                .orElseGet(() -> extracts.get(extracts.size() - 1).extract().extractDate());
        return new ReadRun(asOf, extractFacts, sourceFacts(folded), List.of(), List.of());
    }

    private CountedRun tabulate(ReadRun run, Supplier<Workers> workers) {
        progress.say("Filling the tables");
        ReleaseTables filled = ReleaseTables.of(configuration, run, workers, progress);
        return new CountedRun(
                run.asOf(),
                run.extracts(),
                filled.tables(),
                filled.answers(),
                RunFacts.uniqueness(configuration, run, progress));
    }

    private Folded fold(
            Supplier<Workers> workers, List<SourceSpec> specs, List<InspectedExtract> extracts, long splitBytes) {
        List<SplitTask> splits = SplitTasks.of(configuration, extracts, splitBytes);
        long bytes = extracts.stream().mapToLong(e -> e.inspection().bytes()).sum();
        Workers started = workers.get();
        int partitions = configuration
                .spark()
                .partitions()
                .orElse(Math.toIntExact(Math.max(started.parallelism(), bytes / PARTITION_BYTES)));
        int[] sourceOfExtract =
                extracts.stream().mapToInt(InspectedExtract::source).toArray();
        return started.readAndFold(specs, sourceOfExtract, splits, partitions);
    }

    private List<ExtractFacts> extractFacts(List<InspectedExtract> extracts, Folded folded) {
        List<ExtractFacts> facts = new ArrayList<>();
        for (InspectedExtract e : extracts) {
            int ordinal = e.extract().ordinal();
            facts.add(new ExtractFacts(
                    e.extract().sourceCode(),
                    e.extract().extractId(),
                    String.valueOf(e.extract().file().getFileName()),
                    e.extract().extractDate(),
                    e.inspection().sha256(),
                    e.inspection().bytes(),
                    folded.tally(ordinal),
                    folded.fates(ordinal),
                    folded.quarantine(ordinal)));
        }
        return facts;
    }

    private void requireSound(List<InspectedExtract> extracts, List<ExtractFacts> facts) {
        for (int i = 0; i < facts.size(); i++) {
            if (!facts.get(i).isConserved()) {
                throw new IllegalStateException(
                        "Records of " + facts.get(i).extractId() + " are not all accounted for");
            }
            Tolerance.require(configuration.sources().get(extracts.get(i).source()), extracts.get(i), facts.get(i));
        }
    }

    private List<SourceFacts> sourceFacts(Folded folded) {
        List<SourceFacts> facts = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            facts.add(RunFacts.of(configuration.sources().get(s), folded.cube(s)));
        }
        return facts;
    }
}
