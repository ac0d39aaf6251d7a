package org.vigil.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.vigil.release.AreasTable;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.ReleaseException;
import org.vigil.release.ReleaseReader;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.RevisionsTable;
import org.vigil.release.SourcesTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.release.VintagesTable;

/**
 * What a release says of the releases before it: which figures moved, and how much figures usually move.
 *
 * <p>Only the release before is read. It lists the moves of the whole chain before it; those since are added. What any release of the chain
 * published of a cell follows by undoing the moves that came later.
 */
public final class Revisions {
    private final PublishedCounts counts;
    private final Map<String, CoveredDays> covered;
    private final Set<String> wholeAreas;
    private final int day;
    private final Optional<EarlierRelease> before;
    private final Optional<VintageComparison> comparison;

    private Revisions(Map<Table, TableRows> tables, LocalDate asOf, Optional<EarlierRelease> before) {
        this.counts = PublishedCounts.of(rows(tables, CountsTable.TABLE));
        this.covered = covered(rows(tables, SourcesTable.TABLE));
        this.wholeAreas = wholeAreas(rows(tables, AreasTable.TABLE));
        this.day = Math.toIntExact(asOf.toEpochDay());
        this.before = before;
        this.comparison = before.map(b -> VintageComparison.of(b, counts, covered, day));
    }

    /**
     * The tables of a run with {@code revisions}, {@code revision_summary} and {@code vintages} filled, and {@code [r]} beside every count and rate of
     * {@code counts} that the release before published as another number for the same days. The tables given are not changed; of the other tables
     * the same rows are handed on.
     *
     * @param tables the tables of the run, each once; counts, sources and areas among them
     * @param asOf as-of date of the run
     * @param predecessor the release before, as {@link PredecessorRelease} finds it; none for the first of a chain
     * @throws ReleaseException if the release before cannot be read or has been changed
     */
    public static List<TableRows> apply(List<TableRows> tables, LocalDate asOf, Optional<ReleaseReader> predecessor) {
        Map<Table, TableRows> byTable = new LinkedHashMap<>();
        tables.forEach(rows -> byTable.put(rows.table(), rows));
        Revisions revisions = new Revisions(byTable, asOf, predecessor.map(Revisions::read));
        TableRows moves = revisions.moves();
        List<Vintage> vintages = revisions.vintages();
        byTable.replace(RevisionsTable.TABLE, moves);
        byTable.replace(VintagesTable.TABLE, revisions.rows(vintages));
        byTable.replace(RevisionSummaryTable.TABLE, revisions.summary(vintages));
        byTable.replace(CountsTable.TABLE, revisions.marked(rows(byTable, CountsTable.TABLE)));
        return List.copyOf(byTable.values());
    }

    private static EarlierRelease read(ReleaseReader predecessor) {
        try {
            return EarlierRelease.read(predecessor);
        } catch (ReleaseException e) {
            throw PredecessorRelease.unusable(predecessor.folder(), e);
        }
    }

    private TableRows moves() {
        TableRows rows = new TableRows(RevisionsTable.TABLE);
        before.ifPresent(b -> b.forEachMove(move -> move.addTo(rows)));
        comparison.ifPresent(c -> c.moves().forEach(move -> move.addTo(rows)));
        return rows;
    }

    private List<Vintage> vintages() {
        List<Vintage> vintages = new ArrayList<>();
        before.ifPresent(b -> vintages.addAll(b.vintages()));
        covered.forEach(
                (source, days) -> vintages.add(new Vintage(source, day, days, comparison.map(c -> c.step(source)))));
        return vintages;
    }

    private TableRows rows(List<Vintage> vintages) {
        TableRows rows = new TableRows(VintagesTable.TABLE);
        vintages.forEach(vintage -> vintage.addTo(rows));
        return rows;
    }

    private TableRows summary(List<Vintage> vintages) {
        Map<String, RevisionSummary> bySource = new HashMap<>();
        covered.keySet()
                .forEach(source -> bySource.put(
                        source,
                        new RevisionSummary(vintages.stream()
                                .filter(v -> v.sourceCode().equals(source))
                                .toList())));
        Map<PublishedSeries, Integer> firstVintages = new LinkedHashMap<>();
        Map<PublishedSeries, Map<LocalDate, ObservedCell>> cells = new HashMap<>();
        for (int row = 0; row < counts.size(); row++) {
            if (isSummarised(counts.areaCode(row), counts.periodType(row))
                    && counts.count(row) != PublishedCounts.NO_NUMBER) {
                CellKey key = counts.key(row);
                int anyRow = row;
                firstVintages.computeIfAbsent(key.series(), series -> firstVintage(series, anyRow));
                cells.computeIfAbsent(key.series(), series -> new LinkedHashMap<>())
                        .put(
                                key.periodStart(),
                                new ObservedCell(counts.periodStart(row), counts.periodEnd(row), counts.count(row)));
            }
        }
        before.ifPresent(b -> b.forEachMove(move -> remember(move, cells)));
        comparison.ifPresent(c -> c.moves().forEach(move -> remember(move, cells)));
        TableRows rows = new TableRows(RevisionSummaryTable.TABLE);
        firstVintages.forEach((series, first) -> Objects.requireNonNull(bySource.get(series.sourceCode()))
                .addTo(
                        rows,
                        series,
                        first,
                        List.copyOf(Objects.requireNonNull(cells.get(series)).values())));
        return rows;
    }

    private boolean isSummarised(String areaCode, String periodType) {
        return wholeAreas.contains(areaCode) && Move.isListed(periodType);
    }

    /** A release that did not list first vintages is the first of which anything is known. */
    private int firstVintage(PublishedSeries series, int row) {
        return before.filter(b -> comparison.orElseThrow().isSeriesKnownBefore(row))
                .map(b -> b.firstVintages().getOrDefault(series, b.day()))
                .orElse(day);
    }

    private void remember(Move move, Map<PublishedSeries, Map<LocalDate, ObservedCell>> cells) {
        PublishedSeries series = move.cell().series();
        if (isSummarised(series.areaCode(), series.periodType())) {
            ObservedCell cell =
                    cells.getOrDefault(series, Map.of()).get(move.cell().periodStart());
            if (cell != null) {
                cell.moves().add(move);
            }
        }
    }

    private TableRows marked(TableRows rows) {
        return comparison
                .map(c -> marked(
                        marked(rows, CountsTable.INCIDENT_COUNT_STATUS, c.movedCounts()),
                        CountsTable.RATE_STATUS,
                        c.movedRates()))
                .orElse(rows);
    }

    private static TableRows marked(TableRows rows, Column column, BitSet moved) {
        if (moved.isEmpty()) {
            return rows;
        }
        TableRows.Cells statuses = rows.column(column);
        return rows.withTexts(column, row -> {
            String text = statuses.isEmpty(row) ? "" : statuses.textAt(row);
            if (!moved.get(row)) {
                return text;
            }
            Set<CellStatus> withRevised = CellStatus.in(text);
            withRevised.add(CellStatus.REVISED);
            return CellStatus.text(withRevised);
        });
    }

    private static Map<String, CoveredDays> covered(TableRows sources) {
        Map<String, CoveredDays> covered = new LinkedHashMap<>();
        for (int row = 0; row < sources.size(); row++) {
            covered.put(
                    sources.column(SourcesTable.SOURCE_CODE).textAt(row),
                    new CoveredDays(
                            sources.column(SourcesTable.COVERAGE_START_DATE).epochDayAt(row),
                            sources.column(SourcesTable.COVERAGE_END_DATE).epochDayAt(row)));
        }
        return covered;
    }

    private static Set<String> wholeAreas(TableRows areas) {
        Set<String> codes = new HashSet<>();
        for (int row = 0; row < areas.size(); row++) {
            if (areas.column(AreasTable.AREA_KIND).textAt(row).equals(AreasTable.WHOLE_AREA)) {
                codes.add(areas.column(AreasTable.AREA_CODE).textAt(row));
            }
        }
        return codes;
    }

    private static TableRows rows(Map<Table, TableRows> tables, Table table) {
        TableRows rows = tables.get(table);
        if (rows == null) {
            throw new IllegalArgumentException("Table " + table.name() + " is not among the tables of the run");
        }
        return rows;
    }
}
