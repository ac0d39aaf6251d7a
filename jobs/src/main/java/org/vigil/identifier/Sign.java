package org.vigil.identifier;

/**
 * What one value looks like.
 *
 * @param kind the identifier that it would be
 * @param certainty whether it can be anything else
 */
record Sign(IdentifierKind kind, Certainty certainty) {

    /** How far a value speaks for itself. */
    enum Certainty {
        /** The form leaves no doubt: one such value is one too many. */
        CERTAIN,
        /** Other things look like this: a share of the column's values has to. */
        POSSIBLE
    }

    static Sign certain(IdentifierKind kind) {
        return new Sign(kind, Certainty.CERTAIN);
    }

    static Sign possible(IdentifierKind kind) {
        return new Sign(kind, Certainty.POSSIBLE);
    }

    boolean isCertain() {
        return certainty == Certainty.CERTAIN;
    }
}
