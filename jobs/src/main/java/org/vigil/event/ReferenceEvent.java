package org.vigil.event;

import java.time.LocalDate;
import java.util.List;

/**
 * A dated event outside the statistics; to be listed is no claim of cause.
 *
 * @param eventId stable word: the start date, a hyphen, and words of the name
 * @param name neutral name
 * @param startDate first day, local date
 * @param endDate last day
 * @param responseFrom first day whose counts could respond; the day after for evening events and results of votes
 * @param kind what kind of event it was
 * @param scope how far it reached
 * @param areas codes of the areas it happened in, empty where it had no single area or was abroad
 * @param source source of the dates, or {@value #NOT_CHECKED}
 * @param note remark, possibly empty
 * @param testedCommunities communities it is tested for, each once; all others are exploratory
 */
public record ReferenceEvent(
        String eventId,
        String name,
        LocalDate startDate,
        LocalDate endDate,
        LocalDate responseFrom,
        EventKind kind,
        EventScope scope,
        List<String> areas,
        String source,
        String note,
        List<TestedCommunity> testedCommunities) {
    /** What stands in place of a source that has not been compared. */
    public static final String NOT_CHECKED = "not checked";

    /** Copies the lists; refuses dates out of order, an identifier of another form, and a community named twice. */
    public ReferenceEvent {
        areas = List.copyOf(areas);
        testedCommunities = List.copyOf(testedCommunities);
        if (!eventId.matches(startDate + "(-[a-z0-9]+)+")) {
            throw new IllegalArgumentException("found event-id '" + eventId + "'; expected '" + startDate
                    + "-' and lower-case words with hyphens");
        }
        if (name.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("found a blank name or source; expected both, or '" + NOT_CHECKED + "'");
        }
        if (endDate.isBefore(startDate) || responseFrom.isBefore(startDate)) {
            throw new IllegalArgumentException("found start " + startDate + ", end " + endDate + ", response-from "
                    + responseFrom + "; expected neither before the start");
        }
        long distinct = testedCommunities.stream()
                .map(TestedCommunity::communityCode)
                .distinct()
                .count();
        if (testedCommunities.isEmpty() || distinct != testedCommunities.size()) {
            throw new IllegalArgumentException("found " + testedCommunities.size() + " communities, " + distinct
                    + " of them distinct; expected at least one, each once");
        }
    }
}
