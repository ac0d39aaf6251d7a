package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.incident.RecordClass;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;

/** What somebody has noted who read every public release: numbers by cell and as-of date, 0 for {@code [low]}, nothing for what is hidden. */
final class PublicReading {
    /** A cell of the counts. */
    record Cell(String area, String community, String periodType, LocalDate start, LocalDate end, boolean isPartial) {}

    /** All categories of one characteristic of one community and period. */
    record Characteristic(String community, String dimension, String periodType, LocalDate start) {}

    /** A window after an event. */
    record Window(String area, String community, LocalDate from, LocalDate to) {}

    private final Map<Cell, SortedMap<LocalDate, Long>> counts = new LinkedHashMap<>();
    private final Map<Characteristic, SortedMap<LocalDate, Map<String, Long>>> characteristics = new LinkedHashMap<>();
    private final Map<Characteristic, Integer> categories = new HashMap<>();
    private final Map<Window, SortedMap<LocalDate, Long>> windows = new LinkedHashMap<>();

    Map<Cell, SortedMap<LocalDate, Long>> counts() {
        return counts;
    }

    Map<Characteristic, SortedMap<LocalDate, Map<String, Long>>> characteristics() {
        return characteristics;
    }

    /** How many categories a characteristic has, hidden ones among them. */
    int categories(Characteristic of) {
        return categories.getOrDefault(of, 0);
    }

    Map<Window, SortedMap<LocalDate, Long>> windows() {
        return windows;
    }

    /** Notes one more number. */
    void note(Cell cell, LocalDate asOf, long count) {
        counts.computeIfAbsent(cell, one -> new TreeMap<>()).put(asOf, count);
    }

    /** Reads a release. */
    void read(ProtectedRelease release) {
        LocalDate asOf = release.identity().asOfDate();
        readCounts(rows(release, CountsTable.TABLE), asOf);
        readBreakdowns(rows(release, BreakdownsTable.TABLE), asOf);
        readWindows(rows(release, EventEffectsTable.TABLE), asOf);
    }

    private static TableRows rows(ProtectedRelease release, Table wanted) {
        return release.tables().stream()
                .filter(table -> table.table().name().equals(wanted.name()))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static boolean isOfCrimes(TableRows rows, Column recordClass, int row) {
        return rows.column(recordClass).textAt(row).equals(RecordClass.CRIME.code());
    }

    private void readCounts(TableRows rows, LocalDate asOf) {
        for (int row = 0; row < rows.size(); row++) {
            if (!isOfCrimes(rows, CountsTable.RECORD_CLASS, row)) {
                continue;
            }
            boolean isZero =
                    rows.column(CountsTable.INCIDENT_COUNT_STATUS).display(row).contains("[low]");
            if (isZero || !rows.column(CountsTable.INCIDENT_COUNT).isEmpty(row)) {
                note(
                        new Cell(
                                rows.column(CountsTable.AREA_CODE).textAt(row),
                                rows.column(CountsTable.COMMUNITY_CODE).textAt(row),
                                rows.column(CountsTable.PERIOD_TYPE).textAt(row),
                                date(rows, CountsTable.PERIOD_START_DATE, row),
                                date(rows, CountsTable.PERIOD_END_DATE, row),
                                rows.column(CountsTable.IS_PARTIAL_PERIOD).booleanAt(row)),
                        asOf,
                        isZero ? 0 : rows.column(CountsTable.INCIDENT_COUNT).integerAt(row));
            }
        }
    }

    private void readBreakdowns(TableRows rows, LocalDate asOf) {
        for (int row = 0; row < rows.size(); row++) {
            if (!isOfCrimes(rows, BreakdownsTable.RECORD_CLASS, row)) {
                continue;
            }
            Characteristic of = new Characteristic(
                    rows.column(BreakdownsTable.COMMUNITY_CODE).textAt(row),
                    rows.column(BreakdownsTable.DIMENSION_CODE).textAt(row),
                    rows.column(BreakdownsTable.PERIOD_TYPE).textAt(row),
                    date(rows, BreakdownsTable.PERIOD_START_DATE, row));
            boolean isZero = rows.column(BreakdownsTable.INCIDENT_COUNT_STATUS)
                    .display(row)
                    .contains("[low]");
            SortedMap<LocalDate, Map<String, Long>> byDay = characteristics.computeIfAbsent(of, one -> new TreeMap<>());
            Map<String, Long> byCategory = byDay.computeIfAbsent(asOf, day -> new TreeMap<>());
            if (isZero || !rows.column(BreakdownsTable.INCIDENT_COUNT).isEmpty(row)) {
                byCategory.put(
                        rows.column(BreakdownsTable.CATEGORY_CODE).textAt(row),
                        isZero ? 0 : rows.column(BreakdownsTable.INCIDENT_COUNT).integerAt(row));
            }
            if (byDay.size() == 1) {
                categories.merge(of, 1, Integer::sum);
            }
        }
    }

    private void readWindows(TableRows rows, LocalDate asOf) {
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.column(EventEffectsTable.OBSERVED_COUNT).isEmpty(row)) {
                windows.computeIfAbsent(
                                new Window(
                                        rows.column(EventEffectsTable.AREA_CODE).textAt(row),
                                        rows.column(EventEffectsTable.COMMUNITY_CODE)
                                                .textAt(row),
                                        date(rows, EventEffectsTable.WINDOW_START_DATE, row),
                                        date(rows, EventEffectsTable.WINDOW_END_DATE, row)),
                                window -> new TreeMap<>())
                        .put(asOf, rows.column(EventEffectsTable.OBSERVED_COUNT).integerAt(row));
            }
        }
    }

    private static LocalDate date(TableRows rows, Column column, int row) {
        return LocalDate.ofEpochDay(rows.column(column).epochDayAt(row));
    }
}
