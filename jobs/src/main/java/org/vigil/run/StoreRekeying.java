package org.vigil.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigil.config.Configuration;
import org.vigil.disclosure.LedgerFolder;
import org.vigil.incident.ExtractKind;
import org.vigil.incident.KeyRing;
import org.vigil.layer.LayerFile;
import org.vigil.layer.References;
import org.vigil.profile.SharedReference;
import org.vigil.spark.KeyMove;
import org.vigil.spark.MovedLayers;
import org.vigil.spark.SourceSpec;
import org.vigil.spark.SplitTask;
import org.vigil.spark.StateCounts;
import org.vigil.spark.Workers;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StorageLock;
import org.vigil.store.KeyedIncidents;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;
import org.vigil.store.StoreKeys;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.store.StoredLayer;

/**
 * Moves the sources that are kept under an earlier key to the newest one. The ids of the newest full extract give each incident its new key; every
 * layer is written again, so that one version of the store knows one key a source and past days are counted as before. What has vanished by then has
 * no id any more and gets a key that no id leads to. Sources that note each other's ids are moved together.
 */
public final class StoreRekeying {
    /** Stored rows of one key range. */
    private static final long ROWS_OF_A_RANGE = 250_000;

    private static final byte[] NONE = {};

    private final Configuration configuration;
    private final RunKeys keys;
    /** As the next run has them. */
    private final RunKeys keysAfter;

    private final LedgerFolder ledger;
    private final Progress progress;
    private final Clock clock;
    private final StorageFolder folder;
    private final Store store;
    private final StorageLock lock;

    private StoreRekeying(
            Configuration configuration, RunKeys keys, Progress progress, Clock clock, Store store, StorageLock lock) {
        this.configuration = configuration;
        this.keys = keys;
        this.keysAfter = keys.drawingUnderTheNewest();
        this.ledger = new LedgerFolder(store.folder());
        this.progress = progress;
        this.clock = clock;
        this.folder = store.folder();
        this.store = store;
        this.lock = lock;
    }

    /**
     * What was moved.
     *
     * @param version the version of the store that holds now
     * @param epoch the epoch of the newest key
     * @param sources one for each source whose layers were written again
     * @param isDrawnAnew whether figures were published, and are drawn from other keys of cells or records from now on
     * @param earlierEpochs epochs of other keys than the newest that the store still needs: of sources whose ids were noted and that have not come yet
     */
    public record Outcome(
            int version, int epoch, List<Moved> sources, boolean isDrawnAnew, List<Integer> earlierEpochs) {
        public Outcome {
            sources = List.copyOf(sources);
            earlierEpochs = List.copyOf(earlierEpochs);
        }
    }

    /**
     * One source.
     *
     * @param sourceCode the source
     * @param fromEpoch the epoch that it was kept under
     * @param toEpoch the epoch that it is kept under now; the same where only ids that it notes of another source were written again
     * @param extractId the full extract that gave the ids
     * @param layers layers that were written again
     * @param rows their rows
     */
    public record Moved(String sourceCode, int fromEpoch, int toEpoch, String extractId, int layers, long rows) {
        /** Whether it is kept under another key now. */
        public boolean isUnderAnotherKey() {
            return fromEpoch != toEpoch;
        }
    }

    /**
     * Moves every source that is not kept under the newest key, with workers of its own and under the store's lock. Public figures, if there are any, are drawn under
     * the newest key from then on: the record keys of a moved source change with its key, and they should change once.
     *
     * @return empty if there is nothing to move
     * @throws org.vigil.disclosure.DisclosureException if the ledger of what was published is damaged
     * @throws FindingsException if a source cannot be moved; the store is then as it was
     * @throws org.vigil.incident.KeyException if a key of the store is missing or another one
     * @throws org.vigil.storage.HeldException if another run holds the store
     */
    public static Optional<Outcome> move(Configuration configuration, KeyRing keyRing, Progress progress) {
        return move(configuration, keyRing, progress, WorkersSource.own());
    }

    static Optional<Outcome> move(
            Configuration configuration, KeyRing keyRing, Progress progress, WorkersSource workers) {
        Store store = Store.at(StorageFolder.at(configuration.store()));
        Clock clock = Clock.systemUTC();
        try (workers;
                StorageLock lock = StorageLock.take(store.folder(), clock)) {
            progress.at(Step.LOCK_TAKEN);
            return new StoreRekeying(configuration, new RunKeys(keyRing, store.folder()), progress, clock, store, lock)
                    .move(workers);
        }
    }

    private Optional<Outcome> move(WorkersSource workers) {
        StoreManifest held = store.newest();
        keys.require(held, folder);
        // Before anything is written: a damaged ledger could not follow.
        boolean isDrawnAnew = isDrawnUnderAnEarlierKey();
        Set<Integer> concerned = concerned(held);
        if (concerned.isEmpty()) {
            // A move that died after its version was committed left the ledger behind.
            return isDrawnAnew && ledger.moveTo(keys.newestDrawEpoch())
                    ? Optional.of(new Outcome(
                            held.version(), keys.newestEpoch(), List.of(), true, earlierEpochs(held.keys())))
                    : Optional.empty();
        }
        requireConfigured(held);
        Map<Integer, LoadedExtract> last = new TreeMap<>();
        concerned.forEach(s -> last.put(s, newestFull(held, s)));
        Map<Integer, List<SplitTask>> splits = splits(held, last);
        StoreKeys after = keysAfter(held, last);
        List<SourceSpec> oldSpecs = keys.specs(configuration, held);
        List<SourceSpec> newSpecs = keys.newestSpecs(configuration, concerned, held);
        workers.prepare();
        Map<Integer, List<StoredLayer>> moved = new TreeMap<>();
        Map<Integer, KeyMove> moves = new TreeMap<>();
        Workers started = workers.get();
        for (int s : concerned) {
            moves.put(s, keyMove(held, s, splits, started));
        }
        for (int s : concerned) {
            progress.say("Writing the layers of " + code(s) + " again under the key of epoch " + keys.newestEpoch());
            KeyMove move = Objects.requireNonNull(moves.get(s));
            MovedLayers written = started.move(
                    oldSpecs,
                    newSpecs,
                    move,
                    referenced(s).filter(r -> isMoved(held, r)).map(moves::get),
                    Math.toIntExact(Math.max(started.parallelism(), rows(held, s) / ROWS_OF_A_RANGE)));
            requireKnown(s, Objects.requireNonNull(last.get(s)), written.unknown());
            moved.put(s, layers(held, s, move, written));
        }
        progress.at(Step.LAYERS_WRITTEN);
        StoreManifest next = next(held, moved, after);
        Map<Integer, StateCounts> counts = requireSame(held, next, concerned, workers);
        for (int s : concerned) {
            copyNotes(held, s, Objects.requireNonNull(moves.get(s)));
        }
        lock.requireHeld();
        store.commit(next);
        progress.at(Step.VERSION_COMMITTED);
        if (isDrawnAnew) {
            ledger.moveTo(keys.newestDrawEpoch());
        }
        keepPartials(next, counts);
        return Optional.of(new Outcome(
                next.version(),
                keys.newestEpoch(),
                concerned.stream()
                        .map(s -> new Moved(
                                code(s),
                                held.keys().findEpoch(code(s)).orElseThrow(),
                                after.findEpoch(code(s)).orElseThrow(),
                                Objects.requireNonNull(last.get(s)).extractId(),
                                Objects.requireNonNull(moved.get(s)).size(),
                                Objects.requireNonNull(moved.get(s)).stream()
                                        .mapToLong(StoredLayer::rows)
                                        .sum()))
                        .toList(),
                !ledger.isEmpty() && (isDrawnAnew || concerned.stream().anyMatch(s -> isMoved(held, s))),
                earlierEpochs(after)));
    }

    /** Whether something was published, and drawn under an earlier key than the newest. */
    private boolean isDrawnUnderAnEarlierKey() {
        return !ledger.isEmpty()
                && ledger.findEpoch()
                        .map(drawn -> drawn.epoch() < keys.newestEpoch())
                        .orElse(true);
    }

    private List<Integer> earlierEpochs(StoreKeys after) {
        return after.epochs().values().stream()
                .filter(epoch -> epoch != keys.newestEpoch())
                .distinct()
                .sorted()
                .toList();
    }

    // ---- Which sources ----

    /** Those that are to be moved, and those that are tied to them by ids that one notes of the other. */
    private Set<Integer> concerned(StoreManifest held) {
        Set<Integer> concerned = new LinkedHashSet<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            if (isMoved(held, s)) {
                concerned.add(s);
            }
        }
        for (int before = -1; before < concerned.size(); ) {
            before = concerned.size();
            for (int s = 0; s < configuration.sources().size(); s++) {
                Optional<Integer> other = referenced(s).filter(r -> isHeld(held, r));
                if (isHeld(held, s)
                        && other.isPresent()
                        && (concerned.contains(s) || concerned.contains(other.get()))) {
                    concerned.add(s);
                    concerned.add(other.get());
                }
            }
        }
        return concerned;
    }

    private boolean isHeld(StoreManifest held, int source) {
        return !held.extractsOf(code(source)).isEmpty();
    }

    private boolean isMoved(StoreManifest held, int source) {
        return isHeld(held, source)
                && held.keys().findEpoch(code(source)).orElse(keys.newestEpoch()) < keys.newestEpoch();
    }

    private Optional<Integer> referenced(int source) {
        List<String> codes =
                configuration.sources().stream().map(Configuration.Source::code).toList();
        return configuration
                .sources()
                .get(source)
                .profile()
                .sharedReference()
                .map(SharedReference::sourceCode)
                .map(codes::indexOf)
                .filter(index -> index >= 0);
    }

    private String code(int source) {
        return configuration.sources().get(source).code();
    }

    /** A source that is not configured could note ids of one that is, and nobody would know. */
    private void requireConfigured(StoreManifest held) {
        List<String> codes =
                configuration.sources().stream().map(Configuration.Source::code).toList();
        held.extracts().stream()
                .map(LoadedExtract::sourceCode)
                .filter(code -> !codes.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new FindingsException("No key was changed: the store " + folder.location()
                            + " holds the source " + code
                            + ", which the configuration does not name; expected every source"
                            + " of the store, as one can note the ids of another. Add it to the configuration.");
                });
    }

    /** The extract that names every incident that holds. */
    private LoadedExtract newestFull(StoreManifest held, int source) {
        List<LoadedExtract> extracts = held.extractsOf(code(source));
        LoadedExtract last = extracts.get(extracts.size() - 1);
        if (last.kind() != ExtractKind.FULL) {
            throw new FindingsException("No key was changed: the newest extract of the source " + code(source) + ", "
                    + last.extractId() + ", is a " + last.kind().code()
                    + " extract; expected a full one, as it alone names every incident that is held. Take in a full extract"
                    + " of every source that is moved, with extracts: full in its profile, and try again.");
        }
        if (!last.interpretation()
                .equals(Interpretation.hash(configuration.sources().get(source)))) {
            throw new FindingsException("No key was changed: " + last.extractId()
                    + " was taken in under another profile or other code lists; expected those of today. Run vigil store"
                    + " reinterpret first.");
        }
        return last;
    }

    private Map<Integer, List<SplitTask>> splits(StoreManifest held, Map<Integer, LoadedExtract> last) {
        progress.say("Looking at the extracts");
        List<Arrival> arrivals = Arrival.all(configuration, held);
        Map<Integer, List<SplitTask>> splits = new HashMap<>();
        last.forEach((source, extract) -> {
            List<Arrival> file = arrivals.stream()
                    .filter(arrival -> arrival.source() == source
                            && arrival.standing() == Arrival.Standing.HELD
                            && arrival.extractId().equals(extract.extractId()))
                    .limit(1)
                    .toList();
            if (file.isEmpty()) {
                throw new FindingsException("No key was changed: the file of " + extract.extractId() + " ("
                        + extract.fileName() + ") is not among the configured extracts; expected it as it was taken in."
                        + " Bring it back, or take in a newer full extract.");
            }
            splits.put(
                    source,
                    SplitTasks.of(
                            configuration,
                            Inspection.inspect(configuration, file),
                            (long) configuration.spark().splitMib() << 20));
        });
        return splits;
    }

    private StoreKeys keysAfter(StoreManifest held, Map<Integer, LoadedExtract> last) {
        SortedMap<String, Integer> epochs = keys.epochs(configuration, held, Set.of());
        SortedMap<String, String> movedWith = new TreeMap<>(held.keys().movedWith());
        last.forEach((source, extract) -> {
            if (isMoved(held, source)) {
                epochs.put(code(source), keys.newestEpoch());
                movedWith.put(code(source), extract.extractId());
            }
        });
        return new StoreKeys(keys.checks(epochs), epochs, movedWith);
    }

    // ---- Writing ----

    private KeyMove keyMove(StoreManifest held, int source, Map<Integer, List<SplitTask>> splits, Workers started) {
        List<LoadedExtract> extracts = held.extractsOf(code(source));
        List<KeyMove.Layer> layers = own(held, source).stream()
                .map(layer -> new KeyMove.Layer(
                        layer.layerId(),
                        layer.freshId(held.version() + 1),
                        layer.extractId(),
                        layer.files().stream().map(LayerFile::name).sorted().toList()))
                .toList();
        List<SplitTask> noting = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            if (referenced(s).filter(r -> r == source).isPresent()) {
                noting.addAll(splits.getOrDefault(s, List.of()));
            }
        }
        Optional<Integer> referenced = referenced(source);
        return new KeyMove(
                folder,
                source,
                StoreStates.plan(code(source), extracts, StoreStates.layers(held, code(source), extracts)),
                layers,
                Objects.requireNonNull(splits.get(source)),
                noting,
                isMoved(held, source),
                keys.lostKey(code(source), keys.newestEpoch()),
                referenced.isPresent() ? References.KEPT : References.NONE,
                referenced
                        .filter(r -> isMoved(held, r))
                        .map(r -> keys.lostKey(code(r), keys.newestEpoch()))
                        .orElse(NONE),
                KeyedIncidents.rowsThatFit(started.parallelism() * Math.max(1, layers.size())));
    }

    /** The layers of a source without bases: those can be made again. */
    private List<StoredLayer> own(StoreManifest held, int source) {
        return held.layers().stream()
                .filter(layer -> layer.sourceCode().equals(code(source)) && layer.kind() != StoredLayer.Kind.BASE)
                .toList();
    }

    private long rows(StoreManifest held, int source) {
        return own(held, source).stream().mapToLong(StoredLayer::rows).sum();
    }

    private List<StoredLayer> layers(StoreManifest held, int source, KeyMove move, MovedLayers written) {
        List<StoredLayer> before = own(held, source);
        Map<String, String> names = move.newLayerIds();
        List<StoredLayer> after = new ArrayList<>();
        for (StoredLayer layer : before) {
            String name = Objects.requireNonNull(names.get(layer.layerId()));
            StoredLayer renamed = new StoredLayer(
                    name,
                    layer.sourceCode(),
                    layer.kind(),
                    layer.extractId(),
                    // One that was read anew since, in a store of before, is no layer any more.
                    layer.covered().stream()
                            .flatMap(covered -> Optional.ofNullable(names.get(covered)).stream())
                            .toList(),
                    written.files(name));
            if (!byChange(layer).equals(byChange(renamed))) {
                throw new IllegalStateException("The layer " + layer.layerId()
                        + " has other rows under the new key; the store was left as it was");
            }
            after.add(renamed);
        }
        return after;
    }

    private static SortedMap<String, Long> byChange(StoredLayer layer) {
        SortedMap<String, Long> rows = new TreeMap<>();
        layer.files().forEach(file -> file.rowsByChange().forEach((change, n) -> rows.merge(change, n, Long::sum)));
        return rows;
    }

    private void requireKnown(int source, LoadedExtract extract, long unknown) {
        if (unknown > 0) {
            throw new FindingsException("No key was changed: " + unknown + " incidents that the source " + code(source)
                    + " holds are not in " + extract.extractId() + " as it is read today; expected every one. Take in a"
                    + " newer full extract and try again.");
        }
    }

    /** What lies beside the layer of an extract: what was quarantined, and the profile of the day. */
    private void copyNotes(StoreManifest held, int source, KeyMove move) {
        Map<String, String> names = move.newLayerIds();
        for (StoredLayer layer : own(held, source)) {
            if (layer.kind() == StoredLayer.Kind.EXTRACT) {
                String name = Objects.requireNonNull(names.get(layer.layerId()));
                StoredQuarantine.write(folder, name, StoredQuarantine.read(folder, layer.layerId()));
                StoredProfile.find(folder, layer.layerId()).ifPresent(text -> StoredProfile.write(folder, name, text));
            }
        }
    }

    private StoreManifest next(StoreManifest held, Map<Integer, List<StoredLayer>> moved, StoreKeys after) {
        List<String> codes = moved.keySet().stream().map(this::code).toList();
        Map<Boolean, String> sentences = moved.keySet().stream()
                .collect(Collectors.partitioningBy(
                        s -> isMoved(held, s), Collectors.mapping(this::code, Collectors.joining(", "))));
        String noting = Objects.requireNonNull(sentences.get(false));
        List<StoredLayer> layers = new ArrayList<>(held.layers().stream()
                .filter(layer -> !codes.contains(layer.sourceCode()))
                .toList());
        moved.values().forEach(layers::addAll);
        return new StoreManifest(
                StoreManifest.FORMAT,
                held.version() + 1,
                StoreManifest.Action.REKEY,
                "Moved " + sentences.get(true) + " to the key of epoch " + keys.newestEpoch()
                        + (noting.isEmpty() ? "." : "; wrote " + noting + " again, tied to it by ids."),
                clock.instant(),
                Publication.codeVersion(),
                after,
                held.extracts(),
                layers,
                held.takenBack());
    }

    // ---- Checking ----

    /** The new layers must say what the old ones say. */
    private Map<Integer, StateCounts> requireSame(
            StoreManifest held, StoreManifest next, Set<Integer> concerned, WorkersSource workers) {
        progress.say("Reading the layers back");
        List<Integer> wanted = List.copyOf(concerned);
        Map<Integer, StateCounts> before = counts(held, keys, wanted, workers);
        Map<Integer, StateCounts> after = counts(next, keysAfter, wanted, workers);
        for (int s : wanted) {
            StateCounts was = Objects.requireNonNull(before.get(s));
            StateCounts is = Objects.requireNonNull(after.get(s));
            if (!was.cube().hasSameCountsUnderAnotherKey(is.cube()) || !Arrays.equals(was.speakers(), is.speakers())) {
                throw new IllegalStateException("The layers of the source " + code(s)
                        + " do not say the same under the new key; the store was left as it was");
            }
        }
        return after;
    }

    private Map<Integer, StateCounts> counts(
            StoreManifest manifest, RunKeys under, List<Integer> wanted, WorkersSource workers) {
        List<List<LoadedExtract>> extracts = configuration.sources().stream()
                .map(source -> manifest.extractsOf(source.code()))
                .toList();
        return StateScan.of(configuration, manifest, extracts)
                .count(configuration, under, folder, wanted, workers::get);
    }

    private void keepPartials(StoreManifest next, Map<Integer, StateCounts> counts) {
        Partials partials = new Partials(store, keysAfter.recordKeyMark(configuration));
        counts.forEach((s, state) -> {
            Configuration.Source source = configuration.sources().get(s);
            partials.keep(
                    source, next, next.extractsOf(source.code()), new Partials.Partial(state.cube(), state.speakers()));
        });
    }
}
