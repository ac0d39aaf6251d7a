package org.vigil.attribution;

import java.util.Arrays;
import org.vigil.incident.IncidentRows;

/** What of one incident decides which cells of {@code counts} it stands in. Rows for counting, of which there is one. */
final class CountedIncident implements IncidentRows {
    private static final int[] NONE = {};

    final int recordClass;
    final int area;
    final int[] communities;
    final int occurred;
    final int recorded;
    final int incidentCount;

    CountedIncident(int recordClass, int area, int[] communities, int occurred, int recorded, int incidentCount) {
        this.recordClass = recordClass;
        this.area = area;
        this.communities = communities;
        this.occurred = occurred;
        this.recorded = recorded;
        this.incidentCount = incidentCount;
    }

    static CountedIncident of(IncidentRows rows, int row) {
        return new CountedIncident(
                rows.recordClass(row),
                rows.area(row),
                rows.communities(row).clone(),
                rows.occurred(row),
                rows.recorded(row),
                rows.incidentCount(row));
    }

    boolean hasSameCells(CountedIncident other) {
        return recordClass == other.recordClass
                && area == other.area
                && Arrays.equals(communities, other.communities)
                && occurred == other.occurred
                && recorded == other.recorded
                && incidentCount == other.incidentCount;
    }

    @Override
    public long keyHigh(int row) {
        return 0;
    }

    @Override
    public long keyLow(int row) {
        return 0;
    }

    @Override
    public int occurred(int row) {
        return occurred;
    }

    @Override
    public int recorded(int row) {
        return recorded;
    }

    @Override
    public int area(int row) {
        return area;
    }

    @Override
    public int recordClass(int row) {
        return recordClass;
    }

    @Override
    public int reportingSource(int row) {
        return 0;
    }

    @Override
    public int outcome(int row) {
        return 0;
    }

    @Override
    public int strands(int row) {
        return 0;
    }

    @Override
    public boolean isWithdrawn(int row) {
        return false;
    }

    @Override
    public int[] communities(int row) {
        return communities;
    }

    @Override
    public int[] contexts(int row) {
        return NONE;
    }

    @Override
    public int[] offenceGroups(int row) {
        return NONE;
    }

    @Override
    public int[] locationTypes(int row) {
        return NONE;
    }

    @Override
    public int incidentCount(int row) {
        return incidentCount;
    }
}
