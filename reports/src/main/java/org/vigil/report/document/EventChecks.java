package org.vigil.report.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.EventChecksTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.report.text.EventText;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.Measure;

/** What supports or weakens the effects of the events of a source in its whole area, as sentences. */
final class EventChecks {
    private final StudiedEvents events;
    private final String areas;
    private final Map<String, List<Points.Point>> points = new HashMap<>();

    private EventChecks(StudiedEvents events, String areas) {
        this.events = events;
        this.areas = areas;
    }

    /**
     * Reads the checks of a source.
     *
     * @param areas plural word for its areas
     */
    static EventChecks read(ReportInput input, SourceFigures figures, StudiedEvents events, String areas) {
        Rows rows = new Rows(input.rows(
                EventChecksTable.TABLE,
                EventChecksTable.TABLE.columns(),
                Map.of(
                        EventEffectsTable.SOURCE_CODE,
                        Set.of(figures.facts().code()),
                        EventEffectsTable.AREA_CODE,
                        Set.of(figures.areaCode()))));
        EventChecks checks = new EventChecks(events, areas);
        for (int row = 0; row < rows.size(); row++) {
            checks.points.put(
                    key(rows.text(EventEffectsTable.EVENT_ID, row), rows.text(EventEffectsTable.COMMUNITY_CODE, row)),
                    checks.points(rows, row));
        }
        return checks;
    }

    private static String key(String eventId, String communityCode) {
        return eventId + "/" + communityCode;
    }

    /** Points on an event and a community; none where the release has none. */
    List<Points.Point> of(String eventId, String communityCode) {
        return points.getOrDefault(key(eventId, communityCode), List.of());
    }

    private List<Points.Point> points(Rows rows, int row) {
        List<Points.Point> found = new ArrayList<>();
        OptionalDouble before = rows.decimal(EventChecksTable.PRE_TREND_RATIO, row);
        OptionalDouble beforeP = rows.decimal(EventChecksTable.PRE_TREND_P, row);
        if (before.isPresent() && beforeP.isPresent()) {
            found.add(new Points.Point(
                    "Before the event", EventText.preTrend(before.getAsDouble(), beforeP.getAsDouble())));
        }
        OptionalDouble halfLife = rows.decimal(EventChecksTable.HALF_LIFE, row);
        OptionalDouble shortest = rows.decimal(EventChecksTable.HALF_LIFE_LOWER95, row);
        OptionalDouble longest = rows.decimal(EventChecksTable.HALF_LIFE_UPPER95, row);
        if (halfLife.isPresent() && shortest.isPresent() && longest.isPresent()) {
            found.add(new Points.Point(
                    "Decay",
                    EventText.halfLife(halfLife.getAsDouble(), shortest.getAsDouble(), longest.getAsDouble())));
        }
        comparison(rows, row).ifPresent(text -> found.add(new Points.Point("Comparison", text)));
        JudgedCount pooled = ratio(
                rows,
                row,
                EventChecksTable.POOLED_RATIO,
                EventChecksTable.POOLED_RATIO_LOWER95,
                EventChecksTable.POOLED_RATIO_UPPER95);
        if (pooled.ratio().isPresent()) {
            found.add(new Points.Point(
                    Measure.capital(areas),
                    EventText.pooled(
                            areas,
                            pooled,
                            rows.number(EventChecksTable.POOLED_AREA_COUNT, row).orElseThrow(),
                            rows.decimal(EventChecksTable.I_SQUARED, row))));
        }
        return found;
    }

    private Optional<String> comparison(Rows rows, int row) {
        String community = rows.text(EventChecksTable.COMPARISON_COMMUNITY, row);
        if (community.isEmpty()) {
            return Optional.empty();
        }
        JudgedCount compared = ratio(
                rows,
                row,
                EventChecksTable.COMPARED_RATIO,
                EventChecksTable.COMPARED_RATIO_LOWER95,
                EventChecksTable.COMPARED_RATIO_UPPER95);
        if (compared.ratio().isPresent()) {
            return Optional.of(EventText.comparison(events.label(community), compared));
        }
        OptionalDouble p = rows.decimal(EventChecksTable.COMPARISON_P, row);
        return p.isPresent()
                ? Optional.of(EventText.noComparison(events.label(community), p.getAsDouble()))
                : Optional.empty();
    }

    private static JudgedCount ratio(Rows rows, int row, Column ratio, Column lower, Column upper) {
        return new JudgedCount(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                rows.decimal(ratio, row),
                rows.decimal(lower, row),
                rows.decimal(upper, row),
                Optional.empty(),
                "",
                CellStatus.NOT_APPLICABLE.shorthand());
    }
}
