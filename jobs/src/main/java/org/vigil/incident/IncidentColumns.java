package org.vigil.incident;

/**
 * A few thousand canonical incidents, column by column: the shape in which they travel between stages.
 *
 * <p>Arrays are as long as the capacity; the stage that fills them says how many places count. Coded columns hold indexes of the code lists, set
 * columns ids of the {@link CodeSets} beside them. {@link #UNMAPPED} stands where the source's word has no meaning in the profile.
 */
public final class IncidentColumns implements IncidentRows {
    /** The source says something that the profile does not know. */
    public static final int UNMAPPED = -1;

    private static final long[] NO_REFERENCES = {};

    public final long[] keyHigh;
    public final long[] keyLow;
    /** Record of the extract, from 0. */
    public final int[] rowNumber;
    /** Record within the row in a wide file; otherwise 0. */
    public final int[] partNumber;
    /** See {@link IncidentDate}. */
    public final int[] occurred;

    public final int[] recorded;
    public final int[] recordClass;
    public final int[] area;
    public final int[] communitySet;
    /** Bits of {@link Strand} ordinals. */
    public final int[] strands;

    public final int[] offenceGroupSet;
    public final int[] locationTypeSet;
    public final int[] contextSet;
    public final int[] reportingSource;
    public final int[] outcome;
    public final boolean[] withdrawn;
    public final int[] incidentCount;
    /** Key of the same incident in another source, high half; both halves are 0 where none is noted. Nothing where no record can note one. */
    public final long[] referenceHigh;

    public final long[] referenceLow;

    public final CodeSets communities;
    public final CodeSets offenceGroups;
    public final CodeSets locationTypes;
    public final CodeSets contexts;

    /** Columns of incidents that refer to no other source. */
    public IncidentColumns(int capacity) {
        this(capacity, NO_REFERENCES, NO_REFERENCES);
    }

    /** Columns of incidents that may refer to another source. */
    public static IncidentColumns withReferences(int capacity) {
        return new IncidentColumns(capacity, new long[capacity], new long[capacity]);
    }

    private IncidentColumns(int capacity, long[] referenceHigh, long[] referenceLow) {
        this.referenceHigh = referenceHigh;
        this.referenceLow = referenceLow;
        keyHigh = new long[capacity];
        keyLow = new long[capacity];
        rowNumber = new int[capacity];
        partNumber = new int[capacity];
        occurred = new int[capacity];
        recorded = new int[capacity];
        recordClass = new int[capacity];
        area = new int[capacity];
        communitySet = new int[capacity];
        strands = new int[capacity];
        offenceGroupSet = new int[capacity];
        locationTypeSet = new int[capacity];
        contextSet = new int[capacity];
        reportingSource = new int[capacity];
        outcome = new int[capacity];
        withdrawn = new boolean[capacity];
        incidentCount = new int[capacity];
        communities = new CodeSets();
        offenceGroups = new CodeSets();
        locationTypes = new CodeSets();
        contexts = new CodeSets();
    }

    /** Whether incidents may refer to another source. */
    public boolean hasReferences() {
        return referenceHigh.length > 0;
    }

    /** Whether the incident refers to another source. */
    public boolean hasReference(int row) {
        return hasReferences() && (referenceHigh[row] | referenceLow[row]) != 0;
    }

    @Override
    public long keyHigh(int row) {
        return keyHigh[row];
    }

    @Override
    public long keyLow(int row) {
        return keyLow[row];
    }

    @Override
    public int occurred(int row) {
        return occurred[row];
    }

    @Override
    public int recorded(int row) {
        return recorded[row];
    }

    @Override
    public int area(int row) {
        return area[row];
    }

    @Override
    public int recordClass(int row) {
        return recordClass[row];
    }

    @Override
    public int reportingSource(int row) {
        return reportingSource[row];
    }

    @Override
    public int outcome(int row) {
        return outcome[row];
    }

    @Override
    public int strands(int row) {
        return strands[row];
    }

    @Override
    public boolean isWithdrawn(int row) {
        return withdrawn[row];
    }

    @Override
    public int[] communities(int row) {
        return communities.members(communitySet[row]);
    }

    @Override
    public int[] contexts(int row) {
        return contexts.members(contextSet[row]);
    }

    @Override
    public int[] offenceGroups(int row) {
        return offenceGroups.members(offenceGroupSet[row]);
    }

    @Override
    public int[] locationTypes(int row) {
        return locationTypes.members(locationTypeSet[row]);
    }

    @Override
    public int incidentCount(int row) {
        return incidentCount[row];
    }
}
