package org.vigil.report.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a source says of one reference event in its whole area.
 *
 * @param event the event
 * @param windows all its windows in the whole area, of every community
 */
record EventStudy(ReferenceEvent event, List<WindowEffect> windows) {
    EventStudy {
        windows = List.copyOf(windows);
    }

    /**
     * The window that the report speaks of: that of the headline where it is over for a community, otherwise the longest from the event on that is.
     * Empty where there is no estimate at all.
     */
    Optional<WindowEffect> spokenOf() {
        Comparator<WindowEffect> longest = Comparator.comparing(WindowEffect::isHeadline)
                .thenComparing(WindowEffect::isCumulative)
                .thenComparing(effect -> -effect.window().first())
                .thenComparing(effect -> effect.window().last());
        List<WindowEffect> known =
                windows.stream().filter(effect -> effect.count().hasEstimate()).toList();
        return known.stream()
                .filter(WindowEffect::isHeadline)
                .findFirst()
                .or(() -> known.stream()
                        .filter(effect -> effect.window().first() == 0)
                        .max(longest));
    }

    /** The effects of the window that is spoken of, in the order given: those tested, the total, then the exploratory. */
    List<WindowEffect> effects(List<String> communityCodes) {
        return spokenOf()
                .map(shown -> windows.stream()
                        .filter(effect -> effect.hasWindowOf(shown))
                        .sorted(Comparator.comparing((WindowEffect effect) -> !effect.isTested())
                                .thenComparing(effect -> !effect.communityCode().equals(Community.ALL))
                                .thenComparing(effect -> communityCodes.indexOf(effect.communityCode())))
                        .toList())
                .orElse(List.of());
    }

    /** Codes of the communities that the catalogue names a ground to test. */
    List<String> tested(List<String> communityCodes) {
        return windows.stream()
                .filter(WindowEffect::isTested)
                .map(WindowEffect::communityCode)
                .distinct()
                .sorted(Comparator.comparing(communityCodes::indexOf))
                .toList();
    }
}
