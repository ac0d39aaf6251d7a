package org.vigil.tabulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigil.geography.Area;
import org.vigil.geography.AreaKind;
import org.vigil.geography.Geography;
import org.vigil.profile.SourceProfile;

/**
 * One published area of a source.
 *
 * @param area the area
 * @param members indexes of the areas whose incidents it counts
 * @param populated codes of the areas whose residents it divides by, none where no rate is published
 * @param populatedMembers indexes of the areas whose incidents the rate counts
 * @param isWhole whether it is everything in the file
 * @param isCovered whether the source covers it
 */
public record Places(
        Area area, int[] members, List<String> populated, int[] populatedMembers, boolean isWhole, boolean isCovered) {

    /** The whole area, then every published area in the order of the geography. */
    public static List<Places> of(Geography geography, SourceProfile profile) {
        List<Places> places = new ArrayList<>();
        int whole = geography.indexOf(geography.wholeAreaCode()).orElseThrow();
        int[] all = IntStream.range(0, geography.size()).toArray();
        int[] boroughs = IntStream.range(0, geography.size())
                .filter(i -> isWidest(geography, i) && isRated(geography, profile, i))
                .toArray();
        places.add(new Places(
                geography.get(whole),
                all,
                IntStream.of(boroughs).mapToObj(i -> geography.get(i).code()).toList(),
                IntStream.range(0, geography.size())
                        .filter(i -> IntStream.of(geography.ancestors(i)).anyMatch(a -> contains(boroughs, a)))
                        .toArray(),
                true,
                true));
        for (int i = 0; i < geography.size(); i++) {
            int index = i;
            Area area = geography.get(i);
            if (geography.publishedKinds().contains(area.kind())) {
                int[] members = IntStream.range(0, geography.size())
                        .filter(m -> contains(geography.ancestors(m), index))
                        .toArray();
                boolean isRated = isRated(geography, profile, i);
                places.add(new Places(
                        area,
                        members,
                        isRated ? List.of(area.code()) : List.of(),
                        isRated ? members : new int[0],
                        false,
                        !profile.notCoveredAreas().contains(area.code())));
            }
        }
        return places;
    }

    private static boolean isRated(Geography geography, SourceProfile profile, int index) {
        Area area = geography.get(index);
        return area.isRatePublished()
                && geography.populations().hasPopulation(area.code())
                && !profile.notCoveredAreas().contains(area.code());
    }

    /** Boroughs, not the smaller areas inside them, so that nobody is counted twice. */
    private static boolean isWidest(Geography geography, int index) {
        return geography.get(index).kind() == AreaKind.BOROUGH;
    }

    private static boolean contains(int[] values, int value) {
        return IntStream.of(values).anyMatch(v -> v == value);
    }
}
