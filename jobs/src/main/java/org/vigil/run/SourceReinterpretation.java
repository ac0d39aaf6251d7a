package org.vigil.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.config.Configuration;
import org.vigil.cube.CountCube;
import org.vigil.geography.Area;
import org.vigil.geography.Geography;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.IncidentRows;
import org.vigil.incident.PackedIncidents;
import org.vigil.incident.Strand;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerCursor;
import org.vigil.layer.LayerFile;
import org.vigil.layer.LayerReading;
import org.vigil.layer.References;
import org.vigil.layer.StoredCodes;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.Column;
import org.vigil.spark.LayerFiles;
import org.vigil.storage.StorageFolder;
import org.vigil.store.FoldPass;
import org.vigil.store.LoadedExtract;
import org.vigil.store.SourcePlan;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.store.StoredLayer;
import org.vigil.tabulate.MovedCell;

/** The extracts of one source whose words were read under another profile or code list than today's. */
final class SourceReinterpretation {
    /** Rows that one task reads. */
    private static final long ROWS_OF_A_RANGE = 500_000;

    private static final int ROWS_OF_A_BLOCK = 8_192;

    private final StorageFolder folder;
    private final Configuration.Source source;
    private final Geography geography;
    private final StoredCodes codes;
    private final StoreManifest held;
    private final String interpretation;
    private final List<LoadedExtract> stale;
    private final Set<String> staleIds;
    /** By the name of each layer that is read anew, that of the one which takes its place. */
    private final Map<String, String> newLayerIds = new HashMap<>();

    SourceReinterpretation(StorageFolder folder, Configuration.Source source, StoreManifest held) {
        this.folder = folder;
        this.source = source;
        this.geography = Geography.load(source.profile().geographyCode());
        this.codes = new StoredCodes(geography.areas().stream().map(Area::code).toList());
        this.held = held;
        this.interpretation = Interpretation.hash(source);
        this.stale = held.extractsOf(source.code()).stream()
                .filter(e -> !e.interpretation().equals(interpretation))
                .toList();
        this.staleIds = stale.stream().map(LoadedExtract::extractId).collect(Collectors.toSet());
        held.layers().stream()
                .filter(this::isReadAnew)
                .forEach(layer -> newLayerIds.put(layer.layerId(), layer.freshId(held.version() + 1)));
    }

    /** By the name of each layer that is read anew, that of the one which takes its place. */
    Map<String, String> newLayerIds() {
        return Map.copyOf(newLayerIds);
    }

    boolean isNeeded() {
        return !stale.isEmpty();
    }

    /** The extract as the ledger has it afterwards. */
    LoadedExtract entry(LoadedExtract e) {
        return !isConcerned(e.sourceCode(), e.extractId())
                ? e
                : new LoadedExtract(
                        e.extractId(),
                        e.sourceCode(),
                        e.fileName(),
                        e.sha256(),
                        e.byteCount(),
                        e.extractDate(),
                        e.sequence(),
                        e.loadedAt(),
                        e.kind(),
                        e.firstDay(),
                        e.lastDay(),
                        interpretation,
                        e.rows(),
                        e.effect(),
                        e.columns());
    }

    /** Whether a layer does not hold any more: its words are read anew, or it is a base of such layers. */
    boolean replaces(StoredLayer layer) {
        return layer.sourceCode().equals(source.code())
                && (layer.kind() == StoredLayer.Kind.BASE || isConcerned(layer.sourceCode(), layer.extractId()));
    }

    private boolean isConcerned(String sourceCode, String extractId) {
        return sourceCode.equals(source.code()) && staleIds.contains(extractId);
    }

    // ---- What stands against it ----

    /**
     * Refuses a profile whose changes retained words cannot follow, and words that it does not know.
     *
     * @throws FindingsException with what was found
     */
    void requirePossible() {
        for (LoadedExtract extract : stale) {
            String layerId = layers().stream()
                    .filter(layer -> layer.kind() == StoredLayer.Kind.EXTRACT
                            && layer.extractId().equals(extract.extractId()))
                    .findFirst()
                    .orElseThrow()
                    .layerId();
            SourceProfile before = StoredProfile.find(folder, layerId)
                    .map(text -> SourceProfiles.parse(extract.extractId(), text))
                    .orElseThrow(() -> new FindingsException("Nothing was reinterpreted: the profile that "
                            + extract.extractId() + " was read with is not in the store; expected it beside the layer "
                            + layerId + ". " + REMEDY));
            obstacle(before, source.profile()).ifPresent(what -> {
                throw new FindingsException("Nothing was reinterpreted: the profile of the source " + source.code()
                        + " declares another " + what + " than the one that " + extract.extractId()
                        + " was read with, which retained words cannot follow; expected other labels, codes and"
                        + " vocabularies only. " + REMEDY);
            });
        }
        long[] unknown = SideBySide.map(files(), file -> rewrite(file, Optional.empty()).unknown).stream()
                .reduce(new long[CanonicalIncident.MAPPED.size()], SourceReinterpretation::sum);
        if (Arrays.stream(unknown).anyMatch(rows -> rows > 0)) {
            throw new FindingsException("Nothing was reinterpreted: the profile of the source " + source.code()
                    + " gives no meaning to retained words ("
                    + IntStream.range(0, unknown.length)
                            .filter(c -> unknown[c] > 0)
                            .mapToObj(c -> CanonicalIncident.MAPPED.get(c).name() + ": " + unknown[c] + " rows")
                            .collect(Collectors.joining(", "))
                    + "); expected a meaning for every word that the store holds. Declare them in the profile again.");
        }
    }

    private static final String REMEDY =
            "To load the extracts again under this profile, name another folder under store in the configuration and run"
                    + " vigil weekly.";

    private static Optional<String> obstacle(SourceProfile before, SourceProfile now) {
        if (!before.identity().equals(now.identity())) {
            return Optional.of("identity");
        }
        if (before.extractKind() != now.extractKind()) {
            return Optional.of("kind of extract");
        }
        if (!before.series().dateBasis().equals(now.series().dateBasis())
                || before.series().isDaily() != now.series().isDaily()) {
            return Optional.of("date of the series");
        }
        if (!before.format().equals(now.format())) {
            return Optional.of("format");
        }
        if (!before.outOfScope().equals(now.outOfScope())) {
            return Optional.of("scope");
        }
        if (!before.sharedReference().equals(now.sharedReference())) {
            return Optional.of("shared reference");
        }
        for (Field field : Field.values()) {
            if (!isFollowed(before.reading(field), now.reading(field), field)) {
                return Optional.of("reading of " + field.code());
            }
        }
        return Optional.empty();
    }

    /** Words can be read anew where they were kept; a constant needs none. */
    private static boolean isFollowed(Optional<FieldReading> before, Optional<FieldReading> now, Field field) {
        return switch (field) {
            case OCCURRED_DATE, RECORDED_DATE, WITHDRAWN, INCIDENT_COUNT -> before.equals(now);
            default ->
                !(now.orElse(null) instanceof FieldReading.Labels labels)
                        || before.orElse(null) instanceof FieldReading.Labels kept
                                && kept.columns().equals(labels.columns());
        };
    }

    // ---- What would move ----

    /** What changes in the newest state. */
    ReinterpretedSource shown() {
        List<LoadedExtract> extracts = held.extractsOf(source.code());
        List<StoredLayer> layers = StoreStates.layers(withoutBases(), source.code(), extracts);
        SourcePlan plan = StoreStates.plan(source.code(), extracts, layers);
        int ranges =
                Math.toIntExact(layers.stream().mapToLong(StoredLayer::rows).sum() / ROWS_OF_A_RANGE + 1);
        Moves moves = SideBySide.map(
                        IntStream.range(0, ranges).boxed().toList(), range -> moves(plan, KeyRange.of(range, ranges)))
                .stream()
                .reduce(Moves::merge)
                .orElseThrow();
        return new ReinterpretedSource(
                source.code(),
                stale.size(),
                layers().stream().mapToLong(StoredLayer::rows).sum(),
                moves.codes,
                cells(moves),
                stale.stream().mapToLong(e -> e.rows().quarantined()).sum(),
                stale.stream().mapToLong(e -> e.rows().outOfScope()).sum());
    }

    /** Rows of a base do not say who read their words; those of the layers below it do. */
    private StoreManifest withoutBases() {
        return new StoreManifest(
                held.format(),
                held.version(),
                held.action(),
                held.note(),
                held.madeAt(),
                held.program(),
                held.keys(),
                held.extracts(),
                held.layers().stream()
                        .filter(layer -> layer.kind() != StoredLayer.Kind.BASE)
                        .toList(),
                held.takenBack());
    }

    private List<MovedCell> cells(Moves moves) {
        if (moves.state.firstDay() > moves.state.lastDay()) {
            return List.of();
        }
        return MovedCell.of(RunFacts.of(source, moves.state), moves.changes);
    }

    private Moves moves(SourcePlan plan, KeyRange range) {
        Moves moves = new Moves(Partials.emptyCube(source), Partials.emptyCube(source));
        Reread reread = new Reread(source.profile(), geography);
        boolean isSeriesRecorded =
                source.profile().series().dateBasis().equals(org.vigil.incident.DateBasis.RECORDED.code());
        new FoldPass(folder, plan, codes, range, isSeriesRecorded, FoldPass.Detail.EVERYTHING)
                .run((speaker, rows, row, cursor) -> {
                    moves.state.add(rows, row);
                    String extractId =
                            plan.extracts().get(cursor.extractOrdinal(row)).extractId();
                    if (staleIds.contains(extractId)) {
                        reread.read(cursor, row);
                        if (moves.compare(codes, rows, row, reread.row)) {
                            moves.changes.remove(rows, row);
                            moves.changes.add(reread.row, 0);
                        }
                    }
                });
        return moves;
    }

    /** What changes in one key range. */
    private static final class Moves {
        private final CountCube state;
        private final CountCube changes;
        private final SortedMap<ReinterpretedSource.CodeChange, Long> codes = new TreeMap<>();

        Moves(CountCube state, CountCube changes) {
            this.state = state;
            this.changes = changes;
        }

        boolean compare(StoredCodes texts, IncidentRows before, int row, IncidentRows now) {
            boolean isChanged = one(texts, CanonicalIncident.RECORD_CLASS, before.recordClass(row), now.recordClass(0));
            isChanged |= one(texts, CanonicalIncident.AREA_CODE, before.area(row), now.area(0));
            isChanged |=
                    one(texts, CanonicalIncident.REPORTING_SOURCE, before.reportingSource(row), now.reportingSource(0));
            isChanged |= one(texts, CanonicalIncident.OUTCOME, before.outcome(row), now.outcome(0));
            isChanged |= set(texts, CanonicalIncident.TARGET_COMMUNITIES, before.communities(row), now.communities(0));
            isChanged |= set(texts, CanonicalIncident.OFFENCE_GROUP, before.offenceGroups(row), now.offenceGroups(0));
            isChanged |= set(texts, CanonicalIncident.LOCATION_TYPE, before.locationTypes(row), now.locationTypes(0));
            isChanged |= set(texts, CanonicalIncident.CONTEXT, before.contexts(row), now.contexts(0));
            isChanged |= set(texts, CanonicalIncident.STRANDS, strands(before.strands(row)), strands(now.strands(0)));
            return isChanged;
        }

        private boolean one(StoredCodes texts, Column column, int before, int now) {
            if (before != now) {
                count(column, texts.text(column, before), texts.text(column, now));
            }
            return before != now;
        }

        private boolean set(StoredCodes texts, Column column, int[] before, int[] now) {
            boolean differs = !Arrays.equals(before, now);
            if (differs) {
                count(column, texts.setText(column, before), texts.setText(column, now));
            }
            return differs;
        }

        private void count(Column column, String before, String now) {
            codes.merge(new ReinterpretedSource.CodeChange(column.name(), before, now), 1L, Long::sum);
        }

        private static int[] strands(int bits) {
            return IntStream.range(0, Strand.values().length)
                    .filter(strand -> (bits >>> strand & 1) == 1)
                    .toArray();
        }

        Moves merge(Moves other) {
            state.merge(other.state);
            changes.merge(other.changes);
            other.codes.forEach((change, count) -> codes.merge(change, count, Long::sum));
            return this;
        }
    }

    // ---- Writing ----

    /** A stored file that is read anew. */
    private record StaleFile(StoredLayer layer, LayerFile file, int part, String newLayerId) {}

    /** What reading one file anew gave. */
    private static final class Rewritten {
        private final long[] unknown = new long[CanonicalIncident.MAPPED.size()];
        private Optional<LayerFile> file = Optional.empty();
    }

    /** Writes the layers that take the place of those that are read anew; no manifest names them yet. */
    List<StoredLayer> write(Path scratch) {
        List<StaleFile> files = files();
        List<Rewritten> rewritten = SideBySide.map(files, file -> rewrite(file, Optional.of(scratch)));
        List<StoredLayer> replacements = new ArrayList<>();
        for (StoredLayer layer : layers()) {
            List<LayerFile> written = new ArrayList<>();
            String newLayerId = Objects.requireNonNull(newLayerIds.get(layer.layerId()));
            for (int i = 0; i < files.size(); i++) {
                if (files.get(i).layer().equals(layer)) {
                    written.add(rewritten.get(i).file.orElseThrow());
                }
            }
            written.sort(Comparator.comparing(LayerFile::name));
            replacements.add(new StoredLayer(
                    newLayerId, layer.sourceCode(), layer.kind(), layer.extractId(), layer.covered(), written));
            if (layer.kind() == StoredLayer.Kind.EXTRACT) {
                StoredQuarantine.write(folder, newLayerId, StoredQuarantine.read(folder, layer.layerId()));
                StoredProfile.write(folder, newLayerId, source.profileText());
            }
        }
        return replacements;
    }

    private Rewritten rewrite(StaleFile file, Optional<Path> scratch) {
        Rewritten outcome = new Rewritten();
        LayerReading reading = new LayerReading(codes, Map.of(file.layer().extractId(), 0), true, true, true);
        String name =
                Store.layerFolder(file.layer().layerId()) + "/" + file.file().name();
        try (LayerCursor cursor = LayerCursor.open(folder.input(name), reading, KeyRange.ALL);
                Rewriting rewriting = new Rewriting(file, cursor.references(), scratch, outcome)) {
            while (cursor.next()) {
                rewriting.accept(cursor);
            }
            rewriting.finish();
        }
        return outcome;
    }

    /** One file in the making; only looked through where there is no folder for it. */
    private final class Rewriting implements AutoCloseable {
        private final StaleFile file;
        private final Rewritten outcome;
        private final Optional<LayerFiles> files;
        private final Reread reread = new Reread(source.profile(), geography);
        private final PackedIncidents rows = new PackedIncidents();
        private final List<Change> changes = new ArrayList<>();

        Rewriting(StaleFile file, References references, Optional<Path> scratch, Rewritten outcome) {
            this.file = file;
            this.outcome = outcome;
            this.files =
                    scratch.map(path -> new LayerFiles(folder, codes, source.code(), references, path, file.part()));
        }

        void accept(LayerCursor cursor) {
            int row = cursor.row();
            Change change = cursor.change(row);
            if (change == Change.VANISHED) {
                flush();
                files.ifPresent(f -> f.writeVanished(
                        file.newLayerId(),
                        cursor.keyHigh(),
                        cursor.keyLow(),
                        file.layer().extractId()));
                return;
            }
            int unknown = reread.read(cursor, row);
            for (int column = 0; column < outcome.unknown.length; column++) {
                outcome.unknown[column] += unknown >>> column & 1;
            }
            if (files.isPresent()) {
                long order = PackedIncidents.orderOf(0, cursor.rowNumber(row), cursor.partNumber(row));
                rows.append(reread.row, 0, order, cursor.wording(), row);
                changes.add(change);
                if (rows.size() == ROWS_OF_A_BLOCK) {
                    flush();
                }
            }
        }

        void finish() {
            flush();
            files.ifPresent(f -> f.finish((layerId, written) -> outcome.file = Optional.of(written)));
        }

        private void flush() {
            files.ifPresent(f -> {
                for (int i = 0; i < rows.size(); i++) {
                    f.write(file.newLayerId(), rows, i, file.layer().extractId(), changes.get(i));
                }
            });
            rows.clear();
            changes.clear();
        }

        @Override
        public void close() {
            files.ifPresent(LayerFiles::close);
        }
    }

    /** Layers whose words are read anew. */
    private List<StoredLayer> layers() {
        return held.layers().stream().filter(this::isReadAnew).toList();
    }

    private boolean isReadAnew(StoredLayer layer) {
        return replaces(layer) && layer.kind() != StoredLayer.Kind.BASE;
    }

    private List<StaleFile> files() {
        List<StaleFile> files = new ArrayList<>();
        for (StoredLayer layer : layers()) {
            String newLayerId = Objects.requireNonNull(newLayerIds.get(layer.layerId()));
            List<LayerFile> inOrder = layer.files().stream()
                    .sorted(Comparator.comparing(LayerFile::name))
                    .toList();
            for (int part = 0; part < inOrder.size(); part++) {
                files.add(new StaleFile(layer, inOrder.get(part), part, newLayerId));
            }
        }
        return files;
    }

    private static long[] sum(long[] a, long[] b) {
        return IntStream.range(0, a.length).mapToLong(i -> a[i] + b[i]).toArray();
    }
}
