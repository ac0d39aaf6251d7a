package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigil.release.CellStatus;
import org.vigil.release.EventCurvesTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.report.chart.EventCurveChart;
import org.vigil.report.text.NumberText;

/** Weekly curves around the events of a source in its whole area, by calendar week where counts were changed to protect people; monthly ones where it knows only months. */
final class EventCurves {
    private static final Set<String> DRAWN_GRAINS = Set.of("week", EventCurvesTable.ISO_WEEK, EventCurvesTable.MONTH);

    /**
     * A curve.
     *
     * @param unit word for the unit of time
     * @param units in order
     * @param starts first day of each unit
     * @param statuses shorthand of each unit as published
     */
    record Curve(String unit, List<EventCurveChart.Unit> units, List<LocalDate> starts, List<String> statuses) {
        private static final String CALENDAR_WEEK = "calendar week";

        private static Curve of(String grain) {
            return new Curve(
                    grain.equals(EventCurvesTable.ISO_WEEK) ? CALENDAR_WEEK : grain,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        boolean isByCalendarWeek() {
            return unit.equals(CALENDAR_WEEK);
        }

        /** Number of units whose count is hidden or too small to show. */
        long hidden() {
            return IntStream.range(0, units.size())
                    .filter(unit -> units.get(unit).recorded().isEmpty()
                            && !withoutNumber(unit).equals(CellStatus.NOT_AVAILABLE.shorthand()))
                    .count();
        }

        /** The number of a unit, or why there is none. */
        String recordedText(int unit) {
            OptionalLong recorded = units.get(unit).recorded();
            return recorded.isPresent() ? NumberText.count(recorded.getAsLong()) : withoutNumber(unit);
        }

        private String withoutNumber(int unit) {
            return Stream.of(CellStatus.CONFIDENTIAL, CellStatus.ROUNDS_TO_ZERO)
                    .map(CellStatus::shorthand)
                    .filter(statuses.get(unit)::contains)
                    .findFirst()
                    .orElse(CellStatus.NOT_AVAILABLE.shorthand());
        }
    }

    private final Map<String, Map<String, Curve>> byEvent = new HashMap<>();

    static EventCurves read(ReportInput input, SourceFigures figures) {
        Rows rows = new Rows(input.rows(
                EventCurvesTable.TABLE,
                EventCurvesTable.TABLE.columns(),
                Map.of(
                        EventEffectsTable.SOURCE_CODE,
                        Set.of(figures.facts().code()),
                        EventEffectsTable.AREA_CODE,
                        Set.of(figures.areaCode()),
                        EventCurvesTable.GRAIN,
                        DRAWN_GRAINS)));
        EventCurves curves = new EventCurves();
        for (int row = 0; row < rows.size(); row++) {
            String grain = rows.text(EventCurvesTable.GRAIN, row);
            Curve curve = curves.byEvent
                    .computeIfAbsent(rows.text(EventEffectsTable.EVENT_ID, row), id -> new HashMap<>())
                    .computeIfAbsent(rows.text(EventEffectsTable.COMMUNITY_CODE, row), code -> Curve.of(grain));
            curve.units().add(unit(rows, row));
            curve.starts().add(rows.date(EventCurvesTable.UNIT_START_DATE, row).orElseThrow());
            curve.statuses().add(rows.text(EventCurvesTable.STATUS, row));
        }
        return curves;
    }

    private static EventCurveChart.Unit unit(Rows rows, int row) {
        return new EventCurveChart.Unit(
                Math.toIntExact(rows.number(EventCurvesTable.UNIT_OFFSET, row).orElseThrow()),
                rows.number(EventCurvesTable.OBSERVED_COUNT, row),
                rows.decimal(EventCurvesTable.EXPECTED, row),
                rows.number(EventCurvesTable.EXPECTED_LOWER95, row),
                rows.number(EventCurvesTable.EXPECTED_UPPER95, row),
                rows.text(EventCurvesTable.STATUS, row).contains(CellStatus.PROVISIONAL.shorthand()));
    }

    /** Curves of an event by community, of those with a count at all; empty where the release has none. */
    Map<String, Curve> of(String eventId) {
        Map<String, Curve> curves = new HashMap<>(byEvent.getOrDefault(eventId, Map.of()));
        curves.values()
                .removeIf(curve -> curve.units().stream()
                        .allMatch(unit ->
                                unit.recorded().isEmpty() || unit.usual().isEmpty()));
        return curves;
    }
}
