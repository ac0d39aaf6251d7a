package org.vigil.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigil.series.TimeSeries;

/**
 * Events of one series that cannot be told apart, as each lies in the unit of another or in the one beside it.
 *
 * @param events by first day of response, at least one
 */
record EventCluster(List<StudiedEvent> events) {
    static final Comparator<StudiedEvent> IN_TIME =
            Comparator.comparing(StudiedEvent::responseFrom).thenComparing(StudiedEvent::eventId);

    EventCluster {
        events = List.copyOf(events);
    }

    /** The clusters of some events, in the order of time. */
    static List<EventCluster> of(List<StudiedEvent> events, TimeSeries series) {
        List<EventCluster> clusters = new ArrayList<>();
        List<StudiedEvent> open = new ArrayList<>();
        for (StudiedEvent event : events.stream().sorted(IN_TIME).toList()) {
            if (!open.isEmpty() && !isBeside(open.get(open.size() - 1), event, series)) {
                clusters.add(new EventCluster(open));
                open.clear();
            }
            open.add(event);
        }
        if (!open.isEmpty()) {
            clusters.add(new EventCluster(open));
        }
        return clusters;
    }

    /** The cluster of one event among those listed for the community of the series; one that is not listed starts on its own day. */
    static EventCluster around(StudiedEvent event, List<EventCluster> listed, TimeSeries series) {
        List<StudiedEvent> members = new ArrayList<>();
        for (EventCluster cluster : listed) {
            if (cluster.events.contains(event)) {
                return cluster;
            }
            if (cluster.events.stream().anyMatch(other -> isBeside(event, other, series))) {
                members.addAll(cluster.events);
            }
        }
        members.add(0, event);
        return new EventCluster(members);
    }

    private static boolean isBeside(StudiedEvent one, StudiedEvent other, TimeSeries series) {
        return Math.abs(series.indexOf(one.responseFrom()) - series.indexOf(other.responseFrom())) <= 1;
    }

    /** First day of the estimate. */
    LocalDate start() {
        return events.get(0).responseFrom();
    }

    boolean isSeparable() {
        return events.size() == 1;
    }
}
