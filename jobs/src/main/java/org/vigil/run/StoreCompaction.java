package org.vigil.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigil.config.Configuration;
import org.vigil.incident.KeyRing;
import org.vigil.layer.Change;
import org.vigil.layer.LayerFile;
import org.vigil.spark.CopiedState;
import org.vigil.spark.StateCounts;
import org.vigil.spark.Workers;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StorageLock;
import org.vigil.store.LoadedExtract;
import org.vigil.store.NextVersion;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.store.StoredLayer;

/**
 * Puts the newest row of each incident of many layers into one base, so that a scan reads each incident once. The layers stay, and with them every
 * past state. A base is read back and counted before a version names it.
 */
public final class StoreCompaction {
    /** Layers beside a base beyond which reading them side by side costs more than it should. */
    static final int MOST_LAYERS = 32;

    /** Rows of those layers, as a share of the base's, beyond which too many rows are read that no longer hold. */
    private static final double MOST_NEWER_SHARE = 0.1;

    /** Newer rows that are read in less time than a compaction takes, whatever their share. */
    private static final long FEW_ROWS = 1_000_000;

    /** Rows of one file of a base, about 20 bytes each on disk. */
    private static final long ROWS_OF_A_FILE = 2_500_000;

    /** Fewer rows than this are not worth a file of their own. */
    private static final long LEAST_ROWS_OF_A_FILE = 100_000;

    private final Configuration configuration;
    private final RunKeys keys;
    private final Progress progress;
    private final Clock clock;
    private final StorageFolder folder;
    private final Store store;
    private final StorageLock lock;

    /** As part of a run that holds the store's lock. */
    StoreCompaction(
            Configuration configuration, RunKeys keys, Progress progress, Clock clock, Store store, StorageLock lock) {
        this.configuration = configuration;
        this.keys = keys;
        this.progress = progress;
        this.clock = clock;
        this.folder = store.folder();
        this.store = store;
        this.lock = lock;
    }

    /**
     * What was compacted.
     *
     * @param version the version of the store that it made
     * @param bases one a source
     */
    public record Outcome(int version, List<Base> bases) {
        public Outcome {
            bases = List.copyOf(bases);
        }
    }

    /**
     * One new base.
     *
     * @param sourceCode its source
     * @param layers layers that it was made from, an older base among them
     * @param rowsBefore their rows
     * @param incidents incidents that it states
     * @param vanished marks of incidents that vanished
     * @param bytes its size
     */
    public record Base(String sourceCode, int layers, long rowsBefore, long incidents, long vanished, long bytes) {}

    /**
     * Compacts every configured source that has more than one layer, with workers of its own and under the store's lock.
     *
     * @return empty if everything was compact already
     * @throws org.vigil.storage.HeldException if another run holds the store
     */
    public static Optional<Outcome> compact(Configuration configuration, KeyRing keyRing, Progress progress) {
        return compact(configuration, keyRing, progress, WorkersSource.own());
    }

    static Optional<Outcome> compact(
            Configuration configuration, KeyRing keyRing, Progress progress, WorkersSource workers) {
        Store store = Store.at(StorageFolder.at(configuration.store()));
        Clock clock = Clock.systemUTC();
        try (workers;
                StorageLock lock = StorageLock.take(store.folder(), clock)) {
            progress.at(Step.LOCK_TAKEN);
            return new StoreCompaction(
                            configuration, new RunKeys(keyRing, store.folder()), progress, clock, store, lock)
                    .all(workers);
        }
    }

    /** Compacts whatever has more than one layer. */
    private Optional<Outcome> all(WorkersSource workers) {
        return compact(store.newest(), layers -> layers.size() > 1, workers);
    }

    /** Compacts the sources whose newer layers are too many or too large. */
    Optional<Outcome> whereDue(WorkersSource workers) {
        return compact(store.newest(), StoreCompaction::isDue, workers);
    }

    /** Without a base the largest layer counts as one: it is in the order of its keys as well. */
    static boolean isDue(List<StoredLayer> layers) {
        if (layers.size() < 2) {
            return false;
        }
        long rows = layers.stream().mapToLong(StoredLayer::rows).sum();
        long base = layers.stream()
                .filter(layer -> layer.kind() == StoredLayer.Kind.BASE)
                .mapToLong(StoredLayer::rows)
                .findFirst()
                .orElseGet(
                        () -> layers.stream().mapToLong(StoredLayer::rows).max().orElse(0));
        long newer = rows - base;
        return layers.size() - 1 > MOST_LAYERS || (newer > FEW_ROWS && newer > MOST_NEWER_SHARE * base);
    }

    /** Says whether the layers that make a state are to be compacted. */
    @FunctionalInterface
    private interface Need {
        boolean isDue(List<StoredLayer> layers);
    }

    private Optional<Outcome> compact(StoreManifest held, Need need, WorkersSource workers) {
        keys.requireSame(held, folder);
        List<List<LoadedExtract>> extracts = new ArrayList<>();
        List<List<StoredLayer>> layers = new ArrayList<>();
        List<Integer> wanted = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            String code = configuration.sources().get(s).code();
            extracts.add(held.extractsOf(code));
            layers.add(StoreStates.layers(held, code, extracts.get(s)));
            if (need.isDue(layers.get(s))) {
                wanted.add(s);
            }
        }
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        workers.prepare();
        StateScan state = StateScan.of(configuration, extracts, layers);
        progress.say("Compacting " + state.rows(wanted) + " stored rows");
        List<String> baseIds = configuration.sources().stream()
                .map(source ->
                        source.code() + "-base-" + UUID.randomUUID().toString().substring(0, 8))
                .toList();
        Workers started = workers.get();
        Map<Integer, CopiedState> copied = started.copy(
                keys.readers(configuration),
                state.order(folder),
                wanted,
                baseIds,
                partitions(state.rows(wanted), started.parallelism()));
        progress.at(Step.BASES_WRITTEN);
        Map<Integer, StoredLayer> bases = new HashMap<>();
        for (int s : wanted) {
            bases.put(
                    s,
                    base(
                            held,
                            extracts.get(s),
                            layers.get(s),
                            baseIds.get(s),
                            Objects.requireNonNull(copied.get(s)).files()));
        }
        requireSame(held, extracts, wanted, bases, copied, workers);
        progress.at(Step.BASES_READ_BACK);
        lock.requireHeld();
        StoreManifest next = new NextVersion(held, clock.instant(), Publication.codeVersion())
                .with(wanted.stream()
                        .map(s -> Objects.requireNonNull(bases.get(s)))
                        .toList());
        store.commit(next);
        progress.at(Step.BASES_COMMITTED);
        return Optional.of(new Outcome(
                next.version(),
                wanted.stream()
                        .map(s -> outcome(layers.get(s), Objects.requireNonNull(bases.get(s))))
                        .toList()));
    }

    private static int partitions(long rows, int parallelism) {
        return Math.toIntExact(
                Math.max(Math.max(1, Math.min(parallelism, rows / LEAST_ROWS_OF_A_FILE)), rows / ROWS_OF_A_FILE));
    }

    /** Covers every layer whose rows it holds, those under an older base too, so that each state can tell whether the base may be used for it. */
    private static StoredLayer base(
            StoreManifest held,
            List<LoadedExtract> extracts,
            List<StoredLayer> from,
            String baseId,
            List<LayerFile> files) {
        Set<String> covered = new HashSet<>();
        for (StoredLayer layer : from) {
            if (layer.kind() == StoredLayer.Kind.BASE) {
                covered.addAll(layer.covered());
            } else {
                covered.add(layer.layerId());
            }
        }
        LoadedExtract newest = extracts.get(extracts.size() - 1);
        return new StoredLayer(
                baseId,
                newest.sourceCode(),
                StoredLayer.Kind.BASE,
                newest.extractId(),
                held.layers().stream()
                        .map(StoredLayer::layerId)
                        .filter(covered::contains)
                        .toList(),
                files);
    }

    /** Reads every base back: it must say what the layers said, and what was counted when they came. */
    private void requireSame(
            StoreManifest held,
            List<List<LoadedExtract>> extracts,
            List<Integer> wanted,
            Map<Integer, StoredLayer> bases,
            Map<Integer, CopiedState> copied,
            WorkersSource workers) {
        progress.say("Reading the compacted rows back");
        List<List<StoredLayer>> onlyBases = new ArrayList<>();
        for (int s = 0; s < extracts.size(); s++) {
            StoredLayer base = bases.get(s);
            onlyBases.add(base == null ? List.of() : List.of(base));
        }
        Map<Integer, StateCounts> readBack = StateScan.of(configuration, extracts, onlyBases)
                .count(configuration, keys, folder, wanted, workers::get);
        Partials partials = new Partials(store, keys.recordKeyMark(configuration));
        for (int s : wanted) {
            Configuration.Source source = configuration.sources().get(s);
            StateCounts back = Objects.requireNonNull(readBack.get(s));
            StateCounts written = Objects.requireNonNull(copied.get(s)).counts();
            Optional<Partials.Partial> kept = partials.find(source, held, extracts.get(s));
            StoredLayer base = Objects.requireNonNull(bases.get(s));
            boolean isSame = back.isSame(written.cube(), written.speakers())
                    && base.rows() - vanished(base)
                            == Arrays.stream(back.speakers()).sum()
                    && kept.map(partial -> back.isSame(partial.cube(), partial.speakers()))
                            .orElse(true);
            if (!isSame) {
                throw new IllegalStateException("The compacted rows of the source " + source.code()
                        + " do not say what its layers say; the store was left as it was");
            }
        }
    }

    private static long vanished(StoredLayer layer) {
        return layer.files().stream()
                .mapToLong(file -> file.rowsByChange().getOrDefault(Change.VANISHED.code(), 0L))
                .sum();
    }

    private static Base outcome(List<StoredLayer> from, StoredLayer base) {
        return new Base(
                base.sourceCode(),
                from.size(),
                from.stream().mapToLong(StoredLayer::rows).sum(),
                base.rows() - vanished(base),
                vanished(base),
                base.files().stream().mapToLong(LayerFile::bytes).sum());
    }
}
