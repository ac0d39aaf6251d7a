package org.vigil.report.document;

import java.util.List;

/**
 * What a reader must know before any number, in a few lines: terms with what is to be known of each, set close.
 *
 * @param facts terms in order
 */
public record Facts(List<Points.Point> facts) implements Block {
    public Facts {
        facts = List.copyOf(facts);
    }
}
