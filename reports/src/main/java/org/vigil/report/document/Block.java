package org.vigil.report.document;

import java.util.stream.Stream;

/** A piece of a section. */
public sealed interface Block permits Columns, Facts, Figure, KeyFigures, NumberedTable, Paragraph, Points, Sentences {

    /** The piece itself or, of one that holds others, these in reading order. */
    default Stream<Block> parts() {
        return Stream.of(this);
    }
}
