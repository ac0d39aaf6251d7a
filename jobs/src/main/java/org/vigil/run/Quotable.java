package org.vigil.run;

import org.vigil.profile.IdentifyingColumn;
import org.vigil.validate.IdentifierGate;

/** Which words of a file may stand in a message: those that can be no value of a single record. */
final class Quotable {
    /** Records that have to share a word before it says nothing about any of them. */
    static final int LEAST_RECORDS = 10;

    private static final int LONGEST = 80;

    private Quotable() {}

    static boolean isLabel(String label, long records) {
        return records >= LEAST_RECORDS && isHarmless(label);
    }

    /** A name in a row that was found to be a header. */
    static boolean isColumnName(String name) {
        return !name.isBlank()
                && isHarmless(name)
                && IdentifyingColumn.find(name).isEmpty()
                && !name.matches(".*[0-9]{4}.*");
    }

    private static boolean isHarmless(String text) {
        return text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl)
                && IdentifierGate.findKind(text).isEmpty();
    }
}
