package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigil.release.DailyCountsTable;
import org.vigil.report.chart.CalendarHeatMap;
import org.vigil.report.chart.EventMarker;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.PeriodType;

/** Every day of the last year as a calendar. Days stand in restricted releases only. */
final class CalendarPart {
    private static final int WEEKS = 53;

    private final SourceContents contents;
    private final SourceFigures figures;
    private final Measure measure;

    CalendarPart(SourceContents contents) {
        this.contents = contents;
        this.figures = contents.figures();
        this.measure = contents.measure();
    }

    /** The figure; empty where the release has no days. */
    Optional<Figure> figure(Numbering numbering) {
        NavigableMap<LocalDate, Long> counts = counts();
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = counts.firstKey();
        LocalDate to = counts.lastKey();
        List<EventMarker> events = MarkedEvents.ranked(
                        MarkedEvents.inWindow(contents.input(), figures, PeriodType.ISO_WEEK, from, to), from, to)
                .stream()
                .map(event -> new EventMarker(event.start(), event.name(), DateText.shortDay(event.start())))
                .toList();
        List<CalendarHeatMap.Day> days = new ArrayList<>();
        counts.forEach((day, count) -> days.add(new CalendarHeatMap.Day(day, OptionalLong.of(count))));
        String title = measure.capitalised() + " by day, " + measure.dateText() + ", " + figures.place() + ", "
                + DateText.month(from) + " to " + DateText.month(to);
        Map.Entry<LocalDate, Long> highest = counts.entrySet().stream()
                .max(Map.Entry.<LocalDate, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
                .orElseThrow();
        String id = "figure-calendar";
        return Optional.of(new Figure(
                id,
                numbering.nextFigure(),
                "The highest day was " + DateText.shortDay(highest.getKey()) + ", with "
                        + NumberText.count(highest.getValue()),
                title,
                "A calendar with one square a day, darker where more was recorded. The highest is "
                        + DateText.day(highest.getKey()) + ", with " + NumberText.count(highest.getValue())
                        + ". All values are in the table.",
                new CalendarHeatMap(
                        Measure.capital(measure.singular()) + "s a day",
                        days,
                        events,
                        contents.facts().provisionalFrom().filter(day -> !day.isAfter(to))),
                "Source: " + contents.facts().publisher()
                        + ". Outlines mark reference events; no mark is a claim of cause.",
                table(title, counts),
                "attached file " + id + ".csv"));
    }

    private ReportTable table(String title, Map<LocalDate, Long> counts) {
        List<List<TableCell>> rows = new ArrayList<>();
        counts.forEach((day, count) -> rows.add(ReportTable.row(
                DateText.shortDay(day), NumberText.count(count), figures.isNearlyComplete(day) ? "" : "[p]")));
        return new ReportTable(
                title,
                List.of(
                        TableColumn.text("Day"),
                        TableColumn.number(Measure.capital(measure.singular()) + "s"),
                        TableColumn.text("Remark")),
                rows,
                List.of());
    }

    /**
     * Every day of the last year; a day without a row is one on which nothing was recorded. Of the whole area the days of all areas are added up, which must give the weeks that
     * are published; nothing where it does not.
     */
    private NavigableMap<LocalDate, Long> counts() {
        TreeMap<LocalDate, Long> counts = new TreeMap<>();
        if (!contents.facts().isDaily()) {
            return counts;
        }
        Rows rows = new Rows(contents.input()
                .rows(
                        DailyCountsTable.TABLE,
                        List.of(
                                DailyCountsTable.AREA_CODE,
                                DailyCountsTable.PERIOD_DATE,
                                DailyCountsTable.INCIDENT_COUNT),
                        Map.of(
                                DailyCountsTable.SOURCE_CODE,
                                        Set.of(contents.facts().code()),
                                DailyCountsTable.DATE_BASIS,
                                        Set.of(contents.facts().dateBasis()),
                                DailyCountsTable.RECORD_CLASS, Set.of(figures.recordClass()),
                                DailyCountsTable.COMMUNITY_CODE,
                                        Set.of(figures.headline().code()),
                                DailyCountsTable.DATE_PRECISION, Set.of("day"))));
        if (rows.size() == 0) {
            return counts;
        }
        LocalDate to = contents.facts().coverageEnd();
        LocalDate monday = to.minusDays(to.getDayOfWeek().getValue() - 1L).minusWeeks(WEEKS - 1);
        LocalDate from = monday.isBefore(contents.facts().coverageStart())
                ? contents.facts().coverageStart()
                : monday;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            counts.put(day, 0L);
        }
        Set<String> others = otherLevels();
        for (int row = 0; row < rows.size(); row++) {
            long count = rows.number(DailyCountsTable.INCIDENT_COUNT, row).orElse(0);
            if (!others.contains(rows.text(DailyCountsTable.AREA_CODE, row))) {
                counts.computeIfPresent(
                        rows.date(DailyCountsTable.PERIOD_DATE, row).orElseThrow(), (day, sum) -> sum + count);
            }
        }
        return areTheWeeks(counts) ? counts : new TreeMap<>();
    }

    /** Areas of other kinds than the one that the report shows: the same incidents are counted in each kind. */
    private Set<String> otherLevels() {
        String level = AreaPart.level(figures).orElse("");
        return figures.areas().stream()
                .filter(area ->
                        AreaPart.LEVELS.contains(area.kind()) && !area.kind().equals(level))
                .map(Area::code)
                .collect(Collectors.toSet());
    }

    private boolean areTheWeeks(NavigableMap<LocalDate, Long> counts) {
        return figures
                .series(figures.headline().code(), PeriodType.ISO_WEEK)
                .subMap(counts.firstKey(), true, counts.lastKey(), true)
                .values()
                .stream()
                .filter(week -> !week.isPartial()
                        && week.count().isPresent()
                        && !week.period().end().isAfter(counts.lastKey()))
                .allMatch(week -> week.count().getAsLong()
                        == counts
                                .subMap(
                                        week.period().start(),
                                        true,
                                        week.period().end(),
                                        true)
                                .values()
                                .stream()
                                .mapToLong(Long::longValue)
                                .sum());
    }
}
