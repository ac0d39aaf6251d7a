package org.vigil.event;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.release.EventReach;

/**
 * What the study of a series must know of a reference event.
 *
 * @param eventId the event
 * @param responseFrom first day whose counts could respond
 * @param communities codes of the communities that the catalogue lists for it
 * @param grounded those of them for which it names a ground: the event was an attack on them, or a rise was reported
 * @param scope how far it reached
 * @param areas codes of the areas it happened in
 */
public record StudiedEvent(
        String eventId,
        LocalDate responseFrom,
        List<String> communities,
        List<String> grounded,
        EventScope scope,
        List<String> areas)
        implements Serializable {
    /** Copies the lists. */
    public StudiedEvent {
        communities = List.copyOf(communities);
        grounded = List.copyOf(grounded);
        areas = List.copyOf(areas);
    }

    public static StudiedEvent of(ReferenceEvent event) {
        return new StudiedEvent(
                event.eventId(),
                event.responseFrom(),
                event.testedCommunities().stream()
                        .map(TestedCommunity::communityCode)
                        .toList(),
                event.testedCommunities().stream()
                        .filter(tested -> tested.basis() != Basis.EXPLORATORY)
                        .map(TestedCommunity::communityCode)
                        .toList(),
                event.scope(),
                event.areas());
    }

    /** Whether the catalogue names a ground for the community itself, so that its tests are no exploration. */
    public boolean isTestedFor(String community) {
        return grounded.contains(community);
    }

    /**
     * Whether the catalogue lists the event for a community: by its own code or by that of a wider community, as an event for any race or faith is for all
     * of these. Every event is listed for the total.
     */
    public boolean isListedFor(String community) {
        return community.equals(Communities.ALL)
                || communities.stream()
                        .anyMatch(listed -> listed.equals(community)
                                || CodeLists.communities().isPartOf(community, listed));
    }

    /** Whether what followed is left out of what is usual later on, if it was raised: there is a ground for the community itself, or for any of the total. */
    public boolean isGroundedFor(String community) {
        return community.equals(Communities.ALL) ? !grounded.isEmpty() : isTestedFor(community);
    }

    /** Whether the event reached a country, by the code of one of its geographies; events abroad reach all that their catalogue is of. */
    public boolean reaches(String geographyCode) {
        return EventReach.reaches(scope.code(), geographyCode);
    }

    /**
     * Whether an area of a country that the event reached is studied. An event that reached no farther than a state concerns its areas and the whole;
     * inside a city, people of every borough hear of it.
     */
    public boolean concerns(String areaCode, boolean isWholeArea) {
        return scope != EventScope.US_STATE || isWholeArea || areas.contains(areaCode);
    }
}
