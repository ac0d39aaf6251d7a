package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reference events that a source was studied for, with what was found in its whole area. */
final class StudiedEvents {
    private static final int FIRST_DAYS = 28;
    private static final int FIRST_MONTHS = 2;

    private final Map<String, ReferenceEvent> catalogue;
    private final List<EventStudy> studies;
    private final SourceFigures figures;

    private StudiedEvents(Map<String, ReferenceEvent> catalogue, List<EventStudy> studies, SourceFigures figures) {
        this.catalogue = catalogue;
        this.studies = studies;
        this.figures = figures;
    }

    /**
     * Arranges the windows of one area by event.
     *
     * @param catalogue all reference events by identifier
     * @param effects windows in the area, in the order of the release
     */
    static StudiedEvents of(Map<String, ReferenceEvent> catalogue, List<WindowEffect> effects, SourceFigures figures) {
        Map<String, List<WindowEffect>> byEvent = new LinkedHashMap<>();
        for (WindowEffect effect : effects) {
            byEvent.computeIfAbsent(effect.eventId(), id -> new ArrayList<>()).add(effect);
        }
        List<EventStudy> studies = new ArrayList<>();
        byEvent.forEach((id, windows) ->
                Optional.ofNullable(catalogue.get(id)).ifPresent(event -> studies.add(new EventStudy(event, windows))));
        studies.sort((one, other) -> ReferenceEvent.IN_TIME.compare(one.event(), other.event()));
        return new StudiedEvents(catalogue, List.copyOf(studies), figures);
    }

    /** All events, the oldest first. */
    List<EventStudy> all() {
        return studies;
    }

    /** Events whose first day of response lies after a day, the newest first. */
    List<EventStudy> newestSince(LocalDate day) {
        List<EventStudy> newest = new ArrayList<>(studies);
        newest.removeIf(study -> !study.event().responseFrom().isAfter(day));
        Collections.reverse(newest);
        return newest;
    }

    /**
     * Events of the catalogue that reached the source, whose first day of response lies after a day, and that it has no row on because too little
     * has been recorded since; the newest first. None is later than another day, that of the release.
     *
     * <p>These come after the newest event that it has an estimate of, or so shortly before its last day that their first window is not over.
     */
    List<ReferenceEvent> tooRecentSince(LocalDate day, LocalDate asOf) {
        Set<String> known = studies.stream().map(study -> study.event().id()).collect(Collectors.toSet());
        Optional<LocalDate> newest = studies.stream()
                .filter(study -> study.spokenOf().isPresent())
                .map(study -> study.event().responseFrom())
                .max(Comparator.naturalOrder());
        return catalogue.values().stream()
                .filter(event -> !known.contains(event.id())
                        && event.responseFrom().isAfter(day)
                        && !event.start().isAfter(asOf)
                        && event.reaches(figures.facts().geographyCode()))
                .filter(event -> !isFirstWindowOver(event)
                        || newest.filter(event.responseFrom()::isAfter).isPresent())
                .sorted(ReferenceEvent.IN_TIME.reversed())
                .toList();
    }

    /** Whether the source reaches to the end of the window that reports speak of first. */
    boolean isFirstWindowOver(ReferenceEvent event) {
        LocalDate from = event.responseFrom();
        LocalDate next = figures.facts().isDaily()
                ? from.plusDays(FIRST_DAYS)
                : from.withDayOfMonth(1).plusMonths(FIRST_MONTHS);
        return !next.minusDays(1).isAfter(figures.facts().coverageEnd());
    }

    /** What is said of an event whose first window is not over. */
    String tooRecentText() {
        return "Too recent: the first "
                + (figures.facts().isDaily() ? FIRST_DAYS + " days" : FIRST_MONTHS + " calendar months")
                + " are not complete";
    }

    /** Codes of the communities in the order of the report, the total first. */
    List<String> communityOrder() {
        List<String> codes = new ArrayList<>(List.of(Community.ALL));
        figures.communities().forEach(community -> codes.add(community.code()));
        return codes;
    }

    /** Name of a community. */
    String label(String communityCode) {
        return communityCode.equals(Community.ALL)
                ? "All communities"
                : figures.findCommunity(communityCode).map(Community::label).orElse(communityCode.replace('-', ' '));
    }

    /** Names of the other events of an estimate. */
    List<String> othersOf(WindowEffect effect) {
        return effect.inseparable().stream()
                .filter(id -> !id.equals(effect.eventId()))
                .map(id -> Optional.ofNullable(catalogue.get(id))
                        .map(ReferenceEvent::name)
                        .orElse(id))
                .toList();
    }
}
