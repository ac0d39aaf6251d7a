package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vigil.cube.CountCube;
import org.vigil.event.SeriesBreak;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.DateBasis;
import org.vigil.incident.RecordClass;
import org.vigil.profile.SourceProfile;

/**
 * Everything the tables need to know of one source.
 *
 * @param sourceCode code of the source in this release
 * @param profile its declared reading
 * @param geography its areas
 * @param cube its counts
 * @param coverage the days it covers
 */
public record SourceFacts(
        String sourceCode, SourceProfile profile, Geography geography, CountCube cube, Coverage coverage) {

    public boolean isSeriesRecorded() {
        return profile.series().dateBasis().equals(DateBasis.RECORDED.code());
    }

    public String seriesBasis() {
        return profile.series().dateBasis();
    }

    String otherBasis() {
        return (isSeriesRecorded() ? DateBasis.OCCURRED : DateBasis.RECORDED).code();
    }

    /** Record classes that hold at least one incident, then crime and non-crime together where both do. */
    public List<RecordClasses> recordClasses() {
        List<RecordClasses> present = new ArrayList<>();
        for (RecordClass recordClass : RecordClass.values()) {
            if (holdsAny(recordClass.ordinal())) {
                present.add(new RecordClasses(recordClass.code(), new int[] {recordClass.ordinal()}));
            }
        }
        int crime = RecordClass.CRIME.ordinal();
        int nonCrime = RecordClass.NON_CRIME_INCIDENT.ordinal();
        if (holdsAny(crime) && holdsAny(nonCrime)) {
            present.add(new RecordClasses(RecordClasses.BOTH, new int[] {crime, nonCrime}));
        }
        return present;
    }

    /** Indexes of the communities that the source covers, and of any other it names, in the order of the code list. */
    public List<Integer> communities() {
        Communities list = CodeLists.communities();
        Set<Integer> covered = new TreeSet<>();
        for (int c = 0; c < list.size(); c++) {
            if (profile.coveredCommunities().contains(list.get(c).code()) || isNamed(c)) {
                covered.add(c);
            }
        }
        return List.copyOf(covered);
    }

    /** Whether the publisher recorded the community during the whole period; the total it always did. */
    public boolean isTakenUp(int community, Period period) {
        if (community == cube.all()) {
            return true;
        }
        LocalDate from =
                profile.coveredFrom().get(CodeLists.communities().get(community).code());
        return from == null || !period.start().isBefore(from);
    }

    /** Those of the breaks and measurement events that concern the source: by its own code, its profile's, or a scope that its profile declares. */
    public List<SeriesBreak> breaksAmong(List<SeriesBreak> breaks) {
        Set<String> concerned = new HashSet<>(profile.breakScopes());
        concerned.add(profile.code());
        concerned.add(sourceCode);
        return breaks.stream()
                .filter(one -> one.appliesTo().stream().anyMatch(concerned::contains))
                .toList();
    }

    private boolean holdsAny(int recordClass) {
        for (int area = 0; area < geography.size(); area++) {
            if (!cube.isEmpty(recordClass, area, cube.all())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(int community) {
        for (int recordClass = 0; recordClass < CountCube.RECORD_CLASSES; recordClass++) {
            for (int area = 0; area < geography.size(); area++) {
                if (!cube.isEmpty(recordClass, area, community)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A published record class and the indexes it adds up. */
    public record RecordClasses(String code, int[] members) {
        public static final String BOTH = "both";
    }
}
