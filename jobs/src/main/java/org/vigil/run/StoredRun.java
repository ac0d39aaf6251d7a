package org.vigil.run;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import java.util.stream.IntStream;
import org.vigil.config.Configuration;
import org.vigil.extract.ExtractInspection;
import org.vigil.incident.ExtractKind;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.KeyRing;
import org.vigil.layer.LayerFile;
import org.vigil.spark.LoadOrder;
import org.vigil.spark.LoadedPart;
import org.vigil.spark.SourceSpec;
import org.vigil.spark.SplitTask;
import org.vigil.spark.Workers;
import org.vigil.storage.ScratchFolder;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StorageLock;
import org.vigil.store.KeyedIncidents;
import org.vigil.store.LoadedExtract;
import org.vigil.store.RecordFates;
import org.vigil.store.ShownDays;
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
    private final Configuration configuration;
    private final RunKeys keys;
    private final Progress progress;
    private final Clock clock;
    private final StorageFolder folder;
    private final Store store;
    private final StorageLock lock;

    private StoredRun(Configuration configuration, KeyRing keyRing, Progress progress, Clock clock) {
        this.configuration = configuration;
        this.folder = StorageFolder.at(configuration.store());
        this.keys = new RunKeys(keyRing, folder);
        this.progress = progress;
        this.clock = clock;
        this.store = Store.at(folder);
        this.lock = StorageLock.take(folder, clock);
    }

    /**
     * Opens the store of a configuration for writing.
     *
     * @throws org.vigil.storage.HeldException if another run holds it
     */
    public static StoredRun open(Configuration configuration, KeyRing keyRing, Progress progress) {
        StoredRun run = new StoredRun(configuration, keyRing, progress, Clock.systemUTC());
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
        return run(WorkersSource.own());
    }

    /**
     * Counts what the store held then, as of the configured day, and takes nothing in.
     *
     * @throws FindingsException if the store held nothing then
     */
    public CountedRun runAsLoaded(AsLoaded asLoaded) {
        return runAsLoaded(asLoaded, WorkersSource.own());
    }

    CountedRun runAsLoaded(AsLoaded asLoaded, WorkersSource workers) {
        try (workers) {
            StoreManifest then = asLoaded.in(store);
            keys.requireSame(then, folder);
            progress.say("Counting what the store held in version " + then.version());
            return tabulated(read(then, configuration.asOf(), workers), workers);
        }
    }

    /** Writes a state as plain files; the workers stay. */
    StoreExport.Outcome export(Optional<AsLoaded> asLoaded, StorageFolder out, WorkersSource workers) {
        StoreManifest manifest = asLoaded.map(then -> then.in(store)).orElseGet(store::newest);
        keys.requireSame(manifest, folder);
        workers.prepare();
        ReadRun read = read(manifest, configuration.asOf(), workers);
        List<List<LoadedExtract>> extracts = extracts(manifest, configuration.asOf());
        StateScan state = StateScan.of(configuration, manifest, extracts);
        progress.say("Writing the incidents as of " + read.asOf());
        return StoreExport.write(configuration, keys, folder, state, extracts, read, out, workers.get());
    }

    /** As {@link #run()}, but no table is filled. */
    public ReadRun read() {
        try (WorkersSource workers = WorkersSource.own()) {
            return read(workers);
        }
    }

    /** As {@link #run()}, with workers that outlive the run. */
    CountedRun run(Workers workers) {
        return run(WorkersSource.of(workers));
    }

    /** As {@link #run()}, but no table is filled. */
    ReadRun read(Workers workers) {
        return read(WorkersSource.of(workers));
    }

    private CountedRun run(WorkersSource workers) {
        try (workers) {
            return tabulated(read(workers), workers);
        }
    }

    private CountedRun tabulated(ReadRun read, WorkersSource workers) {
        progress.say("Filling the tables");
        ReleaseTables filled = ReleaseTables.of(configuration, read, workers::get, progress);
        return new CountedRun(
                read.asOf(),
                read.extracts(),
                filled.tables(),
                filled.answers(),
                RunFacts.uniqueness(configuration, read, progress));
    }

    private ReadRun read(WorkersSource workers) {
        StoreManifest held = store.newest();
        keys.require(held, folder);
        configuration.key().findRemark().ifPresent(progress::say);
        keys.remarks(held).forEach(progress::say);
        Interpretation.findRemark(configuration, held).ifPresent(progress::say);
        progress.say("Looking at the extracts");
        SeenFiles seen = SeenFiles.in(folder);
        List<InspectedExtract> fresh = newOnes(held, seen, workers);
        StoreManifest now = fresh.isEmpty() ? held : takeIn(held, fresh, workers);
        if (now.extracts().isEmpty()) {
            throw nothingHeld(folder);
        }
        seen.keep();
        return read(now, configuration.asOf(), workers);
    }

    static FindingsException nothingHeld(StorageFolder folder) {
        return new FindingsException("Nothing was published: the store " + folder.location()
                + " holds no extract yet and none was configured. Configure an extract.");
    }

    // ---- Taking in ----

    /** Looks at every file that was not seen before; the workers start meanwhile if there is one. */
    private List<InspectedExtract> newOnes(StoreManifest held, SeenFiles seen, WorkersSource workers) {
        List<Arrival> arrivals = Arrival.all(
                configuration,
                held,
                file -> seen.find(file).orElseGet(() -> {
                    workers.prepare();
                    return ExtractInspection.checksum(file);
                }));
        arrivals.forEach(arrival -> seen.note(arrival.file(), arrival.sha256()));
        List<Arrival> fresh = arrivals.stream().filter(Arrival::isNew).toList();
        arrivals.forEach(arrival -> leftOut(arrival).ifPresent(progress::say));
        if (fresh.size() < arrivals.size()) {
            progress.say((arrivals.size() - fresh.size()) + " of " + arrivals.size()
                    + " extracts were taken in before; nothing of them is read again");
        }
        return Inspection.inspect(configuration, fresh);
    }

    /** Why a file that is not held is not taken in either. */
    static Optional<String> leftOut(Arrival arrival) {
        return switch (arrival.standing()) {
            case NEW, HELD -> Optional.empty();
            case ROLLED_BACK ->
                Optional.of("Left out " + arrival.fileName() + ": it was rolled back on "
                        + LocalDate.ofInstant(arrival.takenBackAt().orElseThrow(), ZoneOffset.UTC)
                        + ". To take it in again: vigil store allow " + arrival.extractId());
            case SAME_CONTENT ->
                Optional.of(
                        "Left out " + arrival.fileName() + ": it has the same content as another extract of this run.");
        };
    }

    private StoreManifest takeIn(StoreManifest held, List<InspectedExtract> fresh, WorkersSource workers) {
        List<SourceSpec> specs = keys.specs(configuration, held);
        Preview.check(configuration, specs, fresh).forEach(progress::say);
        progress.say("Reading " + fresh.size() + " new extracts, "
                + fresh.stream().mapToLong(e -> e.inspection().bytes()).sum() / 1_000_000 + " MB");
        List<LoadedExtract> entries = provisional(held, fresh, specs, workers);
        entries.forEach(entry -> MovedSources.requireAfter(held, entry));
        Workers started = workers.get();
        LoadOrder order = loadOrder(held, fresh, entries, KeyedIncidents.rowsThatFit(started.parallelism()));
        List<SplitTask> splits =
                SplitTasks.of(configuration, fresh, (long) configuration.spark().splitMib() << 20);
        long bytes = fresh.stream().mapToLong(e -> e.inspection().bytes()).sum();
        LoadedPart loaded = started.load(specs, order, splits, partitions(bytes, started));
        progress.at(Step.LAYERS_WRITTEN);
        progress.say("Checking that every record is accounted for");
        List<LoadedExtract> complete = new ArrayList<>();
        for (int e = 0; e < fresh.size(); e++) {
            complete.add(completed(entries.get(e), loaded, e, shownBefore(held, entries, loaded, e)));
            requireSound(fresh.get(e), complete.get(e), loaded, e);
            requireUsualSize(held, complete, e, fresh.get(e).source());
        }
        StoreManifest next = next(held, complete, order, loaded);
        for (int e = 0; e < fresh.size(); e++) {
            StoredQuarantine.write(
                    folder, order.layerIds().get(e), loaded.folded().quarantine(e));
            StoredProfile.write(
                    folder,
                    order.layerIds().get(e),
                    configuration.sources().get(fresh.get(e).source()).profileText());
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
        int sequence = lastSequence(held);
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
            entries.add(begun(source, e, ++sequence, now, first, last));
        }
        return entries;
    }

    static int lastSequence(StoreManifest held) {
        return IntStream.concat(
                        held.extracts().stream().mapToInt(LoadedExtract::sequence),
                        held.takenBack().stream().mapToInt(t -> t.extract().sequence()))
                .max()
                .orElse(0);
    }

    /** The entry of an extract of which nothing was counted yet. */
    static LoadedExtract begun(
            Configuration.Source source, InspectedExtract e, int sequence, Instant now, int firstDay, int lastDay) {
        return new LoadedExtract(
                e.extract().extractId(),
                source.code(),
                String.valueOf(e.extract().file().getFileName()),
                e.inspection().sha256(),
                e.inspection().bytes(),
                e.extract().extractDate(),
                sequence,
                now,
                source.profile().extractKind(),
                firstDay,
                lastDay,
                Interpretation.hash(source),
                new LoadedExtract.Rows(0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>()),
                LoadedExtract.Effect.none(),
                e.inspection().header());
    }

    private LoadOrder loadOrder(
            StoreManifest held, List<InspectedExtract> fresh, List<LoadedExtract> entries, int rowsInMemory) {
        String run =
                "v" + (held.version() + 1) + "-" + UUID.randomUUID().toString().substring(0, 8);
        List<SourcePlan> plans = new ArrayList<>();
        int[] ordinals = new int[fresh.size()];
        Set<String> newIds = new HashSet<>();
        entries.forEach(e -> newIds.add(e.extractId()));
        for (int s = 0; s < configuration.sources().size(); s++) {
            String code = configuration.sources().get(s).code();
            List<LoadedExtract> all = new ArrayList<>(held.extractsOf(code));
            List<LoadedExtract> arriving =
                    entries.stream().filter(e -> e.sourceCode().equals(code)).toList();
            List<StoredLayer> layers = StoreStates.layersBefore(held, code, all, arriving);
            all.addAll(arriving);
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
                rowsInMemory);
    }

    private int partitions(long bytes, Workers started) {
        return configuration
                .spark()
                .partitions()
                .orElse(Math.toIntExact(Math.max(started.parallelism(), bytes / WeeklyRun.PARTITION_BYTES)));
    }

    /** Known only now: of extracts that come together, each tells the later ones up to which day the source had shown incidents. */
    private static int shownBefore(StoreManifest held, List<LoadedExtract> entries, LoadedPart loaded, int e) {
        LoadedExtract entry = entries.get(e);
        ShownDays days = new ShownDays(held.extractsOf(entry.sourceCode()));
        for (int other = 0; other < entries.size(); other++) {
            if (entries.get(other).sourceCode().equals(entry.sourceCode())) {
                days.add(entries.get(other), loaded.effect(other).lastDayShown());
            }
        }
        return days.before(entry);
    }

    private static LoadedExtract completed(LoadedExtract entry, LoadedPart loaded, int e, int lastDayBefore) {
        return completed(
                entry,
                loaded.folded().tally(e),
                loaded.folded().fates(e),
                loaded.effect(e).counted(lastDayBefore));
    }

    /** The entry with everything counted. */
    static LoadedExtract completed(
            LoadedExtract entry, RecordTally tally, RecordFates fates, LoadedExtract.Effect effect) {
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
                effect,
                entry.columns());
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

    /** An unattended run does not stop for a quiet week, but says when it was a very quiet one. */
    private void requireUsualSize(StoreManifest held, List<LoadedExtract> complete, int e, int sourceIndex) {
        Configuration.Source source = configuration.sources().get(sourceIndex);
        LoadedExtract entry = complete.get(e);
        UsualSize usual = UsualSize.before(held, complete.subList(0, e), entry);
        usual.require(source, entry);
        usual.findRemark(entry).ifPresent(progress::say);
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
            List<String> late = layers.stream()
                    .filter(layer -> order.layerIds().contains(layer.layerId())
                            && layer.sourceCode().equals(plan.sourceCode()))
                    .map(StoredLayer::layerId)
                    .toList();
            for (int ordinal = 0; ordinal < plan.extracts().size(); ordinal++) {
                String layerId = order.restorationLayer(s, ordinal);
                if (files.containsKey(layerId)) {
                    layers.add(new StoredLayer(
                            layerId,
                            plan.sourceCode(),
                            StoredLayer.Kind.RESTORATION,
                            plan.extracts().get(ordinal).extractId(),
                            late,
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
                keys.after(configuration, held, complete),
                extracts,
                layers,
                held.takenBack());
    }

    /** Counts of the state before, with what this load changes, are the counts of the state after: no history is read for them. */
    private void keepPartials(StoreManifest held, StoreManifest next, LoadedPart loaded) {
        Partials partials = new Partials(store, keys.recordKeyMark(configuration));
        for (int s = 0; s < configuration.sources().size(); s++) {
            Configuration.Source source = configuration.sources().get(s);
            List<LoadedExtract> before = held.extractsOf(source.code());
            List<LoadedExtract> after = next.extractsOf(source.code());
            if (after.size() == before.size()) {
                continue;
            }
            Optional<Partials.Partial> known =
                    before.isEmpty() ? Optional.of(partials.none(source)) : partials.find(source, held, before);
            int sourceIndex = s;
            known.ifPresent(partial -> {
                long[] speakers = loaded.speakers(sourceIndex);
                for (int b = 0; b < before.size(); b++) {
                    speakers[after.indexOf(before.get(b))] += partial.speakers()[b];
                }
                partial.cube().merge(loaded.folded().cube(sourceIndex));
                partials.keep(source, next, after, new Partials.Partial(partial.cube(), speakers));
            });
        }
    }

    static String sentence(LoadedExtract e) {
        LoadedExtract.Effect effect = e.effect();
        return "Took in " + e.extractId() + ": " + effect.added() + " added, "
                + (effect.late() > 0 ? effect.late() + " of them late, " : "") + effect.changed() + " changed, "
                + effect.unchanged() + " unchanged, " + (effect.withdrawn() + effect.vanished()) + " withdrawn";
    }

    // ---- Counting a state ----

    private ReadRun read(StoreManifest manifest, Optional<LocalDate> asOf, WorkersSource workers) {
        List<List<LoadedExtract>> extracts = extracts(manifest, asOf);
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
        return new ReadRun(
                date,
                facts,
                sources,
                StateScan.of(configuration, manifest, extracts).shared(configuration, keys, folder, workers::get),
                StateScan.firstShowings(configuration, keys, folder, manifest, extracts, workers::get));
    }

    private List<List<LoadedExtract>> extracts(StoreManifest manifest, Optional<LocalDate> asOf) {
        return configuration.sources().stream()
                .map(source -> StoreStates.extracts(manifest, source.code(), asOf))
                .toList();
    }

    private FindingsException nothingAsOf(String day) {
        return new FindingsException("Nothing was published: the store " + folder.location()
                + " holds no extract made on or before " + day + ". Choose a later --as-of.");
    }

    /** What was kept of the state, or else one scan of it. */
    private Map<Integer, Partials.Partial> counts(
            StoreManifest manifest, List<List<LoadedExtract>> extracts, WorkersSource workers) {
        Partials partials = new Partials(store, keys.recordKeyMark(configuration));
        Map<Integer, Partials.Partial> counts = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            Configuration.Source source = configuration.sources().get(s);
            Optional<Partials.Partial> found = partials.find(source, manifest, extracts.get(s));
            if (found.isPresent()) {
                counts.put(s, found.get());
            } else {
                missing.add(s);
            }
        }
        if (!missing.isEmpty()) {
            StateScan scan = StateScan.of(configuration, manifest, extracts);
            boolean isNewest = manifest.version() == store.newest().version();
            progress.say("Counting " + scan.rows(missing) + " stored rows");
            scan.count(configuration, keys, folder, missing, workers::get).forEach((s, state) -> {
                Partials.Partial partial = new Partials.Partial(state.cube(), state.speakers());
                counts.put(s, partial);
                Configuration.Source source = configuration.sources().get(s);
                // Of past states nothing is kept: they would drive out what the next weekly run needs.
                if (isNewest && extracts.get(s).equals(manifest.extractsOf(source.code()))) {
                    partials.keep(source, manifest, extracts.get(s), partial);
                }
            });
        }
        return counts;
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

    static ExtractFacts facts(
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

    /**
     * Protects what everybody may see of a run, if that is configured; nothing is published by it.
     *
     * @throws org.vigil.disclosure.DisclosureException if it cannot be done safely
     */
    public Optional<PublicRelease> protect(CountedRun run) {
        return configuration.publicReleases().map(declared -> {
            progress.say("Protecting the public release");
            return PublicRelease.prepare(configuration, declared, keys, folder, run);
        });
    }

    // ---- After the release ----

    /**
     * Compacts the layers of a source that have become too many, and sweeps what dead runs left in the store and among this machine's temporary
     * files. Meant for when the release is out, as a failure here is none of the run: the store says what it said before.
     */
    public void tidy() {
        try (WorkersSource workers = WorkersSource.own()) {
            new StoreCompaction(configuration, keys, progress, clock, store, lock).whereDue(workers);
        }
        StoreSweep.Outcome swept = StoreSweep.sweep(
                configuration, progress, store, lock, clock.instant().minus(StoreSweep.DEFAULT_AGE));
        if (swept.files() + swept.pending() > 0) {
            progress.say("Deleted " + (swept.files() + swept.pending())
                    + " files that runs which died had left in the store");
        }
        int scratch = ScratchFolder.sweepAbandoned();
        if (scratch > 0) {
            progress.say("Deleted " + scratch + " folders of temporary files of runs which died");
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
