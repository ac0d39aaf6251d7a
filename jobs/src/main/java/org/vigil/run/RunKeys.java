package org.vigil.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.vigil.cellkey.CellKeys;
import org.vigil.config.Configuration;
import org.vigil.disclosure.DisclosureException;
import org.vigil.disclosure.DrawEpoch;
import org.vigil.disclosure.LedgerFolder;
import org.vigil.disclosure.Policy;
import org.vigil.disclosure.PublicNames;
import org.vigil.incident.KeyException;
import org.vigil.incident.KeyRing;
import org.vigil.incident.KeyedHash;
import org.vigil.incident.MasterKey;
import org.vigil.incident.RecordKeys;
import org.vigil.profile.SharedReference;
import org.vigil.spark.SourceSpec;
import org.vigil.storage.StorageFolder;
import org.vigil.store.LoadedExtract;
import org.vigil.store.StoreKeys;
import org.vigil.store.StoreManifest;

/** What a run derives from the master keys. */
final class RunKeys {
    // No code of a source has a space, so that neither can be the key of one.
    private static final String CHECK = "key check of the store";
    private static final String LOST = "lost ids of ";

    private static final byte[] NONE = {};

    private final KeyRing ring;
    private final Draws draws;

    /** For what has no store. */
    RunKeys(KeyRing ring) {
        this(ring, () -> ring.newestEpoch());
    }

    /** For what is done with a store, whose ledger says under which key public figures are drawn. It is read once, when that is first asked for. */
    RunKeys(KeyRing ring, StorageFolder store) {
        this.ring = ring;
        this.draws = new Draws(() -> new LedgerFolder(store)
                .findEpoch()
                .map(drawn -> {
                    requireDrawn(drawn, store);
                    return drawn.epoch();
                })
                .orElse(ring.newestEpoch()));
    }

    private RunKeys(KeyRing ring, IntSupplier drawEpoch) {
        this.ring = ring;
        this.draws = new Draws(drawEpoch);
    }

    /** The same keys once figures are drawn under the newest one. */
    RunKeys drawingUnderTheNewest() {
        return new RunKeys(ring);
    }

    /** The epoch of the keys that draw, found out once; or why nothing can be drawn. */
    private static final class Draws {
        private final IntSupplier source;
        private OptionalInt epoch = OptionalInt.empty();
        private Optional<DisclosureException> refusal = Optional.empty();

        Draws(IntSupplier source) {
            this.source = source;
        }

        private void findOut() {
            if (epoch.isEmpty() && refusal.isEmpty()) {
                try {
                    epoch = OptionalInt.of(source.getAsInt());
                } catch (DisclosureException e) {
                    refusal = Optional.of(e);
                }
            }
        }

        boolean isPossible() {
            findOut();
            return epoch.isPresent();
        }

        int epoch() {
            findOut();
            refusal.ifPresent(why -> {
                throw why;
            });
            return epoch.orElseThrow();
        }
    }

    private void requireDrawn(DrawEpoch drawn, StorageFolder store) {
        String found = "No public release was made: the figures published from the store " + store.location()
                + " were drawn under ";
        String remedy = "or every figure would be drawn anew. Name it in the configuration under key:; if it is lost, "
                + (ring.newestEpoch() > drawn.epoch() ? "" : "name a new one of a later epoch and ")
                + "run vigil store rekey.";
        if (!ring.epochs().contains(drawn.epoch())) {
            throw new DisclosureException(found + "a key of epoch " + drawn.epoch()
                    + ", and none of that epoch is configured; expected it, " + remedy);
        }
        if (!drawn.check().equals(checkValue(drawn.epoch()))) {
            throw new DisclosureException(
                    found + "another master key of epoch " + drawn.epoch() + "; expected the same key, " + remedy);
        }
    }

    /**
     * Under which key public figures are drawn: that of what was published last, the newest where nothing was.
     *
     * @throws DisclosureException if that key is missing or another one, or the ledger is damaged
     */
    DrawEpoch drawEpoch() {
        return drawEpoch(draws.epoch());
    }

    /** The newest key as one that figures are drawn under. */
    DrawEpoch newestDrawEpoch() {
        return drawEpoch(ring.newestEpoch());
    }

    private DrawEpoch drawEpoch(int epoch) {
        return new DrawEpoch(epoch, checkValue(epoch));
    }

    int newestEpoch() {
        return ring.newestEpoch();
    }

    /**
     * The sources as workers need them that read what is stored. No key of ids goes along: what is stored is hashed already. Where a public release asks for record
     * keys, theirs does.
     */
    List<SourceSpec> readers(Configuration configuration) {
        return configuration.sources().stream()
                .map(source ->
                        new SourceSpec(source.code(), source.profileText(), NONE, NONE, recordKey(configuration)))
                .toList();
    }

    /** The sources as workers need them that read files for a store: each under the epoch that the store keeps it under. */
    List<SourceSpec> specs(Configuration configuration, StoreManifest held) {
        return specs(configuration, code -> epochOf(configuration, held, code));
    }

    /** The sources as workers need them that read files for no store: under the newest epoch. */
    List<SourceSpec> specs(Configuration configuration) {
        return specs(configuration, code -> ring.newestEpoch());
    }

    /** The sources as {@link #specs(Configuration, StoreManifest)}, some of them moved to the newest epoch, by their indexes. */
    List<SourceSpec> newestSpecs(Configuration configuration, Set<Integer> moved, StoreManifest held) {
        Set<String> codes =
                moved.stream().map(s -> configuration.sources().get(s).code()).collect(Collectors.toSet());
        return specs(
                configuration, code -> codes.contains(code) ? ring.newestEpoch() : epochOf(configuration, held, code));
    }

    private List<SourceSpec> specs(Configuration configuration, ToIntFunction<String> epochOf) {
        List<SourceSpec> specs = new ArrayList<>();
        for (Configuration.Source source : configuration.sources()) {
            specs.add(new SourceSpec(
                    source.code(),
                    source.profileText(),
                    derived(source.code(), epochOf.applyAsInt(source.code())),
                    source.profile()
                            .sharedReference()
                            .map(shared -> derived(shared.sourceCode(), epochOf.applyAsInt(shared.sourceCode())))
                            .orElse(NONE),
                    recordKey(configuration)));
        }
        return specs;
    }

    /** The key of record keys; nothing where no public release changes counts by them, or none can be made. */
    private byte[] recordKey(Configuration configuration) {
        return configuration
                                .publicPolicy()
                                .filter(policy -> policy == Policy.CELL_KEY)
                                .isPresent()
                        && draws.isPossible()
                ? ring.derive(MasterKey.RECORD, draws.epoch())
                : NONE;
    }

    /** What tells counts with sums of record keys from others, and those of one key from those of another; empty where none are summed. */
    String recordKeyMark(Configuration configuration) {
        byte[] recordKey = recordKey(configuration);
        return recordKey.length == 0 ? "" : HexFormat.of().toHexDigits(new RecordKeys(recordKey).sum(0, 0, 1));
    }

    /**
     * The keys of cells.
     *
     * @throws DisclosureException as {@link #drawEpoch()}
     */
    CellKeys cellKeys() {
        return new CellKeys(ring.derive(MasterKey.CELL, draws.epoch()));
    }

    /**
     * The names of extracts for everybody.
     *
     * @throws DisclosureException as {@link #drawEpoch()}
     */
    PublicNames publicNames() {
        return new PublicNames(ring.derive(MasterKey.CHECKSUM, draws.epoch()));
    }

    /**
     * The epoch under which ids of a source are looked up: the one that the store keeps it under, or in which another source first noted its ids.
     * Any other source begins with the newest; in a store that does not say under which epoch ids were noted, it was that of the first source to note any.
     */
    int epochOf(Configuration configuration, StoreManifest held, String sourceCode) {
        OptionalInt kept = held.keys().findEpoch(sourceCode);
        return kept.isPresent()
                ? kept.getAsInt()
                : configuration.sources().stream()
                        .filter(source -> source.profile()
                                .sharedReference()
                                .filter(shared -> shared.sourceCode().equals(sourceCode))
                                .isPresent())
                        .flatMapToInt(source -> held.keys().findEpoch(source.code()).stream())
                        .min()
                        .orElse(ring.newestEpoch());
    }

    /** The keys of the store once these extracts are in it. */
    StoreKeys after(Configuration configuration, StoreManifest held, List<LoadedExtract> taken) {
        SortedMap<String, Integer> epochs = epochs(
                configuration,
                held,
                taken.stream().map(LoadedExtract::sourceCode).collect(Collectors.toSet()));
        return new StoreKeys(checks(epochs), epochs, held.keys().movedWith());
    }

    /**
     * By source, the epoch under which ids are looked up: of those held, of those that come, and of those whose ids one of either notes. The latter keep
     * theirs until they come, wherever those who noted them are moved meanwhile.
     *
     * @param coming codes of sources
     */
    SortedMap<String, Integer> epochs(Configuration configuration, StoreManifest held, Set<String> coming) {
        SortedMap<String, Integer> epochs = new TreeMap<>(held.keys().epochs());
        for (Configuration.Source source : configuration.sources()) {
            String code = source.code();
            if (coming.contains(code) || !held.extractsOf(code).isEmpty()) {
                epochs.put(code, epochOf(configuration, held, code));
                source.profile()
                        .sharedReference()
                        .map(SharedReference::sourceCode)
                        .ifPresent(noted -> epochs.put(noted, epochOf(configuration, held, noted)));
            }
        }
        return epochs;
    }

    /** A check value for each epoch in use. */
    SortedMap<Integer, String> checks(SortedMap<String, Integer> epochs) {
        SortedMap<Integer, String> checks = new TreeMap<>();
        epochs.values().forEach(epoch -> checks.computeIfAbsent(epoch, this::checkValue));
        return checks;
    }

    /** A value that tells whether a store was made under this key, and nothing else about it. */
    private String checkValue(int epoch) {
        return HexFormat.of().formatHex(derived(CHECK, epoch));
    }

    /** The key under which the incidents of a source get new names whose ids nobody has any more. */
    byte[] lostKey(String sourceCode, int epoch) {
        return derived(LOST + sourceCode, epoch);
    }

    /**
     * Refuses to look ids up in a store without the very keys that it was made with: every incident would look new.
     *
     * @throws KeyException if a key of an epoch in use is missing or another one
     */
    void require(StoreManifest held, StorageFolder store) {
        held.keys().epochs().forEach((source, epoch) -> {
            if (!ring.epochs().contains(epoch)) {
                throw new KeyException("Nothing was read: the store " + store.location() + " keeps the source " + source
                        + " under a key of epoch " + epoch
                        + ", and none of that epoch is configured; expected it, or every"
                        + " incident would look new. Name it in the configuration under key: earlier:.");
            }
        });
        requireSame(held, store);
    }

    /**
     * Refuses keys that are not those a store was made with. A state can be counted without any key, so that one which is not there any more is none
     * to look up ids with and no fault.
     *
     * @throws KeyException if a key of an epoch in use is another one
     */
    void requireSame(StoreManifest held, StorageFolder store) {
        held.keys().checks().forEach((epoch, check) -> {
            if (ring.epochs().contains(epoch) && !check.equals(checkValue(epoch))) {
                throw new KeyException("Nothing was read: the store " + store.location()
                        + " was made under another master key of epoch " + epoch
                        + "; expected the same key, or every incident would look new."
                        + " Name the key that the store was made with, or give this configuration another store.");
            }
        });
    }

    /** Sources that are kept under an earlier key than the newest, and how they leave it. */
    List<String> remarks(StoreManifest held) {
        return held.keys().epochs().entrySet().stream()
                .filter(kept -> kept.getValue() < ring.newestEpoch())
                .map(kept -> "The source " + kept.getKey() + " is kept under the key of epoch " + kept.getValue()
                        + "; after a full extract, vigil store rekey moves it to epoch " + ring.newestEpoch())
                .toList();
    }

    /** A key of its own for each source, so that equal ids of two publishers stay apart. */
    private byte[] derived(String sourceCode, int epoch) {
        return new KeyedHash(ring.derive(MasterKey.INCIDENT, epoch)).key(sourceCode.getBytes(StandardCharsets.UTF_8));
    }
}
