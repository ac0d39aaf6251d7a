package org.vigil.sample;

import java.time.LocalDate;
import java.util.List;
import org.vigil.incident.RecordClass;

/**
 * What the invented publisher knows of an incident at one time; becomes one row of the canonical layout.
 *
 * @param recordClass crime, non-crime incident or terrorism-related
 * @param occurred day on which it happened
 * @param recorded day on which it was entered
 * @param areaLabel the area as written
 * @param areaCode the area it is
 * @param communities codes of target communities
 * @param strands codes of strands
 * @param offenceGroup code
 * @param locationType code
 * @param context codes separated by semicolons, possibly none
 * @param reportingSource code
 * @param outcome code
 * @param withdrawn {@code yes} or {@code no}
 */
record RecordState(
        RecordClass recordClass,
        LocalDate occurred,
        LocalDate recorded,
        String areaLabel,
        String areaCode,
        List<String> communities,
        List<String> strands,
        String offenceGroup,
        String locationType,
        String context,
        String reportingSource,
        String outcome,
        String withdrawn) {

    static final String YES = "yes";
    static final String NO = "no";

    RecordState {
        communities = List.copyOf(communities);
        strands = List.copyOf(strands);
    }

    boolean isWithdrawn() {
        return withdrawn.equals(YES);
    }

    RecordState withOccurred(LocalDate date) {
        return new RecordState(
                recordClass,
                date,
                recorded,
                areaLabel,
                areaCode,
                communities,
                strands,
                offenceGroup,
                locationType,
                context,
                reportingSource,
                outcome,
                withdrawn);
    }

    RecordState withArea(String label, String code) {
        return new RecordState(
                recordClass,
                occurred,
                recorded,
                label,
                code,
                communities,
                strands,
                offenceGroup,
                locationType,
                context,
                reportingSource,
                outcome,
                withdrawn);
    }

    RecordState withCommunity(String community, List<String> itsStrands) {
        return new RecordState(
                recordClass,
                occurred,
                recorded,
                areaLabel,
                areaCode,
                List.of(community),
                itsStrands,
                offenceGroup,
                locationType,
                context,
                reportingSource,
                outcome,
                withdrawn);
    }

    RecordState withOutcome(String code) {
        return new RecordState(
                recordClass,
                occurred,
                recorded,
                areaLabel,
                areaCode,
                communities,
                strands,
                offenceGroup,
                locationType,
                context,
                reportingSource,
                code,
                withdrawn);
    }

    RecordState asWithdrawn() {
        return new RecordState(
                recordClass,
                occurred,
                recorded,
                areaLabel,
                areaCode,
                communities,
                strands,
                offenceGroup,
                locationType,
                context,
                reportingSource,
                outcome,
                YES);
    }

    /** The fields of the row in the order of {@link CanonicalColumn}. */
    List<String> fields(String id) {
        return List.of(
                id,
                recordClass.code(),
                occurred.toString(),
                recorded.toString(),
                areaLabel,
                String.join(";", communities),
                String.join(";", strands),
                offenceGroup,
                locationType,
                context,
                reportingSource,
                outcome,
                withdrawn);
    }
}
