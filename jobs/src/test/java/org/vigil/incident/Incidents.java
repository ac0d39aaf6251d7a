package org.vigil.incident;

import java.time.LocalDate;

/** Incidents for tests, one call each, in the packed form. */
public final class Incidents {
    private final IncidentColumns columns = IncidentColumns.withReferences(1);
    private final PackedIncidents packed = new PackedIncidents();
    private int rows;

    /** A harmless crime; everything can be set before {@link #add}. */
    public Incidents() {
        reset();
    }

    public PackedIncidents packed() {
        return packed;
    }

    public Incidents key(long key) {
        columns.keyHigh[0] = key * 0x9E3779B97F4A7C15L;
        columns.keyLow[0] = key;
        return this;
    }

    public Incidents occurred(String date) {
        columns.occurred[0] = date(date);
        return this;
    }

    public Incidents recorded(String date) {
        columns.recorded[0] = date(date);
        return this;
    }

    public Incidents area(int area) {
        columns.area[0] = area;
        return this;
    }

    public Incidents recordClass(RecordClass recordClass) {
        columns.recordClass[0] = recordClass.ordinal();
        return this;
    }

    public Incidents communities(int... indexes) {
        columns.communitySet[0] = columns.communities.idOf(indexes);
        return this;
    }

    public Incidents offences(int... indexes) {
        columns.offenceGroupSet[0] = columns.offenceGroups.idOf(indexes);
        return this;
    }

    public Incidents locations(int... indexes) {
        columns.locationTypeSet[0] = columns.locationTypes.idOf(indexes);
        return this;
    }

    public Incidents contexts(int... indexes) {
        columns.contextSet[0] = columns.contexts.idOf(indexes);
        return this;
    }

    public Incidents strands(int bits) {
        columns.strands[0] = bits;
        return this;
    }

    public Incidents outcome(int index) {
        columns.outcome[0] = index;
        return this;
    }

    public Incidents reportingSource(int index) {
        columns.reportingSource[0] = index;
        return this;
    }

    public Incidents withdrawn() {
        columns.withdrawn[0] = true;
        return this;
    }

    public Incidents count(int count) {
        columns.incidentCount[0] = count;
        return this;
    }

    /** The key of the same incident in another source; 0 for none. */
    public Incidents reference(long key) {
        columns.referenceHigh[0] = key;
        columns.referenceLow[0] = -key;
        return this;
    }

    /** Appends the incident as it stands, from an extract, in the order of calls, and starts the next one. */
    public Incidents add(int extract) {
        return addAt(extract, rows);
    }

    /** Appends the incident from a row of an extract. */
    public Incidents addAt(int extract, int row) {
        packed.append(columns, 0, PackedIncidents.orderOf(extract, row, 0));
        rows++;
        reset();
        return this;
    }

    private void reset() {
        key(rows + 1L);
        occurred("2024-06-30");
        recorded("2024-06-30");
        area(0);
        recordClass(RecordClass.CRIME);
        communities(1);
        offences(0);
        locations(0);
        contexts();
        strands(0);
        outcome(0);
        reportingSource(0);
        columns.withdrawn[0] = false;
        count(1);
        reference(0);
    }

    private static int date(String date) {
        if (date.isEmpty()) {
            return IncidentDate.MISSING;
        }
        return date.length() == 7
                ? IncidentDate.ofMonth(Integer.parseInt(date.substring(0, 4)), Integer.parseInt(date.substring(5)))
                : IncidentDate.ofDay(LocalDate.parse(date));
    }
}
