package org.vigil.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.config.Configuration;
import org.vigil.incident.ExtractKind;
import org.vigil.incident.KeyRing;
import org.vigil.layer.Change;
import org.vigil.layer.LayerCheck;
import org.vigil.layer.LayerException;
import org.vigil.layer.LayerFile;
import org.vigil.spark.StateCounts;
import org.vigil.storage.StorageException;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StoredFile;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;
import org.vigil.store.StoreException;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.store.StoredLayer;

/** Reads everything again that a version of the store names, and compares it with what the ledger and the manifest say of it. Changes nothing. */
public final class StoreVerification {
    private static final String REMEDY = " Bring it back from a copy of the store.";

    private final Configuration configuration;
    private final RunKeys keys;
    private final Progress progress;
    private final Store store;
    private final StorageFolder folder;
    private final List<String> findings = new ArrayList<>();
    private final List<StoredLikeness> likeness = new ArrayList<>();

    private StoreVerification(Configuration configuration, KeyRing keyRing, Progress progress) {
        this.configuration = configuration;
        this.progress = progress;
        this.store = Store.at(StorageFolder.at(configuration.store()));
        this.folder = store.folder();
        this.keys = new RunKeys(keyRing, folder);
    }

    /**
     * What was found.
     *
     * @param storeVersion the version that holds
     * @param versions how many versions were looked at
     * @param files files read again
     * @param rows rows in them
     * @param bytes their size
     * @param findings a sentence for each thing that is not as it should be
     * @param likeness how far all that is stored of an incident singles it out, by source; empty where the counts were not compared
     * @param orphans files that no version names, which is no fault: a run that died left them, or one that is at work
     */
    public record Outcome(
            int storeVersion,
            int versions,
            int files,
            long rows,
            long bytes,
            List<String> findings,
            List<StoredLikeness> likeness,
            List<String> orphans) {
        public Outcome {
            likeness = List.copyOf(likeness);
            findings = List.copyOf(findings);
            orphans = List.copyOf(orphans);
        }

        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    /** Which versions are looked at. */
    public enum Extent {
        /** The one that holds. */
        NEWEST,
        /** Every one: a file that only past states need is read too. */
        ALL
    }

    /** Verifies a store with workers of its own. Takes no lock. */
    public static Outcome verify(Configuration configuration, KeyRing keyRing, Extent extent, Progress progress) {
        return verify(configuration, keyRing, extent, progress, WorkersSource.own());
    }

    static Outcome verify(
            Configuration configuration, KeyRing keyRing, Extent extent, Progress progress, WorkersSource workers) {
        try (workers) {
            return new StoreVerification(configuration, keyRing, progress).run(extent, workers);
        }
    }

    /** A layer file, with what its layer says of it. */
    private record NamedFile(StoredLayer layer, LayerFile file) {}

    private Outcome run(Extent extent, WorkersSource workers) {
        List<StoreManifest> versions = versions(extent);
        if (versions.isEmpty()) {
            return new Outcome(0, 0, 0, 0, 0, findings, likeness, List.of());
        }
        StoreManifest newest = versions.get(versions.size() - 1);
        keys.requireSame(newest, folder);
        Collection<NamedFile> files = files(versions);
        long bytes = files.stream().mapToLong(f -> f.file().bytes()).sum();
        progress.say("Reading " + files.size() + " files again, " + bytes / 1_000_000 + " MB");
        Set<String> extractIds = versions.stream()
                .flatMap(version -> version.extracts().stream())
                .map(LoadedExtract::extractId)
                .collect(Collectors.toSet());
        SideBySide.map(List.copyOf(files), f -> findingsOf(f, extractIds)).forEach(findings::addAll);
        Set<LoadedExtract> seen = new HashSet<>();
        for (StoreManifest version : versions) {
            for (LoadedExtract extract : version.extracts()) {
                if (seen.add(extract)) {
                    ledger(version, extract);
                }
            }
        }
        if (findings.isEmpty()) {
            counts(newest, workers);
        } else {
            findings.add("The counts of the states were not compared, because of the findings above.");
        }
        return new Outcome(
                newest.version(),
                versions.size(),
                files.size(),
                files.stream().mapToLong(f -> f.file().rows()).sum(),
                bytes,
                findings,
                likeness,
                StoreFiles.orphans(configuration, store, Instant.MAX).stream()
                        .map(StoredFile::name)
                        .toList());
    }

    /** Ascending; the one that holds is the last. */
    private List<StoreManifest> versions(Extent extent) {
        List<Integer> numbers = store.versions();
        if (extent == Extent.NEWEST && !numbers.isEmpty()) {
            numbers = numbers.subList(numbers.size() - 1, numbers.size());
        }
        List<StoreManifest> versions = new ArrayList<>();
        for (int number : numbers) {
            StoreManifest version = store.version(number);
            if (version.version() != number) {
                findings.add("The manifest of version " + number + " calls itself version " + version.version()
                        + "; expected its own number." + REMEDY);
            }
            versions.add(version);
        }
        return versions;
    }

    private static Collection<NamedFile> files(List<StoreManifest> versions) {
        Map<String, NamedFile> files = new LinkedHashMap<>();
        for (StoreManifest version : versions) {
            for (StoredLayer layer : version.layers()) {
                for (LayerFile file : layer.files()) {
                    files.put(StoreFiles.nameOf(layer, file), new NamedFile(layer, file));
                }
            }
        }
        return files.values();
    }

    // ---- Files ----

    private List<String> findingsOf(NamedFile named, Set<String> extractIds) {
        LayerFile file = named.file();
        String name = StoreFiles.nameOf(named.layer(), file);
        try {
            if (!folder.exists(name)) {
                return List.of("The file " + name + " is missing; expected " + file.bytes() + " bytes." + REMEDY);
            }
            long bytes = folder.input(name).getLength();
            if (bytes != file.bytes()) {
                return List.of(
                        "The file " + name + " has " + bytes + " bytes; expected " + file.bytes() + "." + REMEDY);
            }
            if (!folder.sha256(name).equals(file.sha256())) {
                return List.of("The file " + name
                        + " does not have the checksum that was noted when it was written; its bytes have changed."
                        + REMEDY);
            }
            Set<String> expected = named.layer().kind() == StoredLayer.Kind.BASE
                    ? extractIds
                    : Set.of(named.layer().extractId());
            return LayerCheck.differences(folder.input(name), file, expected).stream()
                    .map(difference -> "The file " + name + " " + difference + "." + REMEDY)
                    .toList();
        } catch (LayerException | StorageException e) {
            return List.of(e.getMessage() == null ? name : e.getMessage());
        } catch (java.io.IOException e) {
            return List.of("The file " + name + " could not be read; expected the file as it was written." + REMEDY);
        }
    }

    // ---- Ledger ----

    private void ledger(StoreManifest version, LoadedExtract extract) {
        String entry = "The ledger's entry of " + extract.extractId();
        if (!extract.isConserved()) {
            findings.add(entry + " does not account for every record: "
                    + extract.rows().read()
                    + " were read; expected as many incidents, merged, duplicate, superseded, out of scope and"
                    + " quarantined records together. Restore the manifest from a copy of the store.");
        }
        Optional<StoredLayer> layer = version.layers().stream()
                .filter(l ->
                        l.kind() == StoredLayer.Kind.EXTRACT && l.extractId().equals(extract.extractId()))
                .findFirst();
        if (layer.isEmpty()) {
            findings.add(entry + " has no layer; expected one. Restore the manifest from a copy of the store.");
            return;
        }
        rows(extract, layer.get());
        quarantine(extract, layer.get());
    }

    private void rows(LoadedExtract extract, StoredLayer layer) {
        LoadedExtract.Effect effect = extract.effect();
        // What a full extract says again is in no row.
        long reaffirmed = extract.kind() == ExtractKind.DELTA ? effect.unchanged() : 0;
        Map<Change, Long> expected = new LinkedHashMap<>();
        expected.put(Change.ADDED, effect.added());
        expected.put(Change.CHANGED, effect.changed());
        expected.put(Change.REAFFIRMED, reaffirmed);
        expected.put(Change.VANISHED, effect.vanished());
        expected.forEach((change, count) -> {
            long rows = layer.files().stream()
                    .mapToLong(file -> file.rowsByChange().getOrDefault(change.code(), 0L))
                    .sum();
            if (rows != count) {
                findings.add("The layer " + layer.layerId() + " has " + rows + " rows of the kind " + change.code()
                        + "; expected " + count + ", as the ledger says of " + extract.extractId()
                        + ". Restore the manifest from a copy of the store.");
            }
        });
    }

    private void quarantine(LoadedExtract extract, StoredLayer layer) {
        try {
            int size = StoredQuarantine.read(folder, layer.layerId()).size();
            if (size != extract.rows().quarantined()) {
                findings.add("The file " + StoredQuarantine.nameOf(layer.layerId()) + " lists " + size
                        + " quarantined records; expected " + extract.rows().quarantined() + "." + REMEDY);
            }
        } catch (StorageException | StoreException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
    }

    // ---- Counts ----

    /** Counts the newest state from the layers alone, and compares: with the base, with what was kept, and with the ledger. */
    private void counts(StoreManifest newest, WorkersSource workers) {
        List<List<LoadedExtract>> extracts = new ArrayList<>();
        List<List<StoredLayer>> withBase = new ArrayList<>();
        List<List<StoredLayer>> withoutBase = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        List<Integer> based = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            String code = configuration.sources().get(s).code();
            List<LoadedExtract> ofSource = newest.extractsOf(code);
            extracts.add(ofSource);
            withBase.add(StoreStates.layers(newest, code, ofSource));
            withoutBase.add(StoreStates.layersWithoutBase(newest, code, ofSource));
            if (!ofSource.isEmpty()) {
                all.add(s);
                if (!withBase.get(s).equals(withoutBase.get(s))) {
                    based.add(s);
                }
            }
        }
        if (all.isEmpty()) {
            return;
        }
        workers.prepare();
        StateScan layers = StateScan.of(configuration, extracts, withoutBase);
        progress.say("Counting " + layers.rows(all) + " stored rows");
        Map<Integer, StateCounts> counted = layers.countAndCompare(configuration, keys, folder, all, workers::get);
        Map<Integer, StateCounts> basis = based.isEmpty()
                ? Map.of()
                : StateScan.of(configuration, extracts, withBase)
                        .count(configuration, keys, folder, based, workers::get);
        Partials partials = new Partials(store, keys.recordKeyMark(configuration));
        for (int s : all) {
            Configuration.Source source = configuration.sources().get(s);
            StateCounts counts = Objects.requireNonNull(counted.get(s));
            speakers(extracts.get(s), counts);
            likeness.add(new StoredLikeness(
                    source.code(), counts.classes().sizes(), counts.classes().isExact()));
            StateCounts compacted = basis.get(s);
            if (compacted != null && !counts.isSame(compacted.cube(), compacted.speakers())) {
                findings.add("The compacted layer of the source " + source.code()
                        + " does not give the counts of the layers that it stands for; expected the same."
                        + " Roll the store's folder back to a copy made before the compaction.");
            }
            partials.find(source, newest, extracts.get(s))
                    .filter(kept -> !counts.isSame(kept.cube(), kept.speakers()))
                    .ifPresent(kept -> findings.add("The counts kept of the source " + source.code()
                            + " are not those of its layers; expected the same. Delete the files in the folder "
                            + Store.PARTIALS + " of the store: the next run counts again."));
        }
    }

    /** Every row of an extract speaks or is replaced, and no extract speaks for more incidents than it has. */
    private void speakers(List<LoadedExtract> extracts, StateCounts counts) {
        boolean isDelta = extracts.stream().allMatch(e -> e.kind() == ExtractKind.DELTA);
        for (int e = 0; e < extracts.size(); e++) {
            long incidents = extracts.get(e).effect().incidents();
            long speaksFor = counts.speakers()[e];
            long replaced = counts.superseded()[e];
            if (isDelta ? incidents - speaksFor != replaced : speaksFor > incidents) {
                findings.add("The extract " + extracts.get(e).extractId() + " speaks for " + speaksFor
                        + " incidents, and later ones replace " + replaced + " of its rows; expected "
                        + (isDelta ? "together " : "at most ") + incidents
                        + ", as the ledger says. Restore the manifest from a copy of the store.");
            }
        }
    }
}
