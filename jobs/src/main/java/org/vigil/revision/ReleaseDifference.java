package org.vigil.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseReader;

/**
 * Two releases side by side, whatever lies between them.
 *
 * @param earlier manifest of the first release
 * @param later manifest of the second release
 * @param cells every cell of {@code counts} that differs, all kinds of period: those of the second release in key order, then those that only the
 *     first has
 * @param extractsAdded extracts that only the second release was made from, by checksum
 * @param extractsRemoved extracts that only the first release was made from
 */
public record ReleaseDifference(
        Manifest earlier,
        Manifest later,
        List<CellDifference> cells,
        List<Manifest.ExtractEntry> extractsAdded,
        List<Manifest.ExtractEntry> extractsRemoved) {
    public ReleaseDifference {
        cells = List.copyOf(cells);
        extractsAdded = List.copyOf(extractsAdded);
        extractsRemoved = List.copyOf(extractsRemoved);
    }

    /**
     * Compares two releases.
     *
     * @throws org.vigil.release.ReleaseException if the counts of one of them cannot be read
     */
    public static ReleaseDifference between(ReleaseReader earlier, ReleaseReader later) {
        return new ReleaseDifference(
                earlier.manifest(),
                later.manifest(),
                cells(PublishedCounts.of(earlier), PublishedCounts.of(later)),
                extractsOnlyIn(later.manifest(), earlier.manifest()),
                extractsOnlyIn(earlier.manifest(), later.manifest()));
    }

    /** Whether both were made with the same configuration. */
    public boolean hasSameConfiguration() {
        return earlier.configurationHash().equals(later.configurationHash());
    }

    /** Whether both were made by the same version of the program. */
    public boolean hasSameCode() {
        return earlier.codeVersion().equals(later.codeVersion());
    }

    /** The cells whose number moved most, largest first; of equal ones those that come first in key order. */
    public List<CellDifference> largestMoves(int most) {
        return cells.stream()
                .filter(cell -> cell.kind() == CellDifference.Kind.MOVED)
                .sorted(Comparator.comparingLong(cell -> -Math.abs(cell.change().orElseThrow())))
                .limit(most)
                .toList();
    }

    private static List<CellDifference> cells(PublishedCounts earlier, PublishedCounts later) {
        CellPairs pairs = CellPairs.of(earlier, later);
        List<CellDifference> cells = new ArrayList<>();
        for (int row = 0; row < later.size(); row++) {
            int before = pairs.earlierRowOf(row);
            difference(
                            later,
                            row,
                            before < 0 ? OptionalLong.empty() : number(earlier, before),
                            number(later, row),
                            before < 0 ? "" : earlier.status(before),
                            later.status(row))
                    .ifPresent(cells::add);
        }
        pairs.earlierRowsOnly()
                .mapToObj(row ->
                        difference(earlier, row, number(earlier, row), OptionalLong.empty(), earlier.status(row), ""))
                .flatMap(Optional::stream)
                .forEach(cells::add);
        return cells;
    }

    private static Optional<CellDifference> difference(
            PublishedCounts where,
            int row,
            OptionalLong before,
            OptionalLong now,
            String statusBefore,
            String statusNow) {
        if (before.equals(now) && statusBefore.equals(statusNow)) {
            return Optional.empty();
        }
        CellDifference.Kind kind = CellDifference.Kind.STATUS_CHANGED;
        if (!before.equals(now)) {
            kind = before.isEmpty()
                    ? CellDifference.Kind.APPEARED
                    : now.isEmpty() ? CellDifference.Kind.VANISHED : CellDifference.Kind.MOVED;
        }
        return Optional.of(new CellDifference(where.key(row), kind, before, now, statusBefore, statusNow));
    }

    private static OptionalLong number(PublishedCounts counts, int row) {
        long count = counts.count(row);
        return count == PublishedCounts.NO_NUMBER ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static List<Manifest.ExtractEntry> extractsOnlyIn(Manifest manifest, Manifest other) {
        Set<String> known =
                other.extracts().stream().map(Manifest.ExtractEntry::sha256).collect(Collectors.toSet());
        return manifest.extracts().stream()
                .filter(extract -> !known.contains(extract.sha256()))
                .toList();
    }
}
