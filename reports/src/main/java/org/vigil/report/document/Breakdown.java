package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigil.release.BreakdownsTable;
import org.vigil.report.text.Period;
import org.vigil.report.text.PeriodType;

/**
 * Counts of the headline community over four whole quarters, by one further characteristic.
 *
 * @param period the 12 months that the quarters make up
 * @param isProvisional whether a count in it may still change
 * @param categories those with a count, the largest first; categories that say nothing about the incident come last
 */
record Breakdown(Period period, boolean isProvisional, List<Category> categories) {
    static final String LOCATION = "location_type";
    static final String OFFENCE = "offence_group";

    private static final int QUARTERS = 4;
    private static final int MONTHS_IN_A_QUARTER = 3;
    private static final Set<String> NOT_KNOWN = Set.of("not-stated", "unknown", "not-applicable", "other-or-unknown");

    /**
     * A category with its count.
     *
     * @param label its name
     * @param count incidents, at least 1
     * @param isKnown whether it says something about the incident
     */
    record Category(String label, long count, boolean isKnown) {}

    Breakdown {
        categories = List.copyOf(categories);
    }

    /** Categories that say something about the incident, the largest first. */
    List<Category> known() {
        return categories.stream().filter(Category::isKnown).toList();
    }

    /** All incidents counted, known or not. */
    long total() {
        return categories.stream().mapToLong(Category::count).sum();
    }

    /** What a release says, by dimension; a dimension without four whole quarters in a row is left out. */
    static Map<String, Breakdown> read(ReportInput input, SourceFigures figures, CodeLabels codes) {
        Rows rows = new Rows(input.rows(
                BreakdownsTable.TABLE,
                List.of(
                        BreakdownsTable.DIMENSION_CODE,
                        BreakdownsTable.CATEGORY_CODE,
                        BreakdownsTable.PERIOD_START_DATE,
                        BreakdownsTable.IS_PARTIAL_PERIOD,
                        BreakdownsTable.INCIDENT_COUNT,
                        BreakdownsTable.INCIDENT_COUNT_STATUS),
                Map.of(
                        BreakdownsTable.SOURCE_CODE, Set.of(figures.facts().code()),
                        BreakdownsTable.DATE_BASIS, Set.of(figures.facts().dateBasis()),
                        BreakdownsTable.RECORD_CLASS, Set.of(figures.recordClass()),
                        BreakdownsTable.COMMUNITY_CODE,
                                Set.of(figures.headline().code()),
                        BreakdownsTable.PERIOD_TYPE, Set.of(PeriodType.QUARTER.code()),
                        BreakdownsTable.DIMENSION_CODE, Set.of(LOCATION, OFFENCE))));
        Map<String, List<Cell>> byDimension = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byDimension
                    .computeIfAbsent(rows.text(BreakdownsTable.DIMENSION_CODE, i), d -> new ArrayList<>())
                    .add(new Cell(
                            rows.text(BreakdownsTable.CATEGORY_CODE, i),
                            rows.date(BreakdownsTable.PERIOD_START_DATE, i).orElseThrow(),
                            rows.isTrue(BreakdownsTable.IS_PARTIAL_PERIOD, i),
                            rows.text(BreakdownsTable.INCIDENT_COUNT_STATUS, i).contains("[p]"),
                            rows.number(BreakdownsTable.INCIDENT_COUNT, i).orElse(0)));
        }
        Map<String, Breakdown> found = new TreeMap<>();
        byDimension.forEach((dimension, cells) ->
                lastYear(cells).ifPresent(from -> found.put(dimension, sum(cells, from, dimension, codes))));
        return found;
    }

    private record Cell(String category, LocalDate quarter, boolean isPartial, boolean isProvisional, long count) {}

    /** First day of the newest four whole quarters in a row; final ones before provisional ones. */
    private static Optional<LocalDate> lastYear(List<Cell> cells) {
        Set<LocalDate> whole = new HashSet<>();
        cells.forEach(c -> whole.add(c.quarter()));
        cells.stream().filter(Cell::isPartial).forEach(c -> whole.remove(c.quarter()));
        Set<LocalDate> settled = new HashSet<>(whole);
        cells.stream().filter(Cell::isProvisional).forEach(c -> settled.remove(c.quarter()));
        return newestOfFour(settled).or(() -> newestOfFour(whole));
    }

    private static Optional<LocalDate> newestOfFour(Set<LocalDate> quarters) {
        return quarters.stream()
                .filter(q -> quarters.contains(q.plusMonths(MONTHS_IN_A_QUARTER))
                        && quarters.contains(q.plusMonths(2L * MONTHS_IN_A_QUARTER))
                        && quarters.contains(q.plusMonths(3L * MONTHS_IN_A_QUARTER)))
                .max(Comparator.naturalOrder());
    }

    private static Breakdown sum(List<Cell> cells, LocalDate from, String dimension, CodeLabels codes) {
        LocalDate end = from.plusMonths((long) QUARTERS * MONTHS_IN_A_QUARTER).minusDays(1);
        Map<String, Long> counts = new TreeMap<>();
        boolean isProvisional = false;
        for (Cell cell : cells) {
            if (!cell.quarter().isBefore(from) && !cell.quarter().isAfter(end)) {
                counts.merge(cell.category(), cell.count(), Long::sum);
                isProvisional |= cell.isProvisional();
            }
        }
        List<Category> categories = counts.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e ->
                        new Category(codes.label(dimension, e.getKey()), e.getValue(), !NOT_KNOWN.contains(e.getKey())))
                .sorted(Comparator.comparing((Category c) -> !c.isKnown())
                        .thenComparing(Comparator.comparingLong(Category::count).reversed())
                        .thenComparing(Category::label))
                .toList();
        return new Breakdown(new Period(PeriodType.ROLLING_12_MONTHS, from, end), isProvisional, categories);
    }
}
