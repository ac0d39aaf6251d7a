package org.vigil.release;

/** Sentences that open the marking of a release, and that a report says in notices of their own. */
public final class Marking {
    /** Of a release that is not restricted. */
    public static final String FOR_EVERYBODY = "For everybody.";

    /** Of one that is. */
    public static final String RESTRICTED = "Restricted, not for publication.";

    /** Of one all of whose sources were made by a program. */
    public static final String SYNTHETIC = "Synthetic records made by a program: they describe nobody.";

    private Marking() {}

    /** A marking without these sentences. */
    public static String withoutOpening(String marking) {
        String rest = marking;
        for (String opening : new String[] {FOR_EVERYBODY, RESTRICTED, SYNTHETIC}) {
            rest = rest.startsWith(opening) ? rest.substring(opening.length()).strip() : rest;
        }
        return rest;
    }
}
