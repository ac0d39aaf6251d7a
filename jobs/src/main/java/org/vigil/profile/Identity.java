package org.vigil.profile;

import java.util.List;

/**
 * What makes two records the same incident.
 *
 * @param kind see {@link Kind}
 * @param columns the column of the publisher's id, or the columns of a natural key; empty for {@link Kind#NONE}
 */
public record Identity(Kind kind, List<String> columns) {

    public Identity {
        columns = List.copyOf(columns);
    }

    /** The four ways a publisher can identify a record. */
    public enum Kind {
        /** The publisher's own id: one row an incident. */
        SOURCE_ID,
        /** The publisher's own id, where several rows of one file are parts of one incident: sets unite, conflicts are findings. */
        SOURCE_ID_MERGED,
        /** The combination of area, category, period and measure names the record, as in published counts. */
        NATURAL_KEY,
        /** Nothing does: every row is its own incident, so a source has one extract only. */
        NONE
    }
}
