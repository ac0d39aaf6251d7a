package org.vigil.incident;

/** Incidents by row, in codes: what counting needs to see, wherever the rows come from. */
public interface IncidentRows {
    /** High half of the incident key; 0 where rows have none. */
    long keyHigh(int row);

    /** Low half of the incident key; 0 where rows have none. */
    long keyLow(int row);

    /** See {@link IncidentDate}. */
    int occurred(int row);

    /** See {@link IncidentDate}. */
    int recorded(int row);

    /** Index of the area in its geography. */
    int area(int row);

    /** Ordinal of the {@link RecordClass}. */
    int recordClass(int row);

    int reportingSource(int row);

    int outcome(int row);

    /** Bits of {@link Strand} ordinals. */
    int strands(int row);

    /** Whether the publisher took it back; then it counts nowhere. */
    boolean isWithdrawn(int row);

    /** Indexes of the target communities; shared, not to be changed. */
    int[] communities(int row);

    /** Indexes of the contexts; shared, not to be changed. */
    int[] contexts(int row);

    /** Indexes of the offence groups; shared, not to be changed. */
    int[] offenceGroups(int row);

    /** Indexes of the location types; shared, not to be changed. */
    int[] locationTypes(int row);

    /** 1, or more where the source publishes counts. */
    int incidentCount(int row);
}
