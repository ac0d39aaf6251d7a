package org.vigil.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vigil.incident.CodeLists;

/**
 * A date at which a series changes for reasons of measurement.
 *
 * @param id stable word with hyphens
 * @param appliesTo codes of sources, or scopes that sources declare ({@code met}, {@code england-wales})
 * @param start first day of the change
 * @param end last day, where it passed
 * @param name what changed
 * @param effect what it does to the figures
 * @param isBreak whether figures before and after are not comparable, so that no baseline may straddle the date;
 *     otherwise the date is a measurement event, to be marked
 * @param communities codes of the communities whose figures it changes; all if empty
 * @param source source, or {@value ReferenceEvent#NOT_CHECKED}
 */
public record SeriesBreak(
        String id,
        List<String> appliesTo,
        LocalDate start,
        Optional<LocalDate> end,
        String name,
        String effect,
        boolean isBreak,
        List<String> communities,
        String source) {
    /** Copies the lists; refuses dates out of order, blank texts, a break that applies to nothing, and one of some communities only. */
    public SeriesBreak {
        appliesTo = List.copyOf(appliesTo);
        communities = List.copyOf(communities);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("found id '" + id + "'; expected lower-case words with hyphens");
        }
        if (name.isBlank() || effect.isBlank() || source.isBlank() || appliesTo.isEmpty()) {
            throw new IllegalArgumentException(
                    "found a blank text or no applies-to; expected name, effect, source (or '"
                            + ReferenceEvent.NOT_CHECKED + "') and at least one source or scope");
        }
        if (isBreak && !communities.isEmpty()) {
            throw new IllegalArgumentException(
                    "found communities of a break; expected none, because a break is one of the whole series");
        }
        for (String code : communities) {
            if (CodeLists.communities().find(code).isEmpty()) {
                throw new IllegalArgumentException(
                        "found the community '" + code + "'; expected codes of target communities");
            }
        }
        if (end.isPresent() && end.get().isBefore(start)) {
            throw new IllegalArgumentException(
                    "found start " + start + " and end " + end.get() + "; expected the end not before the start");
        }
    }
}
