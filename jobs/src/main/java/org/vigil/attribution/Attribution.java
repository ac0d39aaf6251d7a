package org.vigil.attribution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigil.release.ReleaseReader;
import org.vigil.revision.CellDifference;
import org.vigil.revision.PublishedSeries;
import org.vigil.revision.ReleaseDifference;
import org.vigil.store.Store;
import org.vigil.tabulate.CellSums;
import org.vigil.tabulate.Coverage;
import org.vigil.tabulate.SourceFacts;

/**
 * The moves between two releases, each added up by cause.
 *
 * <p>Of a cell with the change <i>d</i>, each cause of {@link Cause#STORED} has what its incidents bring less what they take; what is left of
 * <i>d</i> is {@link Cause#MODEL_OR_POLICY}. Where the store does not hold the states behind both releases, all of <i>d</i> is {@link
 * Cause#NOT_ATTRIBUTABLE}. Not safe for use by several threads.
 */
public final class Attribution {
    private final Map<String, CauseCounts> countsBySource = new HashMap<>();
    private final Map<String, Map<Cause, CellSums>> sumsBySource = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<Cause, Long> movedCells = new EnumMap<>(Cause.class);

    private Attribution() {}

    /**
     * Finds the causes.
     *
     * @param difference the moves
     * @param earlier the first release
     * @param later the second release
     * @param store the store that both were made from
     * @param sources the sources as they are read today
     * @throws org.vigil.store.StoreException if the store is damaged
     */
    public static Attribution of(
            ReleaseDifference difference,
            ReleaseReader earlier,
            ReleaseReader later,
            Store store,
            List<SourceReading> sources) {
        Attribution attribution = new Attribution();
        attribution.compare(
                difference, new ReleaseStates(store, earlier), new ReleaseStates(store, later), store, sources);
        for (CellDifference cell : difference.cells()) {
            attribution.causesOf(cell).keySet().forEach(cause -> attribution.movedCells.merge(cause, 1L, Long::sum));
        }
        return attribution;
    }

    /** The change of a cell by cause, without causes that bring nothing; empty for a cell that lacks a number in one release. */
    public Map<Cause, Long> causesOf(CellDifference cell) {
        OptionalLong change = cell.change();
        if (cell.kind() != CellDifference.Kind.MOVED || change.isEmpty()) {
            return Map.of();
        }
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        PublishedSeries series = cell.cell().series();
        Map<Cause, CellSums> sums = sumsBySource.get(series.sourceCode());
        long left = change.getAsLong();
        if (sums == null) {
            causes.put(Cause.NOT_ATTRIBUTABLE, left);
            return causes;
        }
        for (Map.Entry<Cause, CellSums> of : sums.entrySet()) {
            long sum = of.getValue()
                    .at(
                            series.dateBasis(),
                            series.recordClass(),
                            series.areaCode(),
                            series.communityCode(),
                            series.periodType(),
                            cell.cell().periodStart());
            left -= sum;
            if (sum != 0) {
                causes.put(of.getKey(), sum);
            }
        }
        if (left != 0) {
            causes.put(Cause.MODEL_OR_POLICY, left);
        }
        return causes;
    }

    /** Incidents that a cause concerns; 0 for causes that no incident shows. */
    public long incidents(Cause cause) {
        return countsBySource.values().stream()
                .mapToLong(counts -> counts.incidents(cause))
                .sum();
    }

    /** Moved cells that a cause has a part in. */
    public long movedCells(Cause cause) {
        return movedCells.getOrDefault(cause, 0L);
    }

    /** Reclassified incidents by what the publisher changed; one incident can stand under several. */
    public Map<ChangedAspect, Long> reclassified() {
        Map<ChangedAspect, Long> aspects = new EnumMap<>(ChangedAspect.class);
        countsBySource
                .values()
                .forEach(
                        counts -> counts.aspects().forEach((aspect, count) -> aspects.merge(aspect, count, Long::sum)));
        return aspects;
    }

    /** Why moves of a source could not be attributed, a sentence each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    private void compare(
            ReleaseDifference difference,
            ReleaseStates earlier,
            ReleaseStates later,
            Store store,
            List<SourceReading> sources) {
        for (String code : movedSources(difference)) {
            Optional<SourceReading> source =
                    sources.stream().filter(s -> s.sourceCode().equals(code)).findFirst();
            if (source.isEmpty()) {
                remarks.add("Moves of the source " + code
                        + " could not be attributed: the configuration does not have it; expected the configuration that"
                        + " both releases were made with.");
                continue;
            }
            StateReader reader = new StateReader(store.folder(), source.get().profile());
            Optional<ReleaseState> before = earlier.find(source.get(), reader);
            Optional<ReleaseState> now = later.find(source.get(), reader);
            if (before.isEmpty() || now.isEmpty()) {
                remarks.add("Moves of the source " + code + " could not be attributed: no version of the store "
                        + store.folder().location() + " holds the extracts of the "
                        + (before.isEmpty() ? now.isEmpty() ? "two releases" : "first release" : "second release")
                        + " and no others of its day; expected the store that both releases were made from.");
                continue;
            }
            int lastDayCovered = Math.toIntExact(earlier.lastDayCovered(code).toEpochDay());
            keep(source.get(), reader, reader.compare(before.get(), now.get(), lastDayCovered), earlier, later);
        }
    }

    private void keep(
            SourceReading source, StateReader reader, CauseCounts counts, ReleaseStates earlier, ReleaseStates later) {
        Coverage now = later.findCoverage(source.sourceCode()).orElseThrow();
        Coverage before = earlier.findCoverage(source.sourceCode()).orElseThrow();
        Coverage coverage = Coverage.of(now.start(), now.end().isAfter(before.end()) ? now.end() : before.end(), 0);
        Map<Cause, CellSums> sums = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.STORED) {
            sums.put(
                    cause,
                    new CellSums(new SourceFacts(
                            source.sourceCode(), source.profile(), reader.geography(), counts.cube(cause), coverage)));
        }
        countsBySource.put(source.sourceCode(), counts);
        sumsBySource.put(source.sourceCode(), sums);
    }

    private static Set<String> movedSources(ReleaseDifference difference) {
        SortedSet<String> codes = new TreeSet<>();
        difference.cells().stream()
                .filter(cell -> cell.kind() == CellDifference.Kind.MOVED)
                .forEach(cell -> codes.add(cell.cell().series().sourceCode()));
        return codes;
    }
}
