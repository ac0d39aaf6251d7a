package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.vigil.release.EventCommunitiesTable;
import org.vigil.release.ReferenceEventsTable;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.PeriodType;

/**
 * Chooses the reference events that are named above a series.
 *
 * <p>Candidates start inside the time shown and are tested for a community of the source. A basis of direct attack goes before a reported rise,
 * a reported rise before an exploratory one; within a basis the event goes first in whose period a tested community stood highest above its own
 * median. Inclusion is not a claim of cause, and the note beneath the figure states the rule.
 */
final class MarkedEvents {
    private static final double SMALLEST_DISTANCE_SHARE = 0.02;

    /**
     * An event with the communities it is tested for.
     *
     * @param name neutral name
     * @param start first day
     * @param responseFrom first day whose counts could respond
     * @param basis strongest basis: 3 directly attacked, 2 rise reported, 1 exploratory
     * @param communities labels of the tested communities that the source has
     * @param prominence largest ratio of a tested community's count in the period to its median
     */
    record Event(
            String name,
            LocalDate start,
            LocalDate responseFrom,
            int basis,
            List<String> communities,
            double prominence) {}

    private MarkedEvents() {}

    /** All candidates in order of date. */
    static List<Event> inWindow(
            ReportInput input, SourceFigures figures, PeriodType type, LocalDate from, LocalDate to) {
        Map<String, Map<String, Integer>> tested = tested(input);
        Rows rows = new Rows(input.rows(ReferenceEventsTable.TABLE, ReferenceEventsTable.TABLE.columns(), Map.of()));
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            LocalDate start = rows.date(ReferenceEventsTable.START_DATE, i).orElseThrow();
            LocalDate response =
                    rows.date(ReferenceEventsTable.RESPONSE_FROM_DATE, i).orElse(start);
            Map<String, Integer> bases = tested.getOrDefault(rows.text(ReferenceEventsTable.EVENT_ID, i), Map.of());
            List<String> labels = new ArrayList<>();
            int strongest = 0;
            double prominence = 0;
            for (Map.Entry<String, Integer> basis : bases.entrySet()) {
                NavigableMap<LocalDate, PeriodCount> series = figures.series(basis.getKey(), type);
                if (!series.isEmpty()) {
                    labels.add(figures.findCommunity(basis.getKey())
                            .map(Community::label)
                            .orElse("All communities"));
                    strongest = Math.max(strongest, basis.getValue());
                    prominence = Math.max(prominence, prominence(series, response, from, to));
                }
            }
            if (strongest > 0 && !start.isBefore(from) && !start.isAfter(to)) {
                labels.sort(Comparator.naturalOrder());
                events.add(new Event(
                        rows.text(ReferenceEventsTable.EVENT_NAME, i), start, response, strongest, labels, prominence));
            }
        }
        events.sort(Comparator.comparing(Event::start).thenComparing(Event::name));
        return events;
    }

    /** The candidates, the most relevant first, without those close to a more relevant one. */
    static List<Event> ranked(List<Event> candidates, LocalDate from, LocalDate to) {
        double distance = SMALLEST_DISTANCE_SHARE * (to.toEpochDay() - from.toEpochDay());
        List<Event> chosen = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingInt(Event::basis)
                        .thenComparingDouble(Event::prominence)
                        .reversed()
                        .thenComparing(Event::start)
                        .thenComparing(Event::name))
                .forEach(event -> {
                    boolean isApart = chosen.stream()
                            .allMatch(c -> Math.abs(c.start().toEpochDay()
                                            - event.start().toEpochDay())
                                    >= distance);
                    if (isApart) {
                        chosen.add(event);
                    }
                });
        return chosen;
    }

    private static double prominence(
            NavigableMap<LocalDate, PeriodCount> series, LocalDate response, LocalDate from, LocalDate to) {
        Map.Entry<LocalDate, PeriodCount> period = series.floorEntry(response);
        if (period == null || period.getValue().period().end().isBefore(response)) {
            return 0;
        }
        long[] window = series.subMap(from, true, to, true).values().stream()
                .mapToLong(p -> p.count().orElse(0))
                .sorted()
                .toArray();
        double median = window.length == 0 ? 0 : window[window.length / 2];
        return period.getValue().count().orElse(0) / Math.max(1, median);
    }

    private static Map<String, Map<String, Integer>> tested(ReportInput input) {
        Rows rows = new Rows(input.rows(EventCommunitiesTable.TABLE, EventCommunitiesTable.TABLE.columns(), Map.of()));
        Map<String, Map<String, Integer>> tested = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            tested.computeIfAbsent(rows.text(EventCommunitiesTable.EVENT_ID, i), e -> new HashMap<>())
                    .put(
                            rows.text(EventCommunitiesTable.COMMUNITY_CODE, i),
                            rank(rows.text(EventCommunitiesTable.BASIS, i)));
        }
        return tested;
    }

    private static int rank(String basis) {
        return switch (basis) {
            case "directly-attacked" -> 3;
            case "rise-reported" -> 2;
            default -> 1;
        };
    }
}
