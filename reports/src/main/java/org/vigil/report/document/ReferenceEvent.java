package org.vigil.report.document;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigil.release.EventReach;
import org.vigil.release.ReferenceEventsTable;
import org.vigil.report.text.DateText;

/**
 * A row of the table {@code reference_events}.
 *
 * @param id identifier
 * @param name neutral name
 * @param start first day
 * @param end last day
 * @param responseFrom first day whose counts could respond
 * @param kind kind of event
 * @param scope code of how far it reached
 */
record ReferenceEvent(
        String id, String name, LocalDate start, LocalDate end, LocalDate responseFrom, String kind, String scope) {
    static final Comparator<ReferenceEvent> IN_TIME =
            Comparator.comparing(ReferenceEvent::responseFrom).thenComparing(ReferenceEvent::id);

    /** All events of a release by their identifier. */
    static Map<String, ReferenceEvent> readAll(ReportInput input) {
        List<org.vigil.release.Column> columns = List.of(
                ReferenceEventsTable.EVENT_ID,
                ReferenceEventsTable.EVENT_NAME,
                ReferenceEventsTable.START_DATE,
                ReferenceEventsTable.END_DATE,
                ReferenceEventsTable.RESPONSE_FROM_DATE,
                ReferenceEventsTable.EVENT_KIND,
                ReferenceEventsTable.SCOPE);
        Rows rows = new Rows(input.rows(ReferenceEventsTable.TABLE, columns, Map.of()));
        Map<String, ReferenceEvent> events = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            LocalDate start = rows.date(ReferenceEventsTable.START_DATE, row).orElseThrow();
            String id = rows.text(ReferenceEventsTable.EVENT_ID, row);
            events.put(
                    id,
                    new ReferenceEvent(
                            id,
                            rows.text(ReferenceEventsTable.EVENT_NAME, row),
                            start,
                            rows.date(ReferenceEventsTable.END_DATE, row).orElse(start),
                            rows.date(ReferenceEventsTable.RESPONSE_FROM_DATE, row)
                                    .orElse(start),
                            rows.text(ReferenceEventsTable.EVENT_KIND, row),
                            rows.text(ReferenceEventsTable.SCOPE, row)));
        }
        return events;
    }

    /** Whether it reached the country of a geography: the same events are studied for a source of it. */
    boolean reaches(String geographyCode) {
        return EventReach.reaches(scope, geographyCode);
    }

    /** When it was: a day, or the first and the last. */
    String dateText() {
        return Optional.of(end)
                .filter(last -> last.isAfter(start))
                .map(last -> DateText.day(start) + " to " + DateText.day(last))
                .orElse(DateText.day(start));
    }
}
