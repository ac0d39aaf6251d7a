package org.vigil.geography;

import java.util.List;
import java.util.Optional;

/**
 * A shipped geography: which files it has and what is published of it.
 *
 * @param code code of the geography
 * @param publishedKinds kinds of area with rows of their own in tables of counts
 * @param areaWeeks whether tables have rows by area and week
 * @param denominators what its rates may divide by
 */
record GeographyKind(String code, List<AreaKind> publishedKinds, AreaWeeks areaWeeks, Denominators denominators) {
    private static final List<GeographyKind> SHIPPED = List.of(
            new GeographyKind(
                    "london",
                    List.of(AreaKind.BOROUGH, AreaKind.NOT_A_BOROUGH),
                    AreaWeeks.PUBLISHED,
                    Denominators.RESIDENTS_AND_COMMUNITIES),
            new GeographyKind(
                    "nyc",
                    List.of(AreaKind.BOROUGH, AreaKind.PATROL_BOROUGH),
                    AreaWeeks.PUBLISHED,
                    Denominators.RESIDENTS),
            new GeographyKind("us-states", List.of(AreaKind.STATE), AreaWeeks.TOO_SPARSE, Denominators.NONE));

    GeographyKind {
        publishedKinds = List.copyOf(publishedKinds);
    }

    /** Whether tables have rows by area and week. */
    enum AreaWeeks {
        PUBLISHED,
        TOO_SPARSE
    }

    /** What rates may divide by. */
    enum Denominators {
        NONE,
        RESIDENTS,
        RESIDENTS_AND_COMMUNITIES
    }

    boolean publishesAreaWeeks() {
        return areaWeeks == AreaWeeks.PUBLISHED;
    }

    static Optional<GeographyKind> find(String code) {
        return SHIPPED.stream().filter(kind -> kind.code.equals(code)).findFirst();
    }

    static List<String> codes() {
        return SHIPPED.stream().map(GeographyKind::code).toList();
    }
}
