package org.vigil.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.ExtractsTable;
import org.vigil.release.ReleaseReader;
import org.vigil.release.SourcesTable;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.tabulate.CellSums;
import org.vigil.tabulate.Coverage;
import org.vigil.tabulate.SourceFacts;
import tech.tablesaw.api.Row;

/** The states of the store behind one release. */
final class ReleaseStates {
    private static final String MONTH = "month";

    private final Store store;
    private final ReleaseReader release;
    /** By source, extracts with their checksums. */
    private final Map<String, Map<String, String>> extracts = new HashMap<>();

    ReleaseStates(Store store, ReleaseReader release) {
        this.store = store;
        this.release = release;
        List<Column> columns = List.of(ExtractsTable.SOURCE_CODE, ExtractsTable.EXTRACT_ID, ExtractsTable.SHA256);
        for (Row row : release.table(ExtractsTable.TABLE, columns)) {
            extracts.computeIfAbsent(row.getString(ExtractsTable.SOURCE_CODE.name()), source -> new HashMap<>())
                    .put(row.getString(ExtractsTable.EXTRACT_ID.name()), row.getString(ExtractsTable.SHA256.name()));
        }
    }

    /**
     * The newest state that holds the very extracts which the release names. Where the store has read their words in several ways since, the one whose
     * counts come closest to those published.
     */
    Optional<ReleaseState> find(SourceReading source, StateReader reader) {
        List<ReleaseState> candidates = candidates(source.sourceCode());
        return candidates.size() < 2
                ? candidates.stream().findFirst()
                : candidates.stream().min(Comparator.comparingLong(state -> distance(source, reader, state)));
    }

    /**
     * The last day that the release covers of a source, which its last month can go beyond.
     *
     * @throws java.util.NoSuchElementException if the release has no such source
     */
    LocalDate lastDayCovered(String sourceCode) {
        return release
                .table(
                        SourcesTable.TABLE,
                        List.of(SourcesTable.COVERAGE_END_DATE),
                        Map.of(SourcesTable.SOURCE_CODE, Set.of(sourceCode)))
                .stream()
                .map(row -> row.getDate(SourcesTable.COVERAGE_END_DATE.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Days of the months that the release shows of a source. */
    Optional<Coverage> findCoverage(String sourceCode) {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Row row : release.table(
                CountsTable.TABLE,
                List.of(CountsTable.PERIOD_START_DATE, CountsTable.PERIOD_END_DATE),
                months(sourceCode))) {
            LocalDate start = row.getDate(CountsTable.PERIOD_START_DATE.name());
            LocalDate end = row.getDate(CountsTable.PERIOD_END_DATE.name());
            first = start.isBefore(first) ? start : first;
            last = end.isAfter(last) ? end : last;
        }
        return first.isAfter(last) ? Optional.empty() : Optional.of(Coverage.of(first, last, 0));
    }

    private List<ReleaseState> candidates(String sourceCode) {
        Map<String, String> wanted = extracts.getOrDefault(sourceCode, Map.of());
        List<ReleaseState> candidates = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        List<Integer> versions = new ArrayList<>(store.versions());
        versions.sort(Comparator.reverseOrder());
        for (int version : versions) {
            StoreManifest manifest = store.version(version);
            List<LoadedExtract> held = StoreStates.extracts(
                    manifest, sourceCode, Optional.of(release.manifest().asOfDate()));
            Map<String, String> found = new HashMap<>();
            held.forEach(e -> found.put(e.extractId(), e.sha256()));
            if (!wanted.isEmpty() && found.equals(wanted)) {
                ReleaseState state = new ReleaseState(manifest, sourceCode, held);
                if (seen.add(state.layersOfExtracts())) {
                    candidates.add(state);
                }
            }
        }
        return candidates;
    }

    private long distance(SourceReading source, StateReader reader, ReleaseState state) {
        Optional<Coverage> coverage = findCoverage(source.sourceCode());
        if (coverage.isEmpty()) {
            return 0;
        }
        CellSums sums = new CellSums(new SourceFacts(
                source.sourceCode(), source.profile(), reader.geography(), reader.count(state), coverage.get()));
        long distance = 0;
        for (Row row : release.table(
                CountsTable.TABLE,
                List.of(
                        CountsTable.DATE_BASIS,
                        CountsTable.RECORD_CLASS,
                        CountsTable.AREA_CODE,
                        CountsTable.COMMUNITY_CODE,
                        CountsTable.PERIOD_START_DATE,
                        CountsTable.INCIDENT_COUNT),
                months(source.sourceCode()))) {
            if (!row.isMissing(CountsTable.INCIDENT_COUNT.name())) {
                long counted = sums.at(
                        row.getString(CountsTable.DATE_BASIS.name()),
                        row.getString(CountsTable.RECORD_CLASS.name()),
                        row.getString(CountsTable.AREA_CODE.name()),
                        row.getString(CountsTable.COMMUNITY_CODE.name()),
                        MONTH,
                        row.getDate(CountsTable.PERIOD_START_DATE.name()));
                distance += Math.abs(counted - row.getLong(CountsTable.INCIDENT_COUNT.name()));
            }
        }
        return distance;
    }

    private static Map<Column, Set<String>> months(String sourceCode) {
        return Map.of(CountsTable.SOURCE_CODE, Set.of(sourceCode), CountsTable.PERIOD_TYPE, Set.of(MONTH));
    }
}
