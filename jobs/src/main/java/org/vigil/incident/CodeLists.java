package org.vigil.incident;

import java.util.List;

/** The code lists that incidents are coded by, read once from the shipped files and checked on reading. */
public final class CodeLists {
    /** Code for: the publisher states that the value is not known. */
    public static final String UNKNOWN = "unknown";

    /** Code for: the publisher's field is empty. */
    public static final String NOT_STATED = "not-stated";

    /** Code for: the field has no meaning for this record. */
    public static final String NOT_APPLICABLE = "not-applicable";

    private static final Communities COMMUNITIES =
            Communities.of(ReferenceTable.read(CodeLists.class, "communities.csv", Communities.COLUMNS));
    private static final CodeList OFFENCE_GROUPS = read("offence-group", "offence-groups.csv");
    private static final CodeList LOCATION_TYPES = read("location-type", "location-types.csv");
    private static final CodeList CONTEXTS = read("context", "contexts.csv");
    private static final CodeList REPORTING_SOURCES = read("reporting-source", "reporting-sources.csv");
    private static final CodeList OUTCOMES = read("outcome", "outcomes.csv");
    private static final CodeList COUNTING_UNITS = read("counting-unit", "counting-units.csv");
    private static final CodeList TARGET_BASES = read("target-basis", "target-bases.csv");

    private CodeLists() {}

    private static CodeList read(String name, String file) {
        return CodeList.of(name, ReferenceTable.read(CodeLists.class, file, "code", "label", "definition"));
    }

    /** Returns the target communities. */
    public static Communities communities() {
        return COMMUNITIES;
    }

    /** Returns the groups of offences. */
    public static CodeList offenceGroups() {
        return OFFENCE_GROUPS;
    }

    /** Returns the kinds of place. */
    public static CodeList locationTypes() {
        return LOCATION_TYPES;
    }

    /** Returns the contexts; an incident may carry several or none. */
    public static CodeList contexts() {
        return CONTEXTS;
    }

    /** Returns the ways in which a record reaches its publisher. */
    public static CodeList reportingSources() {
        return REPORTING_SOURCES;
    }

    /** Returns the outcomes. */
    public static CodeList outcomes() {
        return OUTCOMES;
    }

    /** Returns what one unit of a source's count may be. */
    public static CodeList countingUnits() {
        return COUNTING_UNITS;
    }

    /** Returns by what a source may assign a target community. */
    public static CodeList targetBases() {
        return TARGET_BASES;
    }

    /** Returns every list but the communities, which have relations of their own. */
    public static List<CodeList> all() {
        return List.of(
                OFFENCE_GROUPS, LOCATION_TYPES, CONTEXTS, REPORTING_SOURCES, OUTCOMES, COUNTING_UNITS, TARGET_BASES);
    }
}
