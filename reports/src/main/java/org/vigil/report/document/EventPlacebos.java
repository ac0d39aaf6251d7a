package org.vigil.report.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.EventPlacebosTable;
import org.vigil.report.chart.PlaceboHistogram;

/** Dates without an event beside the events of a source, in its whole area. */
final class EventPlacebos {
    private final Map<String, List<PlaceboHistogram.Step>> steps = new HashMap<>();

    static EventPlacebos read(ReportInput input, SourceFigures figures) {
        Rows rows = new Rows(input.rows(
                EventPlacebosTable.TABLE,
                EventPlacebosTable.TABLE.columns(),
                Map.of(
                        EventEffectsTable.SOURCE_CODE,
                        Set.of(figures.facts().code()),
                        EventEffectsTable.AREA_CODE,
                        Set.of(figures.areaCode()))));
        EventPlacebos placebos = new EventPlacebos();
        for (int row = 0; row < rows.size(); row++) {
            placebos.steps
                    .computeIfAbsent(
                            key(
                                    rows.text(EventEffectsTable.EVENT_ID, row),
                                    rows.text(EventEffectsTable.COMMUNITY_CODE, row)),
                            key -> new ArrayList<>())
                    .add(new PlaceboHistogram.Step(
                            Math.toIntExact(rows.number(EventPlacebosTable.DEVIATION_FROM, row)
                                    .orElseThrow()),
                            rows.number(EventPlacebosTable.DATE_COUNT, row).orElseThrow(),
                            rows.isTrue(EventPlacebosTable.IS_EVENT, row)));
        }
        return placebos;
    }

    private static String key(String eventId, String communityCode) {
        return eventId + "/" + communityCode;
    }

    /** Steps of an event and a community in order; none where there are too few dates. */
    List<PlaceboHistogram.Step> of(String eventId, String communityCode) {
        return steps.getOrDefault(key(eventId, communityCode), List.of());
    }
}
