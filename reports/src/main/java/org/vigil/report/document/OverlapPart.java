package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.SourceOverlapsTable;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.NumberText;

/** Other sources of the same area: what each recorded by itself, and how much of it can be the same incident. Nothing is added up across sources. */
final class OverlapPart {
    private static final int MONTHS = 12;

    /** Record classes of the other source, the widest first. */
    private static final List<String> WIDEST_FIRST = List.of("both", "crime", "non-crime-incident");

    private final ReportInput input;
    private final SourceFigures figures;

    OverlapPart(ReportInput input, SourceFigures figures) {
        this.input = input;
        this.figures = figures;
    }

    /** Nothing where the release has no other source to compare with. */
    List<Block> blocks(Numbering numbering) {
        List<Points.Point> points = new ArrayList<>();
        List<Block> tables = new ArrayList<>();
        for (SourceFacts other : SourceFacts.readAll(input)) {
            List<Month> months = other.code().equals(figures.facts().code()) ? List.of() : months(other.code());
            if (!months.isEmpty()) {
                points.add(new Points.Point(name(other), passage(months)));
                tables.add(new NumberedTable(numbering.nextTable(), table(other, months)));
            }
        }
        if (points.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Points("Other sources of the same area", points));
        blocks.addAll(tables);
        return blocks;
    }

    /** A month in which both recorded something; shared and combined are empty where neither notes the other's numbers. */
    private record Month(
            LocalDate start,
            long own,
            long other,
            long possible,
            OptionalLong shared,
            OptionalLong combined,
            String status) {}

    private static String passage(List<Month> months) {
        Month last = months.get(months.size() - 1);
        String counted = "In the " + MONTHS + " months to " + DateText.month(last.start())
                + ", in months in which both recorded something, this source counts "
                + NumberText.count(sum(months, Month::own)) + " and the other "
                + NumberText.count(sum(months, Month::other)) + ". At most "
                + NumberText.count(sum(months, Month::possible))
                + " can be one incident that both recorded. ";
        String known = last.shared().isPresent()
                ? NumberText.count(sum(months, month -> month.shared().orElse(0)))
                        + " are known to be, by the number that one source notes of the other. "
                : "";
        return counted + known + "The two are never added together.";
    }

    private ReportTable table(SourceFacts other, List<Month> months) {
        boolean isKnown = months.get(months.size() - 1).shared().isPresent();
        List<TableColumn> columns = new ArrayList<>(List.of(
                TableColumn.text("Month"),
                TableColumn.number("This source"),
                TableColumn.number("The other"),
                TableColumn.number("At most the same")));
        List<String> notes = new ArrayList<>(
                List.of(
                        "At most the same: pairs of one incident each, of the same area and day, or month where a day is not known."));
        if (months.stream().anyMatch(month -> month.status().contains(CellStatus.PROVISIONAL.shorthand()))) {
            notes.add("[p] provisional for one of the two.");
        }
        if (isKnown) {
            columns.add(TableColumn.number("Known to be the same"));
            columns.add(TableColumn.number("Each incident once"));
            notes.add("Each incident once: a figure of its own. It belongs to the series of neither source.");
        }
        List<List<TableCell>> rows = new ArrayList<>();
        for (Month month : months) {
            List<String> cells = new ArrayList<>(List.of(
                    DateText.month(month.start()) + (month.status().isEmpty() ? "" : " " + month.status()),
                    NumberText.count(month.own()),
                    NumberText.count(month.other()),
                    NumberText.count(month.possible())));
            if (isKnown) {
                cells.add(NumberText.count(month.shared().orElse(0)));
                cells.add(NumberText.count(month.combined().orElse(0)));
            }
            rows.add(cells.stream().map(TableCell::of).toList());
        }
        return new ReportTable(
                name(figures.facts()) + " and " + name(other) + ": what each recorded, " + figures.place(),
                columns,
                rows,
                notes);
    }

    /** Two sources can bear one name. */
    private static String name(SourceFacts facts) {
        return facts.label() + " (" + facts.code() + ")";
    }

    private static long sum(List<Month> months, ToLongFunction<Month> of) {
        return months.stream().mapToLong(of).sum();
    }

    /** The months of the last year of the comparison, in order. */
    private List<Month> months(String other) {
        List<Month> months = new ArrayList<>();
        for (String otherClass : WIDEST_FIRST) {
            if (months.isEmpty()) {
                months.addAll(asFirst(other, otherClass));
                months.addAll(asSecond(other, otherClass));
            }
        }
        months.sort(Comparator.comparing(Month::start));
        if (months.isEmpty()) {
            return months;
        }
        LocalDate after = months.get(months.size() - 1).start().minusMonths(MONTHS);
        return months.stream().filter(month -> month.start().isAfter(after)).toList();
    }

    private List<Month> asFirst(String other, String otherClass) {
        return read(
                Map.of(
                        SourceOverlapsTable.SOURCE_CODE, Set.of(figures.facts().code()),
                        SourceOverlapsTable.OTHER_SOURCE_CODE, Set.of(other),
                        SourceOverlapsTable.RECORD_CLASS, Set.of(figures.recordClass()),
                        SourceOverlapsTable.OTHER_RECORD_CLASS, Set.of(otherClass)),
                SourceOverlapsTable.INCIDENT_COUNT,
                SourceOverlapsTable.OTHER_INCIDENT_COUNT);
    }

    private List<Month> asSecond(String other, String otherClass) {
        return read(
                Map.of(
                        SourceOverlapsTable.SOURCE_CODE, Set.of(other),
                        SourceOverlapsTable.OTHER_SOURCE_CODE,
                                Set.of(figures.facts().code()),
                        SourceOverlapsTable.RECORD_CLASS, Set.of(otherClass),
                        SourceOverlapsTable.OTHER_RECORD_CLASS, Set.of(figures.recordClass())),
                SourceOverlapsTable.OTHER_INCIDENT_COUNT,
                SourceOverlapsTable.INCIDENT_COUNT);
    }

    private List<Month> read(Map<Column, Set<String>> pair, Column own, Column other) {
        Map<Column, Set<String>> filter = new HashMap<>(pair);
        filter.put(SourceOverlapsTable.AREA_CODE, Set.of(figures.areaCode()));
        filter.put(SourceOverlapsTable.COMMUNITY_CODE, Set.of(figures.headline().code()));
        Rows rows = new Rows(input.rows(SourceOverlapsTable.TABLE, SourceOverlapsTable.TABLE.columns(), filter));
        List<Month> months = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            months.add(new Month(
                    rows.date(SourceOverlapsTable.MONTH_START_DATE, row).orElseThrow(),
                    rows.number(own, row).orElseThrow(),
                    rows.number(other, row).orElseThrow(),
                    rows.number(SourceOverlapsTable.POSSIBLE_DUPLICATE_COUNT, row)
                            .orElseThrow(),
                    rows.number(SourceOverlapsTable.SHARED_INCIDENT_COUNT, row),
                    rows.number(SourceOverlapsTable.COMBINED_INCIDENT_COUNT, row),
                    rows.text(SourceOverlapsTable.STATUS, row)));
        }
        return months;
    }
}
