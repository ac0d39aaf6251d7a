package org.vigil.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One invented incident and everything the publisher ever says of it.
 *
 * @param id publisher's id
 * @param response the response that it is part of the excess of; empty for an incident that would have happened anyway
 * @param versions states in the order in which they became known, at least one
 */
record SyntheticIncident(String id, Optional<EventResponse> response, List<Version> versions) {

    SyntheticIncident {
        versions = List.copyOf(versions);
    }

    /** A state and the day on which it was entered. */
    record Version(LocalDate entered, RecordState state) {}

    /** Day on which the incident was first entered. */
    LocalDate recorded() {
        return versions.get(0).entered();
    }

    /** States entered from {@code first} on and before {@code end}. */
    List<RecordState> enteredBetween(LocalDate first, LocalDate end) {
        List<RecordState> states = new ArrayList<>();
        for (Version version : versions) {
            if (!version.entered().isBefore(first) && version.entered().isBefore(end)) {
                states.add(version.state());
            }
        }
        return states;
    }

    /** The newest state entered before {@code end}, empty if the incident was not known then. */
    Optional<RecordState> knownBefore(LocalDate end) {
        List<RecordState> states = enteredBetween(LocalDate.MIN, end);
        return states.isEmpty() ? Optional.empty() : Optional.of(states.get(states.size() - 1));
    }

    SyntheticIncident withId(String newId) {
        return new SyntheticIncident(newId, response, versions);
    }
}
