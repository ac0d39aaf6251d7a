package org.vigil.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigil.release.CountsTable;
import org.vigil.release.ReleaseReader;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.RevisionsTable;
import org.vigil.release.SourcesTable;
import org.vigil.release.Table;
import org.vigil.release.VintagesTable;
import tech.tablesaw.api.Row;

/**
 * What a run needs to know of the release before. One that was made before there were revisions has no moves, and the chain starts with it.
 *
 * @param day as-of date, in days since 1970-01-01
 * @param counts what it published
 * @param covered the days that each source covered
 * @param revisions the moves that it lists, as their rows
 * @param vintages the chain up to it, oldest first
 * @param firstVintages since when each whole-area series was published, in days since 1970-01-01
 */
record EarlierRelease(
        int day,
        PublishedCounts counts,
        Map<String, CoveredDays> covered,
        Optional<tech.tablesaw.api.Table> revisions,
        List<Vintage> vintages,
        Map<PublishedSeries, Integer> firstVintages) {

    /**
     * Reads a release, after checking that the files read are those that were published.
     *
     * @throws org.vigil.release.ReleaseException if one cannot be read or has been changed
     */
    static EarlierRelease read(ReleaseReader release) {
        List.of(CountsTable.TABLE, SourcesTable.TABLE).forEach(release::requireIntact);
        int day = Math.toIntExact(release.manifest().asOfDate().toEpochDay());
        Map<String, CoveredDays> covered = new HashMap<>();
        for (Row row : release.table(
                SourcesTable.TABLE,
                List.of(SourcesTable.SOURCE_CODE, SourcesTable.COVERAGE_START_DATE, SourcesTable.COVERAGE_END_DATE))) {
            covered.put(
                    row.getString(SourcesTable.SOURCE_CODE.name()),
                    new CoveredDays(
                            epochDay(row.getDate(SourcesTable.COVERAGE_START_DATE.name())),
                            epochDay(row.getDate(SourcesTable.COVERAGE_END_DATE.name()))));
        }
        List<Vintage> vintages = new ArrayList<>();
        rows(release, VintagesTable.TABLE).ifPresent(rows -> rows.forEach(row -> vintages.add(Vintage.of(row))));
        if (vintages.isEmpty()) {
            covered.forEach((source, days) -> vintages.add(new Vintage(source, day, days, Optional.empty())));
        }
        return new EarlierRelease(
                day,
                PublishedCounts.of(release),
                covered,
                rows(release, RevisionsTable.TABLE),
                vintages,
                firstVintages(release));
    }

    /** Hands over the moves that it lists one by one, in key order: after years there are too many for one object each. */
    void forEachMove(Consumer<Move> consumer) {
        revisions.ifPresent(rows -> rows.forEach(row -> consumer.accept(Move.of(row))));
    }

    private static Map<PublishedSeries, Integer> firstVintages(ReleaseReader release) {
        Map<PublishedSeries, Integer> first = new HashMap<>();
        rows(release, RevisionSummaryTable.TABLE)
                .ifPresent(rows -> rows.forEach(row -> first.put(
                        PublishedSeries.of(row),
                        epochDay(row.getDate(RevisionSummaryTable.FIRST_VINTAGE_DATE.name())))));
        return first;
    }

    private static Optional<tech.tablesaw.api.Table> rows(ReleaseReader release, Table table) {
        if (!release.has(table)) {
            return Optional.empty();
        }
        release.requireIntact(table);
        return Optional.of(release.table(table));
    }

    private static int epochDay(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
