package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.CellStatus;
import org.vigil.report.text.Period;
import org.vigil.report.text.PeriodType;

/**
 * Counts of the headline community in a year, by one further characteristic: the sum of four whole quarters or, where figures are hidden or changed, the financial year as it is
 * published, so that nothing is added up.
 *
 * @param period the 12 months
 * @param isProvisional whether a count in it may still change
 * @param categories those with a count, the largest first; categories that say nothing about the incident come last, and after them those without a number
 */
record Breakdown(Period period, boolean isProvisional, List<Category> categories) {
    static final String LOCATION = "location_type";
    static final String OFFENCE = "offence_group";
    static final String CONTEXT = "context";
    static final String REPORTING = "reporting_source";

    private static final int QUARTERS = 4;
    private static final int MONTHS_IN_A_QUARTER = 3;
    private static final Set<String> NOT_KNOWN = Set.of("not-stated", "unknown", "not-applicable", "other-or-unknown");

    /**
     * A category with its count.
     *
     * @param label its name
     * @param count incidents, at least 1; empty where no number is published
     * @param status shorthand that says why there is none
     * @param isKnown whether it says something about the incident
     */
    record Category(String label, OptionalLong count, String status, boolean isKnown) {
        private long order() {
            return count.orElse(-1);
        }
    }

    Breakdown {
        categories = List.copyOf(categories);
    }

    /** Categories with a number that say something about the incident, the largest first. */
    List<Category> known() {
        return categories.stream()
                .filter(category -> category.isKnown() && category.count().isPresent())
                .toList();
    }

    /** Categories of which no number is published. */
    List<Category> withoutNumber() {
        return categories.stream()
                .filter(category -> category.count().isEmpty())
                .toList();
    }

    /** All incidents counted, known or not; empty where some are hidden. */
    OptionalLong total() {
        return withoutNumber().isEmpty()
                ? OptionalLong.of(categories.stream()
                        .mapToLong(category -> category.count().orElseThrow())
                        .sum())
                : OptionalLong.empty();
    }

    /** What a release says, by dimension; a dimension without a whole year is left out. */
    static Map<String, Breakdown> read(ReportInput input, SourceFigures figures, CodeLabels codes) {
        PeriodType type = figures.areSomeHidden() ? PeriodType.FINANCIAL_YEAR : PeriodType.QUARTER;
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
                        BreakdownsTable.PERIOD_TYPE, Set.of(type.code()),
                        BreakdownsTable.DIMENSION_CODE, Set.of(LOCATION, OFFENCE, CONTEXT, REPORTING))));
        Map<String, List<Cell>> byDimension = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byDimension
                    .computeIfAbsent(rows.text(BreakdownsTable.DIMENSION_CODE, i), d -> new ArrayList<>())
                    .add(new Cell(
                            rows.text(BreakdownsTable.CATEGORY_CODE, i),
                            rows.date(BreakdownsTable.PERIOD_START_DATE, i).orElseThrow(),
                            rows.isTrue(BreakdownsTable.IS_PARTIAL_PERIOD, i),
                            rows.number(BreakdownsTable.INCIDENT_COUNT, i),
                            rows.text(BreakdownsTable.INCIDENT_COUNT_STATUS, i)));
        }
        Map<String, Breakdown> found = new TreeMap<>();
        byDimension.forEach((dimension, cells) -> (type == PeriodType.FINANCIAL_YEAR
                        ? published(cells, dimension, codes)
                        : lastYear(cells).map(from -> sum(cells, from, dimension, codes)))
                .ifPresent(breakdown -> found.put(dimension, breakdown)));
        return found;
    }

    private record Cell(String category, LocalDate start, boolean isPartial, OptionalLong count, String status) {
        boolean isProvisional() {
            return status.contains(CellStatus.PROVISIONAL.shorthand());
        }
    }

    /** The newest financial year with a number, as it is published. */
    private static Optional<Breakdown> published(List<Cell> cells, String dimension, CodeLabels codes) {
        return cells.stream()
                .filter(cell -> !cell.isPartial() && cell.count().isPresent())
                .map(Cell::start)
                .max(Comparator.naturalOrder())
                .map(from -> {
                    List<Cell> year = cells.stream()
                            .filter(cell -> cell.start().equals(from))
                            .toList();
                    return new Breakdown(
                            new Period(
                                    PeriodType.FINANCIAL_YEAR,
                                    from,
                                    from.plusYears(1).minusDays(1)),
                            year.stream().anyMatch(Cell::isProvisional),
                            ordered(year.stream()
                                    .map(cell -> category(
                                            cell.category(),
                                            cell.isPartial() ? OptionalLong.empty() : cell.count(),
                                            cell.status(),
                                            dimension,
                                            codes))
                                    .filter(category -> category.count().orElse(1) > 0)
                                    .toList()));
                });
    }

    /** First day of the newest four whole quarters in a row; final ones before provisional ones. */
    private static Optional<LocalDate> lastYear(List<Cell> cells) {
        Set<LocalDate> whole = new HashSet<>();
        cells.forEach(c -> whole.add(c.start()));
        cells.stream().filter(Cell::isPartial).forEach(c -> whole.remove(c.start()));
        Set<LocalDate> settled = new HashSet<>(whole);
        cells.stream().filter(Cell::isProvisional).forEach(c -> settled.remove(c.start()));
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
            if (!cell.start().isBefore(from) && !cell.start().isAfter(end)) {
                counts.merge(cell.category(), cell.count().orElse(0), Long::sum);
                isProvisional |= cell.isProvisional();
            }
        }
        return new Breakdown(
                new Period(PeriodType.ROLLING_12_MONTHS, from, end),
                isProvisional,
                ordered(counts.entrySet().stream()
                        .filter(e -> e.getValue() > 0)
                        .map(e -> category(e.getKey(), OptionalLong.of(e.getValue()), "", dimension, codes))
                        .toList()));
    }

    private static Category category(
            String code, OptionalLong count, String status, String dimension, CodeLabels codes) {
        return new Category(
                codes.label(dimension, code),
                count,
                status.isEmpty() && count.isEmpty() ? CellStatus.NOT_AVAILABLE.shorthand() : status,
                !NOT_KNOWN.contains(code));
    }

    private static List<Category> ordered(List<Category> categories) {
        return categories.stream()
                .sorted(Comparator.comparing((Category c) -> c.count().isEmpty())
                        .thenComparing(c -> !c.isKnown())
                        .thenComparing(Comparator.comparingLong(Category::order).reversed())
                        .thenComparing(Category::label))
                .toList();
    }
}
