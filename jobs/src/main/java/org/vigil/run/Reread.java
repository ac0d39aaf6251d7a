package org.vigil.run;

import org.vigil.geography.Geography;
import org.vigil.incident.IncidentColumns;
import org.vigil.interpret.RetainedMeaning;
import org.vigil.layer.LayerCursor;
import org.vigil.profile.SourceProfile;

/** One stored row with the codes that its retained words have today; all else is as stored. Not safe for use by several threads. */
final class Reread {
    /** Holds one row, at place 0. */
    final IncidentColumns row = IncidentColumns.withReferences(1);

    private final RetainedMeaning meaning;

    Reread(SourceProfile profile, Geography geography) {
        this.meaning = new RetainedMeaning(profile, geography, row);
    }

    /**
     * Reads a row that did not vanish.
     *
     * @param cursor opened with words
     * @param from place of the row in its current batch
     * @return bits of the mapped columns whose words have no meaning; 0 if all have one
     */
    int read(LayerCursor cursor, int from) {
        IncidentColumns stored = cursor.columns();
        row.keyHigh[0] = stored.keyHigh[from];
        row.keyLow[0] = stored.keyLow[from];
        row.occurred[0] = stored.occurred[from];
        row.recorded[0] = stored.recorded[from];
        row.withdrawn[0] = stored.withdrawn[from];
        row.incidentCount[0] = stored.incidentCount[from];
        row.referenceHigh[0] = stored.hasReferences() ? stored.referenceHigh[from] : 0;
        row.referenceLow[0] = stored.hasReferences() ? stored.referenceLow[from] : 0;
        return meaning.read(cursor.wording(), from, 0);
    }
}
