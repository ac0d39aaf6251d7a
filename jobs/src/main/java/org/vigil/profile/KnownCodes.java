package org.vigil.profile;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigil.geography.Area;
import org.vigil.geography.Geography;
import org.vigil.incident.Code;
import org.vigil.incident.CodeList;
import org.vigil.incident.CodeLists;
import org.vigil.incident.CommunityKind;
import org.vigil.incident.RecordClass;
import org.vigil.incident.Strand;
import org.vigil.incident.TargetCommunity;

/** The codes that a profile may write, each set in the order of its list. */
public final class KnownCodes {
    private KnownCodes() {}

    /** Codes of the list that a field is coded by; none for a field that is no code, or for the areas of an unknown geography. */
    public static Set<String> of(Field field, String geographyCode) {
        return switch (field) {
            case RECORD_CLASS -> set(Arrays.stream(RecordClass.values()).map(RecordClass::code));
            case STRANDS -> set(Arrays.stream(Strand.values()).map(Strand::code));
            case TARGET_COMMUNITIES ->
                set(CodeLists.communities().list().stream().map(TargetCommunity::code));
            case OFFENCE_GROUP -> codes(CodeLists.offenceGroups());
            case LOCATION_TYPE -> codes(CodeLists.locationTypes());
            case CONTEXT -> codes(CodeLists.contexts());
            case REPORTING_SOURCE -> codes(CodeLists.reportingSources());
            case OUTCOME -> codes(CodeLists.outcomes());
            case AREA ->
                geographies().contains(geographyCode)
                        ? set(Geography.load(geographyCode).areas().stream().map(Area::code))
                        : Set.of();
            case OCCURRED_DATE, RECORDED_DATE, WITHDRAWN, INCIDENT_COUNT -> Set.of();
        };
    }

    /** Communities of which a source that writes our own codes records every one: single communities and groups that are not monitored. */
    static Set<String> singleCommunities() {
        return set(CodeLists.communities().list().stream()
                .filter(community ->
                        community.kind() == CommunityKind.COMMUNITY || community.kind() == CommunityKind.NOT_MONITORED)
                .map(TargetCommunity::code));
    }

    /** Codes of the geographies. */
    static Set<String> geographies() {
        return set(Geography.codes().stream());
    }

    /** Codes of what one unit of a count can be. */
    static Set<String> countingUnits() {
        return codes(CodeLists.countingUnits());
    }

    /** Codes of what a target community can be assigned by. */
    static Set<String> targetBases() {
        return codes(CodeLists.targetBases());
    }

    /** The ways in which a label can say that nothing is known. */
    static List<String> missing() {
        return List.of(CodeLists.UNKNOWN, "unknown-motivation", CodeLists.NOT_STATED, CodeLists.NOT_APPLICABLE);
    }

    private static Set<String> codes(CodeList list) {
        return set(list.codes().stream().map(Code::code));
    }

    private static Set<String> set(Stream<String> codes) {
        Set<String> ordered = new LinkedHashSet<>();
        codes.forEach(ordered::add);
        return Collections.unmodifiableSet(ordered);
    }
}
