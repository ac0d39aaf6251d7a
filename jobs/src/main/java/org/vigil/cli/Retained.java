package org.vigil.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes because it was kept long enough; counts only.
 *
 * @param releases restricted releases
 * @param runs runs whose record and log go
 */
record Retained(int releases, int runs) {
    static final Retained NOTHING = new Retained(0, 0);

    boolean isNothing() {
        return releases == 0 && runs == 0;
    }

    /** For example: 1 restricted release and the records of 2 runs. */
    String text() {
        List<String> parts = new ArrayList<>();
        if (releases > 0) {
            parts.add(releases + (releases == 1 ? " restricted release" : " restricted releases"));
        }
        if (runs > 0) {
            parts.add(runs == 1 ? "the record of 1 run" : "the records of " + runs + " runs");
        }
        return String.join(" and ", parts);
    }
}
