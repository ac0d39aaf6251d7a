package org.vigil.release;

/** Which country a reference event reached, by the code of its scope: the same rule for what is studied and for what a report lists. */
public final class EventReach {
    private static final String LONDON = "london";

    private EventReach() {}

    /**
     * Whether an event reached the country of a geography; events abroad reach all that their catalogue is of.
     *
     * @param scope code of how far the event reached, column {@code event_scope}
     * @param geographyCode code of one of the geographies of the country
     */
    public static boolean reaches(String scope, String geographyCode) {
        boolean isUnitedKingdom = geographyCode.equals(LONDON);
        return switch (scope) {
            case "us-state", "us" -> !isUnitedKingdom;
            case "international" -> true;
            case "london", "england", "england-wales", "uk", "europe" -> isUnitedKingdom;
            default ->
                throw new IllegalArgumentException("Found the scope '" + scope + "'; expected one of the code list");
        };
    }
}
