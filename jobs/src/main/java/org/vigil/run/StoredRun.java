package org.vigil.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.vigil.config.Configuration;
import org.vigil.extract.Extract;
import org.vigil.incident.ExtractKind;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.MasterKey;
import org.vigil.layer.LayerFile;
import org.vigil.spark.LoadOrder;
import org.vigil.spark.LoadedPart;
import org.vigil.spark.SourceSpec;
import org.vigil.spark.SplitTask;
import org.vigil.spark.StateCounts;
import org.vigil.spark.Workers;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StorageLock;
import org.vigil.store.LoadedExtract;
import org.vigil.store.RecordFates;
import org.vigil.store.SourcePlan;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.store.StoredLayer;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.SourceFacts;
import org.vigil.validate.RecordTally;
import org.vigil.validate.Rule;

/**
 * A run on a store: what is new is taken in, then a state is counted. Holds the store's lock from its start until it is closed, so that nobody else
 * writes before the release is out.
 */
public final class StoredRun implements AutoCloseable {
    /** Rows of a key range held in memory; about 90 bytes each. */
    private static final int ROWS_IN_MEMORY = 1_500_000;

    /** Stored rows that one task scans. */
    private static final long ROWS_OF_A_SCAN = 2_500_000;

    private final Configuration configuration;
    private final RunKeys keys;
    private final Progress progress;
    private final Clock clock;
    private final StorageFolder folder;
    private final Store store;
    private final StorageLock lock;

    private StoredRun(Configuration configuration, MasterKey key, Progress progress, Clock clock) {
        this.configuration = configuration;
        this.keys = new RunKeys(key);
        this.progress = progress;
        this.clock = clock;
        this.folder = StorageFolder.at(configuration.store());
        this.store = Store.at(folder);
        this.lock = StorageLock.take(folder, clock);
    }

    /**
     * Opens the store of a configuration for writing.
     *
     * @throws org.vigil.storage.HeldException if another run holds it
     */
    public static StoredRun open(Configuration configuration, MasterKey key, Progress progress) {
        StoredRun run = new StoredRun(configuration, key, progress, Clock.systemUTC());
        progress.at(Step.LOCK_TAKEN);
        return run;
    }

    /**
     * Takes in every configured extract that the store does not know, and counts the state as of the configured day.
     *
     * @throws FindingsException if an extract is refused; the store is then as it was
     * @throws org.vigil.store.ConflictException if another writer was faster; likewise
     */
    public CountedRun run() {
        return run(new OwnWorkers());
    }

    /** As {@link #run()}, but no table is filled. */
    public ReadRun read() {
        return read(new OwnWorkers());
    }

    /** As {@link #run()}, with workers that outlive the run. */
    CountedRun run(Workers workers) {
        return run(new GivenWorkers(workers));
    }

    /** As {@link #run()}, but no table is filled. */
    ReadRun read(Workers workers) {
        return read(new GivenWorkers(workers));
    }

    private CountedRun run(WorkersSource workers) {
        ReadRun read = read(workers);
        progress.say("Filling the tables");
        return new CountedRun(
                read.asOf(), read.extracts(), ReleaseTables.of(configuration, read.sources(), read.extracts()));
    }

    private ReadRun read(WorkersSource workers) {
        try (workers) {
            StoreManifest held = store.newest();
            keys.require(held, folder);
            progress.say("Looking at the extracts");
            SeenFiles seen = SeenFiles.in(folder);
            List<InspectedExtract> fresh = newOnes(held, lookAt(held, seen, workers));
            StoreManifest now = fresh.isEmpty() ? held : takeIn(held, fresh, workers);
            if (now.extracts().isEmpty()) {
                throw new FindingsException("Nothing was published: the store " + folder.location()
                        + " holds no extract yet and none was configured. Configure an extract.");
            }
            seen.keep();
            return read(now, configuration.asOf(), workers);
        }
    }

    // ---- Taking in ----

    /** Looks at every file that was not seen before; the workers start meanwhile if there is one. */
    private List<InspectedExtract> lookAt(StoreManifest held, SeenFiles seen, WorkersSource workers) {
        List<InspectedExtract> inspected = Inspection.inspect(configuration, (source, extract) -> {
            boolean isKnown = seen.find(extract.path())
                    .filter(sha256 -> held.findLoaded(source.code(), sha256).isPresent())
                    .isPresent();
            if (!isKnown) {
                workers.prepare();
            }
            return isKnown;
        });
        inspected.forEach(e -> seen.note(e.extract().file(), e.inspection().sha256()));
        return inspected;
    }

    private List<InspectedExtract> newOnes(StoreManifest held, List<InspectedExtract> inspected) {
        List<InspectedExtract> fresh = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Map<String, String> sameRun = new HashMap<>();
        for (InspectedExtract e : inspected) {
            String source = e.extract().sourceCode();
            String sha256 = e.inspection().sha256();
            Optional<LoadedExtract> loaded = held.findLoaded(source, sha256);
            Optional<StoreManifest.TakenBack> takenBack = held.findTakenBack(source, sha256);
            String twin = sameRun.putIfAbsent(source + " " + sha256, e.extract().extractId());
            if (loaded.isPresent()) {
                continue;
            }
            if (takenBack.isPresent()) {
                progress.say("Left out " + e.extract().file().getFileName() + ": it was rolled back on "
                        + LocalDate.ofInstant(takenBack.get().at(), java.time.ZoneOffset.UTC)
                        + ". To take it in again: vigil store allow "
                        + takenBack.get().extract().extractId());
                continue;
            }
            if (twin != null) {
                progress.say("Left out " + e.extract().file().getFileName()
                        + ": it has the same content as another extract of this run.");
                continue;
            }
            String id = held.freeExtractId(source, e.extract().extractDate(), ids);
            ids.add(id);
            fresh.add(new InspectedExtract(
                    e.source(),
                    new Extract(id, source, e.extract().file(), e.extract().extractDate(), fresh.size()),
                    e.inspection(),
                    e.plan()));
        }
        int knownBefore = inspected.size() - fresh.size();
        if (knownBefore > 0) {
            progress.say(knownBefore + " of " + inspected.size()
                    + " extracts were taken in before; nothing of them is read again");
        }
        return fresh;
    }

    private StoreManifest takeIn(StoreManifest held, List<InspectedExtract> fresh, WorkersSource workers) {
        List<SourceSpec> specs = keys.specs(configuration);
        Preview.check(configuration, specs, fresh);
        progress.say("Reading " + fresh.size() + " new extracts, "
                + fresh.stream().mapToLong(e -> e.inspection().bytes()).sum() / 1_000_000 + " MB");
        List<LoadedExtract> entries = provisional(held, fresh, specs, workers);
        LoadOrder order = loadOrder(held, fresh, entries);
        List<SplitTask> splits =
                SplitTasks.of(configuration, fresh, (long) configuration.spark().splitMib() << 20);
        long bytes = fresh.stream().mapToLong(e -> e.inspection().bytes()).sum();
        Workers started = workers.get();
        LoadedPart loaded = started.load(specs, order, splits, partitions(bytes, started));
        progress.at(Step.LAYERS_WRITTEN);
        progress.say("Checking that every record is accounted for");
        List<LoadedExtract> complete = new ArrayList<>();
        for (int e = 0; e < fresh.size(); e++) {
            complete.add(completed(entries.get(e), loaded, e));
            requireSound(fresh.get(e), complete.get(e), loaded, e);
        }
        StoreManifest next = next(held, complete, order, loaded);
        for (int e = 0; e < fresh.size(); e++) {
            StoredQuarantine.write(
                    folder, order.layerIds().get(e), loaded.folded().quarantine(e));
        }
        progress.at(Step.QUARANTINE_WRITTEN);
        keepPartials(held, next, loaded);
        progress.at(Step.COUNTS_KEPT);
        lock.requireHeld();
        store.commit(next);
        progress.at(Step.VERSION_COMMITTED);
        for (LoadedExtract e : complete) {
            progress.say(sentence(e));
        }
        return next;
    }

    /** Entries as far as they are known before anything is read. */
    private List<LoadedExtract> provisional(
            StoreManifest held, List<InspectedExtract> fresh, List<SourceSpec> specs, WorkersSource workers) {
        int sequence =
                held.extracts().stream().mapToInt(LoadedExtract::sequence).max().orElse(0);
        sequence = Math.max(
                sequence,
                held.takenBack().stream()
                        .mapToInt(t -> t.extract().sequence())
                        .max()
                        .orElse(0));
        Instant now = clock.instant();
        List<LoadedExtract> entries = new ArrayList<>();
        for (InspectedExtract e : fresh) {
            Configuration.Source source = configuration.sources().get(e.source());
            ExtractKind kind = source.profile().extractKind();
            int first = IncidentDate.FIRST_DAY;
            int last = IncidentDate.LAST_DAY;
            if (kind == ExtractKind.COVERAGE) {
                int[] days = workers.get()
                        .coveredDays(
                                specs,
                                SplitTasks.of(
                                        configuration,
                                        List.of(e),
                                        (long) configuration.spark().splitMib() << 20));
                first = days[0];
                last = days[1];
            }
            entries.add(new LoadedExtract(
                    e.extract().extractId(),
                    source.code(),
                    String.valueOf(e.extract().file().getFileName()),
                    e.inspection().sha256(),
                    e.inspection().bytes(),
                    e.extract().extractDate(),
                    ++sequence,
                    now,
                    kind,
                    first,
                    last,
                    Interpretation.hash(source),
                    new LoadedExtract.Rows(0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>()),
                    new LoadedExtract.Effect(0, 0, 0, 0, 0, 0, 0)));
        }
        return entries;
    }

    private LoadOrder loadOrder(StoreManifest held, List<InspectedExtract> fresh, List<LoadedExtract> entries) {
        String run =
                "v" + (held.version() + 1) + "-" + UUID.randomUUID().toString().substring(0, 8);
        List<SourcePlan> plans = new ArrayList<>();
        int[] ordinals = new int[fresh.size()];
        Set<String> newIds = new HashSet<>();
        entries.forEach(e -> newIds.add(e.extractId()));
        for (int s = 0; s < configuration.sources().size(); s++) {
            String code = configuration.sources().get(s).code();
            List<LoadedExtract> all = new ArrayList<>(held.extractsOf(code));
            List<StoredLayer> layers = StoreStates.layers(held, code, all);
            entries.stream().filter(e -> e.sourceCode().equals(code)).forEach(all::add);
            SourcePlan plan = StoreStates.plan(code, all, newIds, layers);
            plans.add(plan);
            Map<String, Integer> byId = plan.ordinals();
            for (int e = 0; e < fresh.size(); e++) {
                if (fresh.get(e).source() == s) {
                    ordinals[e] = Objects.requireNonNull(byId.get(entries.get(e).extractId()));
                }
            }
        }
        return new LoadOrder(
                folder,
                plans,
                fresh.stream().mapToInt(InspectedExtract::source).toArray(),
                ordinals,
                entries.stream().map(e -> e.extractId() + "-" + run).toList(),
                "restored-" + run,
                ROWS_IN_MEMORY);
    }

    private int partitions(long bytes, Workers started) {
        return configuration
                .spark()
                .partitions()
                .orElse(Math.toIntExact(Math.max(started.parallelism(), bytes / WeeklyRun.PARTITION_BYTES)));
    }

    private static LoadedExtract completed(LoadedExtract entry, LoadedPart loaded, int e) {
        RecordTally tally = loaded.folded().tally(e);
        RecordFates fates = loaded.folded().fates(e);
        SortedMap<String, Long> byRule = new TreeMap<>();
        for (Rule rule : Rule.values()) {
            if (tally.brokeRule(rule) > 0) {
                byRule.put(rule.code(), tally.brokeRule(rule));
            }
        }
        return new LoadedExtract(
                entry.extractId(),
                entry.sourceCode(),
                entry.fileName(),
                entry.sha256(),
                entry.byteCount(),
                entry.extractDate(),
                entry.sequence(),
                entry.loadedAt(),
                entry.kind(),
                entry.firstDay(),
                entry.lastDay(),
                entry.interpretation(),
                new LoadedExtract.Rows(
                        tally.physicalRows(),
                        tally.read(),
                        tally.outOfScope(),
                        tally.quarantined(),
                        fates.merged(),
                        fates.duplicates(),
                        fates.superseded(),
                        fates.conflicts(),
                        byRule),
                loaded.effect(e).counted());
    }

    private void requireSound(InspectedExtract extract, LoadedExtract entry, LoadedPart loaded, int e) {
        RecordFates fates = loaded.folded().fates(e);
        if (!entry.isConserved() || fates.accepted() != entry.effect().incidents()) {
            throw new IllegalStateException("Records of " + entry.extractId() + " are not all accounted for");
        }
        Configuration.Source source = configuration.sources().get(extract.source());
        Tolerance.require(
                source,
                extract,
                facts(entry, loaded.folded().tally(e), fates, loaded.folded().quarantine(e)));
        Tolerance.requireWhole(source, entry);
    }

    private StoreManifest next(StoreManifest held, List<LoadedExtract> complete, LoadOrder order, LoadedPart loaded) {
        List<LoadedExtract> extracts = new ArrayList<>(held.extracts());
        extracts.addAll(complete);
        List<StoredLayer> layers = new ArrayList<>(held.layers());
        Map<String, List<LayerFile>> files = loaded.files();
        for (int e = 0; e < complete.size(); e++) {
            String layerId = order.layerIds().get(e);
            layers.add(new StoredLayer(
                    layerId,
                    complete.get(e).sourceCode(),
                    StoredLayer.Kind.EXTRACT,
                    complete.get(e).extractId(),
                    List.of(),
                    files.getOrDefault(layerId, List.of())));
        }
        for (int s = 0; s < order.plans().size(); s++) {
            SourcePlan plan = order.plans().get(s);
            for (int ordinal = 0; ordinal < plan.extracts().size(); ordinal++) {
                String layerId = order.restorationLayer(s, ordinal);
                if (files.containsKey(layerId)) {
                    layers.add(new StoredLayer(
                            layerId,
                            plan.sourceCode(),
                            StoredLayer.Kind.RESTORATION,
                            plan.extracts().get(ordinal).extractId(),
                            List.of(),
                            files.get(layerId)));
                }
            }
        }
        String note = "Took in "
                + String.join(
                        ", ", complete.stream().map(LoadedExtract::extractId).toList()) + ".";
        return new StoreManifest(
                StoreManifest.FORMAT,
                held.version() + 1,
                StoreManifest.Action.LOAD,
                note,
                clock.instant(),
                Publication.codeVersion(),
                keys.checkValue(),
                extracts,
                layers,
                held.takenBack());
    }

    /** Counts of the state before, with what this load changes, are the counts of the state after: no history is read for them. */
    private void keepPartials(StoreManifest held, StoreManifest next, LoadedPart loaded) {
        Partials partials = new Partials(store);
        for (int s = 0; s < configuration.sources().size(); s++) {
            Configuration.Source source = configuration.sources().get(s);
            List<LoadedExtract> before = held.extractsOf(source.code());
            List<LoadedExtract> after = next.extractsOf(source.code());
            if (after.size() == before.size()) {
                continue;
            }
            Optional<Partials.Partial> known = before.isEmpty()
                    ? Optional.of(new Partials.Partial(Partials.emptyCube(source), new long[0]))
                    : partials.find(source, Partials.nameOf(source, held, before), before.size());
            int sourceIndex = s;
            known.ifPresent(partial -> {
                long[] speakers = loaded.speakers(sourceIndex);
                for (int b = 0; b < before.size(); b++) {
                    speakers[after.indexOf(before.get(b))] += partial.speakers()[b];
                }
                partial.cube().merge(loaded.folded().cube(sourceIndex));
                partials.keep(
                        source, Partials.nameOf(source, next, after), new Partials.Partial(partial.cube(), speakers));
            });
        }
    }

    private static String sentence(LoadedExtract e) {
        LoadedExtract.Effect effect = e.effect();
        return "Took in " + e.extractId() + ": " + effect.added() + " added, " + effect.changed() + " changed, "
                + effect.unchanged() + " unchanged, " + (effect.withdrawn() + effect.vanished()) + " withdrawn";
    }

    // ---- Counting a state ----

    private ReadRun read(StoreManifest manifest, Optional<LocalDate> asOf, WorkersSource workers) {
        List<List<LoadedExtract>> extracts = new ArrayList<>();
        for (Configuration.Source source : configuration.sources()) {
            extracts.add(StoreStates.extracts(manifest, source.code(), asOf));
        }
        LocalDate date = asOf.orElseGet(() -> extracts.stream()
                .flatMap(List::stream)
                .map(LoadedExtract::extractDate)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> nothingAsOf("today")));
        if (extracts.stream().allMatch(List::isEmpty)) {
            throw nothingAsOf(date.toString());
        }
        Map<Integer, Partials.Partial> counts = counts(manifest, extracts, workers);
        List<ExtractFacts> facts = new ArrayList<>();
        List<SourceFacts> sources = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            Configuration.Source source = configuration.sources().get(s);
            Partials.Partial partial = Objects.requireNonNull(counts.get(s));
            for (int o = 0; o < extracts.get(s).size(); o++) {
                facts.add(stateFacts(manifest, extracts.get(s).get(o), partial.speakers()[o]));
            }
            sources.add(RunFacts.of(source, partial.cube()));
        }
        facts.sort(Comparator.comparing(ExtractFacts::extractDate));
        progress.at(Step.STATE_COUNTED);
        return new ReadRun(date, facts, sources);
    }

    private FindingsException nothingAsOf(String day) {
        return new FindingsException("Nothing was published: the store " + folder.location()
                + " holds no extract made on or before " + day + ". Choose a later --as-of.");
    }

    /** What was kept of the state, or else one scan of it. */
    private Map<Integer, Partials.Partial> counts(
            StoreManifest manifest, List<List<LoadedExtract>> extracts, WorkersSource workers) {
        Partials partials = new Partials(store);
        Map<Integer, Partials.Partial> counts = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            Configuration.Source source = configuration.sources().get(s);
            Optional<Partials.Partial> found = partials.find(
                    source,
                    Partials.nameOf(source, manifest, extracts.get(s)),
                    extracts.get(s).size());
            if (found.isPresent()) {
                counts.put(s, found.get());
            } else {
                missing.add(s);
            }
        }
        if (!missing.isEmpty()) {
            scan(manifest, extracts, missing, workers::get).forEach((s, state) -> {
                Partials.Partial partial = new Partials.Partial(state.cube(), state.speakers());
                counts.put(s, partial);
                Configuration.Source source = configuration.sources().get(s);
                if (extracts.get(s).equals(manifest.extractsOf(source.code()))) {
                    partials.keep(source, Partials.nameOf(source, manifest, extracts.get(s)), partial);
                }
            });
        }
        return counts;
    }

    private Map<Integer, StateCounts> scan(
            StoreManifest manifest,
            List<List<LoadedExtract>> extracts,
            List<Integer> wanted,
            Supplier<Workers> workers) {
        List<SourcePlan> plans = new ArrayList<>();
        long rows = 0;
        for (int s = 0; s < configuration.sources().size(); s++) {
            String code = configuration.sources().get(s).code();
            List<StoredLayer> layers = StoreStates.layers(manifest, code, extracts.get(s));
            rows += layers.stream().mapToLong(StoredLayer::rows).sum();
            plans.add(StoreStates.plan(code, extracts.get(s), layers));
        }
        progress.say("Counting " + rows + " stored rows");
        LoadOrder order = new LoadOrder(folder, plans, new int[0], new int[0], List.of(), "", ROWS_IN_MEMORY);
        Workers started = workers.get();
        int partitions = Math.toIntExact(Math.max(started.parallelism(), rows / ROWS_OF_A_SCAN));
        return started.fold(keys.specs(configuration), order, wanted, partitions);
    }

    private ExtractFacts stateFacts(StoreManifest manifest, LoadedExtract entry, long speaksFor) {
        LoadedExtract.Rows rows = entry.rows();
        Map<Rule, Long> byRule = new HashMap<>();
        for (Rule rule : Rule.values()) {
            Long count = rows.byRule().get(rule.code());
            if (count != null) {
                byRule.put(rule, count);
            }
        }
        RecordTally tally =
                RecordTally.of(rows.physicalRows(), rows.read(), rows.outOfScope(), rows.quarantined(), byRule);
        long replaced = entry.effect().incidents() - speaksFor;
        if (replaced < 0) {
            throw new IllegalStateException("Extract " + entry.extractId() + " speaks for more incidents than it has");
        }
        RecordFates fates = RecordFates.of(
                speaksFor, rows.merged(), rows.duplicate(), rows.superseded() + replaced, rows.conflicts());
        String layerId = manifest.layers().stream()
                .filter(layer -> layer.kind() == StoredLayer.Kind.EXTRACT
                        && layer.extractId().equals(entry.extractId()))
                .map(StoredLayer::layerId)
                .findFirst()
                .orElseThrow();
        return facts(entry, tally, fates, StoredQuarantine.read(folder, layerId));
    }

    private static ExtractFacts facts(
            LoadedExtract entry, RecordTally tally, RecordFates fates, org.vigil.validate.Quarantine quarantine) {
        return new ExtractFacts(
                entry.sourceCode(),
                entry.extractId(),
                entry.fileName(),
                entry.extractDate(),
                entry.sha256(),
                entry.byteCount(),
                tally,
                fates,
                quarantine);
    }

    @Override
    public void close() {
        lock.close();
    }

    // ---- Workers ----

    /** Where workers come from; they start when first needed. */
    private interface WorkersSource extends AutoCloseable {
        /** Workers will be needed soon. */
        void prepare();

        Workers get();

        @Override
        void close();
    }

    private record GivenWorkers(Workers workers) implements WorkersSource {
        @Override
        public void prepare() {
            // They run already.
        }

        @Override
        public Workers get() {
            return workers;
        }

        @Override
        public void close() {
            // They outlive the run.
        }
    }

    private static final class OwnWorkers implements WorkersSource {
        private Optional<Path> scratch = Optional.empty();
        private Optional<StartingWorkers> starting = Optional.empty();

        @Override
        public void prepare() {
            if (starting.isEmpty()) {
                Path made = Scratch.make();
                scratch = Optional.of(made);
                starting = Optional.of(StartingWorkers.start(made));
            }
        }

        @Override
        public Workers get() {
            prepare();
            return starting.orElseThrow().get();
        }

        @Override
        public void close() {
            starting.ifPresent(StartingWorkers::close);
            scratch.ifPresent(Scratch::sweep);
        }
    }
}
