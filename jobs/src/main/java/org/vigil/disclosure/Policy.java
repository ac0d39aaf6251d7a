package org.vigil.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.VintageSchedule;
import org.vigil.release.Protection;
import org.vigil.suppression.PrimarySuppression;

/** By what a public release protects people. */
public enum Policy {
    /** Counts are changed by the cell key method, and published at grains and vintages that do not give them away. */
    CELL_KEY(
            "cell-key",
            "Counts are changed by up to " + PerturbationTable.STANDARD.largest()
                    + " so that nobody can tell who is in them; 1 and 2 never appear, and [low] stands for none or very few, 0 to "
                    + PerturbationTable.STANDARD.largest()
                    + "; in a sum, for each of its parts. Small series are published in longer periods only, and every figure on fixed dates only. Any number above 0 means that at least one"
                    + " incident was recorded."),
    /** Counts are exact, small ones hidden with those that would give them away. */
    SUPPRESS(
            "suppress",
            "Counts are exact as of the date on which they were published. Counts of 1 to "
                    + (PrimarySuppression.THRESHOLD - 1)
                    + " are hidden and read [c], with as many others as are needed so that nobody can compute"
                    + " them, also from earlier releases. A financial year is published "
                    + VintageSchedule.MONTHS.weeks(1) + " weeks after its end and again after "
                    + VintageSchedule.MONTHS.weeks(2) + " and " + VintageSchedule.MONTHS.weeks(3)
                    + " weeks; what would give somebody away then"
                    + " keeps its earlier count, which is not marked. There are no figures of weeks, alarms, events, nowcasts or further characteristics."),
    /** Everything is exact, because its publisher has published it already. */
    ALREADY_PUBLIC(
            "already-public",
            "Counts are exact: they are counted from records that their publisher has already made public, under the address and licence named.");

    private final String code;
    private final String explanation;

    Policy(String code, String explanation) {
        this.code = code;
        this.explanation = explanation;
    }

    /** How the manifest names it. */
    public Protection protection() {
        return Protection.of(code);
    }

    /** The word in configuration and manifest. */
    public String code() {
        return code;
    }

    /** What it does, for readers of the release. */
    public String explanation() {
        return explanation;
    }

    /** All policies by their codes. */
    public static Map<String, Policy> byCode() {
        Map<String, Policy> policies = new LinkedHashMap<>();
        for (Policy policy : values()) {
            policies.put(policy.code, policy);
        }
        return policies;
    }
}
