package org.vigil.incident;

import java.util.List;
import org.vigil.release.Table;

/** Incidents as a plain table, for whoever leaves with them: one row each, no marks of vanished ones. */
public final class IncidentsTable {
    public static final Table TABLE = new Table(
            "incidents",
            "Every incident that holds, with the publisher's own words beside each code",
            "One row for each incident and source",
            List.of(
                    "Restricted: single incidents. The key is a keyed hash in hexadecimal, not the publisher's id.",
                    "A set is its codes with a semicolon between, in the order of their list.",
                    "The extract, row and part are those of the record that states the incident last.",
                    "Incidents that their publisher withdrew are in it and are marked; they count nowhere."),
            CanonicalIncident.columns());

    private IncidentsTable() {}
}
